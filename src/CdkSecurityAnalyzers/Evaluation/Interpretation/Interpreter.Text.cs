using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using CdkSecurityAnalyzers.Evaluation.Library;
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
                IInterpolatedStringTextOperation { Text.ConstantValue.Value: string known } => Concatenate(
                    text,
                    new ConstantValue(known, part),
                    operation
                ),
                IInterpolationOperation { FormatString: null, Alignment: null } hole => Concatenate(
                    text,
                    Shown(hole.Expression, argument),
                    operation
                ),
                IInterpolationOperation hole => Concatenate(text, Formatted(hole, argument), operation),
                IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments.Length: 1 } append } => Concatenate(
                    text,
                    Evaluate(append.Arguments[0].Value, argument),
                    operation
                ),
                _ => Concatenate(text, Unknown(UnknownReason.Unsupported, part), operation),
            };
        }

        return text;
    }

    /// <summary>A handler that collects an interpolated string, as <c>StringBuilder.Append</c> takes it: the text that it collects.</summary>
    public override Value VisitInterpolatedStringHandlerCreation(
        IInterpolatedStringHandlerCreationOperation operation,
        Activation argument
    ) => Evaluate(operation.Content, argument);

    /// <inheritdoc/>
    public override Value VisitNameOf(INameOfOperation operation, Activation argument) => Unknown(UnknownReason.Invalid, operation);

    /// <summary>A value as text shows it: an object of the program by its own <c>ToString</c>.</summary>
    private Value Shown(IOperation operation, Activation activation) =>
        ForEachAlternative(
            Evaluate(operation, activation),
            (Interpreter: this, Operation: operation, Activation: activation),
            static (shown, value) =>
                value is ObjectValue { Type: { } type } owner && shown.Interpreter.OwnToString(type) is { } method
                    ? shown.Interpreter.Call(
                        method,
                        new Binding(owner, new Site(Visible(shown.Operation), shown.Activation.Frame)),
                        [],
                        new Site(shown.Operation, shown.Activation.Frame),
                        shown.Activation
                    )
                    : value
        );

    private IMethodSymbol? OwnToString(ITypeSymbol type)
    {
        for (var current = type; current is not null && bodies.HasSource(current); current = current.BaseType!)
        {
            foreach (var member in current.GetMembers(nameof(ToString)))
            {
                if (member is IMethodSymbol { Parameters.IsEmpty: true, IsOverride: true, IsImplicitlyDeclared: false } method)
                {
                    return method;
                }
            }
        }

        return null;
    }

    private Value Formatted(IInterpolationOperation hole, Activation activation)
    {
        var format = hole.FormatString is ILiteralOperation { ConstantValue.Value: string known } ? known : null;
        var width =
            hole.Alignment is null ? 0
            : Evaluate(hole.Alignment, activation) is ConstantValue { Content: int columns } ? columns
            : default(int?);
        return ForEachAlternative(
            Evaluate(hole.Expression, activation),
            value =>
                value is ConstantValue constant
                && (
                    hole.FormatString is null ? constant.Text
                    : format is null ? null
                    : NumberMethods.Format(constant.Content, format)
                )
                    is { } text
                && width is >= -Bounds.TextLength and <= Bounds.TextLength
                    ? new ConstantValue(width < 0 ? text.PadRight(-width.Value) : text.PadLeft(width.Value), hole)
                    : Unknown(UnknownReason.Unsupported, hole)
        );
    }

    /// <summary><c>new string(…)</c>: of characters, or of one character repeated.</summary>
    private Value NewText(ImmutableArray<Argument> arguments, IOperation operation)
    {
        if (
            arguments.Length == 2
            && arguments[0].Value is ConstantValue { Content: char repeated }
            && arguments[1].Value is ConstantValue { Content: int and >= 0 and <= Bounds.TextLength and var count }
        )
        {
            return new ConstantValue(new string(repeated, count), operation);
        }

        return arguments.Length == 1
            ? FromElements(
                arguments[0].Value,
                operation,
                known =>
                    known.IsComplete
                        ? known.Elements.Aggregate(
                            (Value)new ConstantValue(string.Empty, operation),
                            (text, element) => Concatenate(text, element.Value, operation)
                        )
                        : Unknown(UnknownReason.Loop, operation)
            )
            : Unknown(UnknownReason.Unsupported, operation);
    }

    /// <summary>Joins two values as C# joins strings: null is empty, everything else gives its text.</summary>
    internal Value Concatenate(Value left, Value right, IOperation operation) =>
        ForEachAlternative(
            TextOf(left),
            (Interpreter: this, Right: right, Operation: operation),
            static (joined, first) =>
                joined.Interpreter.ForEachAlternative(
                    joined.Interpreter.TextOf(joined.Right),
                    (First: first, joined.Operation),
                    static (begun, second) => ConcatenateAlternatives(begun.First, second, begun.Operation)
                )
        );

    private Value TextOf(Value value) =>
        value is ObjectValue builder && TextBuilders.Is(builder.Type) ? TextBuilders.TextOf(builder, this) : value;

    private static Value ConcatenateAlternatives(Value left, Value right, IOperation operation)
    {
        if (left is ConstantValue { Content: string first } && right is ConstantValue second)
        {
            return first.Length + second.Text.Length > Bounds.TextLength
                ? Unknown(UnknownReason.TooLong, operation)
                : new ConstantValue(first + second.Text, operation);
        }

        if (CountParts(left) + CountParts(right) > Bounds.TextParts)
        {
            return Unknown(UnknownReason.TooLong, operation);
        }

        var parts = ImmutableArray.CreateBuilder<TextPart>();
        AddParts(parts, left);
        AddParts(parts, right);
        return FromParts(parts, operation);
    }

    private static int CountParts(Value value) => value is TextValue text ? text.Parts.Length : 1;

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
            return Unknown(UnknownReason.TooLong, operation);
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
