using System;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk.Template;

/// <summary>
/// The known parts of texts that the CDK puts together: <c>Stack.FormatArn</c>, <c>Fn.Join</c>, <c>Fn.Sub</c>, <c>bucket.ArnForObjects</c>, and their twins in
/// JSON.
/// </summary>
internal sealed class TokenText(World world)
{
    /// <summary>Texts are made of few others; what is nested deeper is a hole.</summary>
    private const int DepthLimit = 8;

    /// <summary>A constant, a text with holes, or the value itself when nothing of it is known.</summary>
    public Value Render(Value value)
    {
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        Append(parts, value, DepthLimit);
        return Join(parts, value);
    }

    /// <summary>The text of an intrinsic function that is written as JSON; null for other objects.</summary>
    public Value? Render(TemplateObject intrinsic)
    {
        if (intrinsic.Members.All.Length != 1)
        {
            return null;
        }

        var (name, argument) = (intrinsic.Members.All[0].Key, intrinsic.Members.All[0].Value);
        var hole = new UnknownValue(UnknownReason.RuntimeCall, intrinsic.Site.Operation, name);
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        switch (name)
        {
            case "Fn::Sub"
                when (argument as TemplateScalar ?? (argument as TemplateList)?.Elements.FirstOrDefault()) is TemplateScalar body:
                AppendSubstituted(parts, body.Rendered, hole);
                return Join(parts, hole);
            case "Fn::Join"
                when argument is TemplateList { Elements.Length: 2 } arguments
                    && arguments.Elements[0] is TemplateScalar { Text: { } delimiter }
                    && arguments.Elements[1] is TemplateList { IsComplete: true } list:
                for (var index = 0; index < list.Elements.Length; index++)
                {
                    parts.Add(TextPart.Text(index == 0 ? string.Empty : delimiter));
                    Append(parts, list.Elements[index] is TemplateScalar element ? element.Rendered : hole, DepthLimit);
                }

                return Join(parts, hole);
            case "Ref":
            case var _ when name.StartsWith("Fn::", StringComparison.Ordinal):
                return hole;
            default:
                return null;
        }
    }

    private void Append(ImmutableArray<TextPart>.Builder parts, Value value, int depth)
    {
        value = world.Resolve(value);
        switch (value)
        {
            case ConstantValue constant:
                parts.Add(TextPart.Text(constant.Text));
                break;
            case TextValue text:
                foreach (var part in text.Parts)
                {
                    if (part.Hole is { } hole && depth > 0)
                    {
                        Append(parts, hole, depth - 1);
                    }
                    else
                    {
                        parts.Add(part);
                    }
                }

                break;
            case CallValue call when depth > 0 && TryAppend(parts, call, depth - 1):
                break;
            default:
                parts.Add(TextPart.Of(value));
                break;
        }
    }

    private bool TryAppend(ImmutableArray<TextPart>.Builder parts, CallValue call, int depth)
    {
        switch (call.Method.Name)
        {
            case "Trim"
            or "TrimStart"
            or "TrimEnd"
            or "ToString"
                when call
                    is { Receiver: { } receiver, Arguments.IsEmpty: true, Method.ContainingType.SpecialType: SpecialType.System_String }:
                AppendTrimmed(parts, receiver.Value, call.Method.Name, depth);
                return true;
            case "FormatArn" when CdkTypes.Stack.IsBaseOf(call.Method.ContainingType):
            case "Format" when CdkTypes.Arn.Is(call.Method.ContainingType):
                return TryAppendArn(parts, call, depth);
            case "ArnForObjects" when call is { Receiver: { } bucket, Arguments.Length: 1 }:
                parts.Add(TextPart.Of(bucket.Value));
                parts.Add(TextPart.Text("/"));
                Append(parts, call.Arguments[0].Value, depth);
                return true;
            case "Sub" when CdkTypes.Fn.Is(call.Method.ContainingType) && call.Arguments.Length > 0:
                AppendSubstituted(parts, world.Resolve(call.Arguments[0].Value), HoleOf(call));
                return true;
            case "Join" when CdkTypes.Fn.Is(call.Method.ContainingType):
                return TryAppendJoined(parts, call, depth);
            default:
                return false;
        }
    }

    /// <summary>A token of the CDK has no blanks at its ends, so that only known parts lose some.</summary>
    private void AppendTrimmed(ImmutableArray<TextPart>.Builder parts, Value value, string method, int depth)
    {
        var first = parts.Count;
        Append(parts, value, depth);
        if (parts.Count > first && method is "Trim" or "TrimStart" && parts[first].Known is { } start)
        {
            parts[first] = TextPart.Text(start.TrimStart());
        }

        if (parts.Count > first && method is "Trim" or "TrimEnd" && parts[parts.Count - 1].Known is { } end)
        {
            parts[parts.Count - 1] = TextPart.Text(end.TrimEnd());
        }
    }

