using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Interpretation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary><see cref="System.Text.StringBuilder"/>: an object with one member, the text that it has so far.</summary>
internal static class TextBuilders
{
    /// <summary>The member that holds the text, possibly a choice of several.</summary>
    public static readonly object Content = new();

    public static bool Is(ITypeSymbol? type) =>
        type
            is {
                Name: "StringBuilder",
                ContainingNamespace: { Name: "Text", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            };

    /// <summary>A new builder; the text of its constructor is the argument of type string.</summary>
    public static ObjectValue Create(ITypeSymbol type, ImmutableArray<Argument> arguments, Site site, Interpreter interpreter)
    {
        var text = arguments.FirstOrDefault(argument => argument.Parameter.Type.SpecialType == SpecialType.System_String);
        var content =
            arguments.Length > (text.Parameter is null ? 1 : 2)
                ? new UnknownValue(UnknownReason.Unsupported, site.Operation)
                : interpreter.Concatenate(
                    new ConstantValue(string.Empty, site.Operation),
                    text.Parameter is null ? UnsetValue.Instance : text.Value,
                    site.Operation
                );
        return interpreter.NewObject(type, site, Content, content);
    }

    /// <summary>The text of a builder; unknown once code that cannot be read may have added to it.</summary>
    public static Value TextOf(ObjectValue builder, Interpreter interpreter) =>
        builder.TryGet(Content, out var content) && !builder.TryGet(Heap.Escaped, out _)
            ? interpreter.Settle(content.Value)
            : new UnknownValue(UnknownReason.RuntimeCall, builder.Origin);

    public static Value? TryCall(LibraryCall call, ObjectValue builder)
    {
        var text = TextOf(builder, call.Interpreter);
        switch (call.Name)
        {
            case "ToString":
                return call.Arguments.IsEmpty ? text : TextMethods.Compute(call with { Receiver = call.Here(text) }, "Substring");
            case "Append" when call.Arguments.Length == 1 && call[0] is { } added:
                return Change(call, builder, Joined(call, text, Flat(call, added)));
            case "Append"
                when call[0] is ConstantValue { Content: char repeated }
                    && call[1] is ConstantValue { Content: int and >= 0 and <= Bounds.TextLength and var count }:
                return Change(call, builder, Joined(call, text, new ConstantValue(new string(repeated, count), call.Operation)));
            case "AppendLine":
                return Change(
                    call,
                    builder,
                    Joined(call, Joined(call, text, call[0] ?? UnsetValue.Instance), new ConstantValue("\n", call.Operation))
                );
            case "AppendJoin" when TextMethods.Join(call) is { } joined:
                return Change(call, builder, Joined(call, text, joined));
            case "AppendFormat" when TextMethods.Format(call) is { } formatted:
                return Change(call, builder, Joined(call, text, formatted));
            case "Clear":
                return Change(call, builder, new ConstantValue(string.Empty, call.Operation));
            case "Insert" or "Remove" or "Replace":
                return Change(call, builder, TextMethods.Compute(call with { Receiver = call.Here(text) }, call.Name));
            default:
                return Change(call, builder, null);
        }
    }

    private static ObjectValue Change(LibraryCall call, ObjectValue builder, Value? text)
    {
        call.Interpreter.SetMember(builder, Content, call.Here(text ?? new UnknownValue(UnknownReason.Unsupported, call.Operation)));
        return builder;
    }

    private static Value Joined(LibraryCall call, Value left, Value right) => call.Interpreter.Concatenate(left, right, call.Operation);

    /// <summary>Characters in an array are appended one by one.</summary>
    private static Value Flat(LibraryCall call, Value added) =>
        added is SequenceValue characters
            ? call.Interpreter.FromElements(
                characters,
                call.Operation,
                known =>
                    known.IsComplete
                        ? known.Elements.Aggregate(
                            (Value)new ConstantValue(string.Empty, call.Operation),
                            (text, element) => Joined(call, text, element.Value)
                        )
                        : new UnknownValue(UnknownReason.Loop, call.Operation)
            )
            : added;
}
