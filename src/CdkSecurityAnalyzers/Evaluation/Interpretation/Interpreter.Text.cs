using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Text: known parts stay known beside the holes that only a run can fill.</summary>
internal sealed partial class Interpreter
{
    /// <inheritdoc/>
    public override Value VisitInterpolatedString(IInterpolatedStringOperation operation, Activation argument)
    {
        Value text = new ConstantValue(string.Empty, operation);
        foreach (var part in operation.Parts)
        {
            text = part switch
            {
                IInterpolatedStringTextOperation { Text.ConstantValue.Value: string known } => Concatenate(text, new ConstantValue(known, part), operation),
                IInterpolationOperation { FormatString: null, Alignment: null } hole => Concatenate(text, Evaluate(hole.Expression, argument), operation),
                IInterpolationOperation hole => Concatenate(text, Formatted(hole, argument), operation),
                _ => Concatenate(text, Unknown(UnknownReason.Unsupported, part), operation),
            };
        }

        return text;
    }

    /// <inheritdoc/>
    public override Value VisitNameOf(INameOfOperation operation, Activation argument) => Unknown(UnknownReason.Invalid, operation);

    private UnknownValue Formatted(IInterpolationOperation hole, Activation activation)
    {
        Evaluate(hole.Expression, activation);
        return Unknown(UnknownReason.Unsupported, hole);
    }

    /// <summary>Joins two values as C# joins strings: null is empty, everything else gives its text.</summary>
    internal Value Concatenate(Value left, Value right, IOperation operation) =>
        ForEachAlternative(left, first => ForEachAlternative(right, second => ConcatenateAlternatives(first, second, operation)));

    private static Value ConcatenateAlternatives(Value left, Value right, IOperation operation)
    {
        if (left is ConstantValue { Content: string first } && right is ConstantValue second)
        {
            return first.Length + second.Text.Length > Bounds.TextLength
                ? Unknown(UnknownReason.TooManySteps, operation)
                : new ConstantValue(first + second.Text, operation);
        }

        var parts = ImmutableArray.CreateBuilder<TextPart>();
        AddParts(parts, left);
        AddParts(parts, right);
        return FromParts(parts, operation);
    }

    private static void AddParts(ImmutableArray<TextPart>.Builder parts, Value value)
    {
        switch (value)
        {
            case ConstantValue constant:
                parts.Add(TextPart.Text(constant.Text));
                break;
            case EnumMemberValue member:
                parts.Add(TextPart.Text(member.Name));
                break;
            case NullValue or UnsetValue:
                break;
            case TextValue text:
                parts.AddRange(text.Parts);
                break;
            default:
                parts.Add(TextPart.Of(value));
                break;
        }
    }

    private static Value FromParts(IEnumerable<TextPart> parts, IOperation operation)
    {
        var merged = ImmutableArray.CreateBuilder<TextPart>();
        var known = new StringBuilder();
        foreach (var part in parts)
        {
            if (part.Known is { } text)
            {
                known.Append(text);
                continue;
            }

            Flush();
            merged.Add(part);
        }

        if (known.Length > Bounds.TextLength)
        {
            return Unknown(UnknownReason.TooManySteps, operation);
        }

        if (merged.Count == 0)
        {
            return new ConstantValue(known.ToString(), operation);
        }

        Flush();
        return new TextValue(merged.ToImmutable(), operation);

        void Flush()
        {
            if (known.Length > 0)
            {
                merged.Add(TextPart.Text(known.ToString()));
                known.Clear();
            }
        }
    }
}