    /// <summary><c>Arn.format</c> of aws-cdk-lib: partition, region and account are the stack's unless given.</summary>
    private bool TryAppendArn(ImmutableArray<TextPart>.Builder parts, CallValue call, int depth)
    {
        if (call.Arguments.IsEmpty || world.Resolve(call.Arguments[0].Value) is not ObjectValue { IsGiven: false } components)
        {
            return false;
        }

        var separator = Separator(components);
        if (separator is null)
        {
            return false;
        }

        parts.Add(TextPart.Text("arn:"));
        AppendComponent("Partition");
        parts.Add(TextPart.Text(":"));
        AppendComponent("Service");
        parts.Add(TextPart.Text(":"));
        AppendComponent("Region");
        parts.Add(TextPart.Text(":"));
        AppendComponent("Account");
        parts.Add(TextPart.Text(":"));
        if (separator == "*")
        {
            // Neither a resource nor a slash stands before the name: /aws/name of an SSM parameter.
            parts.Add(TextPart.Of(HoleOf(call)));
            return true;
        }

        AppendComponent("Resource");
        if (ObjectMembers.Read(world, components, "ResourceName", out _) == Presence.Present)
        {
            parts.Add(TextPart.Text(separator));
            AppendComponent("ResourceName");
        }

        return true;

        void AppendComponent(string name)
        {
            if (ObjectMembers.Read(world, components, name, out var component) == Presence.Present)
            {
                Append(parts, component.Value, depth);
            }
            else
            {
                parts.Add(TextPart.Of(HoleOf(call)));
            }
        }
    }

    /// <summary>What stands between resource and name; null when it is not known, <c>*</c> when it is neither a slash nor a colon.</summary>
    private string? Separator(ObjectValue components) =>
        ObjectMembers.Read(world, components, "ArnFormat", out var format) switch
        {
            Presence.Absent => ObjectMembers.Read(world, components, "Sep", out _) == Presence.Absent ? "/" : null,
            Presence.Present => format.Value switch
            {
                EnumMemberValue { Name: "SLASH_RESOURCE_NAME" } => "/",
                EnumMemberValue { Name: "COLON_RESOURCE_NAME" } => ":",
                EnumMemberValue { Name: "NO_RESOURCE_NAME" } => "",
                EnumMemberValue => "*",
                _ => null,
            },
            _ => null,
        };

    private bool TryAppendJoined(ImmutableArray<TextPart>.Builder parts, CallValue call, int depth)
    {
        if (
            call.Arguments.Length != 2
            || world.Resolve(call.Arguments[0].Value) is not ConstantValue delimiter
            || world.Resolve(call.Arguments[1].Value) is not SequenceValue sequence
            || world.Elements(sequence) is not { IsComplete: true } list
        )
        {
            return false;
        }

        for (var index = 0; index < list.Elements.Length; index++)
        {
            parts.Add(TextPart.Text(index == 0 ? string.Empty : delimiter.Text));
            Append(parts, list.Elements[index].Value, depth);
        }

        return true;
    }

    /// <summary>What the CDK fills in for a part of a call's text. Not the call: that has a text of its own.</summary>
    private static UnknownValue HoleOf(CallValue call) => new(UnknownReason.RuntimeCall, call.Origin, call.Method.Name);

    /// <summary>The body of <c>Fn::Sub</c>: <c>${…}</c> is a hole, <c>${!…}</c> is left as <c>${…}</c>.</summary>
    private static void AppendSubstituted(ImmutableArray<TextPart>.Builder parts, Value body, Value hole)
    {
        if (body is not ConstantValue { Text: var text })
        {
            parts.Add(TextPart.Of(hole));
            return;
        }

        var position = 0;
        while (position < text.Length)
        {
            var start = text.IndexOf("${", position, StringComparison.Ordinal);
            var end = start < 0 ? -1 : text.IndexOf('}', start);
            if (end < 0)
            {
                break;
            }

            parts.Add(TextPart.Text(text.Substring(position, start - position)));
            parts.Add(text[start + 2] == '!' ? TextPart.Text("${" + text.Substring(start + 3, end - start - 2)) : TextPart.Of(hole));
            position = end + 1;
        }

        parts.Add(TextPart.Text(text.Substring(position)));
    }

    private static Value Join(ImmutableArray<TextPart>.Builder parts, Value whole)
    {
        if (parts.All(static part => part.Hole is null))
        {
            return new ConstantValue(string.Concat(parts.Select(static part => part.Known)), whole.Origin);
        }

        return parts.All(static part => part.Known is null) && parts.Count == 1
            ? parts[0].Hole as HeapValue ?? whole
            : new TextValue(parts.Where(static part => part.Known != string.Empty).ToImmutableArray(), whole.Origin);
    }
}
