using System.Collections.Immutable;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Positions from the end and ranges: <c>text[^1]</c>, <c>ids[1..]</c>.</summary>
internal sealed partial class Interpreter
{
    /// <inheritdoc/>
    public override Value VisitImplicitIndexerReference(IImplicitIndexerReferenceOperation operation, Activation argument) =>
        Slice(Evaluate(operation.Instance, argument), operation.Argument, operation, argument);

    private static bool IsFromEndOrRange(IOperation index) =>
        index.Type is { Name: "Index" or "Range", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private Value Slice(Value collection, IOperation index, IOperation operation, Activation activation) =>
        ForEachAlternative(
            collection,
            alternative =>
                alternative is ConstantValue { Content: string text }
                    ? SliceText(text, index, operation, activation)
                    : FromElements(
                        alternative,
                        operation,
                        elements =>
                            elements.IsComplete
                                ? SliceElements(elements.Elements, index, operation, activation)
                                : Unknown(UnknownReason.Loop, operation)
                    )
        );

    private Value SliceText(string text, IOperation index, IOperation operation, Activation activation)
    {
        if (SpanOf(index, text.Length, activation) is not { } span)
        {
            return Unknown(UnknownReason.Unsupported, operation);
        }

        return span.IsRange
            ? new ConstantValue(text.Substring(span.Start, span.Length), operation)
            : new ConstantValue(text[span.Start], operation);
    }

    private Value SliceElements(ImmutableArray<Binding> elements, IOperation index, IOperation operation, Activation activation)
    {
        if (SpanOf(index, elements.Length, activation) is not { } span)
        {
            return Unknown(UnknownReason.Unsupported, operation);
        }

        return span.IsRange
            ? NewSequence(
                operation.Type,
                new Site(operation, activation.Frame),
                ImmutableArray.Create(elements, span.Start, span.Length),
                isComplete: true
            )
            : elements[span.Start].Value;
    }

    /// <summary>Writes the element at a position that may count from the end: <c>ids[^1] = …</c>.</summary>
    private void AssignFromEnd(Value collection, IOperation index, Binding assigned, Activation activation) =>
        ForEachAlternative(
            collection,
            alternative =>
                FromElements(
                    alternative,
                    index,
                    elements =>
                    {
                        var position =
                            elements.IsComplete && SpanOf(index, elements.Elements.Length, activation) is { IsRange: false } span
                                ? new Binding(new ConstantValue(span.Start, index), new Site(index, activation.Frame))
                                : default(Binding?);
                        AssignElement(alternative, position, assigned);
                        return assigned.Value;
                    }
                )
        );

    /// <summary>What an index or range means in a collection of a known length; null when it is unknown or out of bounds.</summary>
    private (int Start, int Length, bool IsRange)? SpanOf(IOperation index, int length, Activation activation)
    {
        if (index is IRangeOperation range)
        {
            var start = range.LeftOperand is null ? 0 : PositionOf(range.LeftOperand, length, activation);
            var end = range.RightOperand is null ? length : PositionOf(range.RightOperand, length, activation);
            return start >= 0 && start <= end && end <= length ? (start.Value, end.Value - start.Value, true) : null;
        }

        return PositionOf(index, length, activation) is { } position && position >= 0 && position < length ? (position, 1, false) : null;
    }

    private int? PositionOf(IOperation index, int length, Activation activation)
    {
        var operand = index is IConversionOperation conversion ? conversion.Operand : index;
        return operand is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd
            ? length - Number(Evaluate(fromEnd.Operand, activation))
            : Number(Evaluate(operand, activation));

        static int? Number(Value value) => value is ConstantValue { Content: int number } ? number : null;
    }
}
