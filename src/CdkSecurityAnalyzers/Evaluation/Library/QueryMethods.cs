using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Library.Queries;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>
/// LINQ over collections in memory: the one door to what its methods do with known elements. Queries run where they stand: nothing here depends on deferred
/// execution.
/// </summary>
internal static class QueryMethods
{
    public static Value? TryCall(LibraryCall call)
    {
        switch (call.Name)
        {
            case "Empty":
                return call.Sequence([], isComplete: true);
            case "Range"
                when call[0] is ConstantValue { Content: int start }
                    && call[1] is ConstantValue { Content: int count }
                    && count is >= 0 and <= Bounds.LoopRounds:
                return call.Sequence(
                    [.. Enumerable.Range(start, count).Select(number => call.Here(new ConstantValue(number, call.Operation)))],
                    isComplete: true
                );
            case "Repeat"
                when call.At(0) is { } repeated
                    && call[1] is ConstantValue { Content: int count }
                    && count is >= 0 and <= Bounds.LoopRounds:
                return call.Sequence([.. Enumerable.Repeat(repeated, count)], isComplete: true);
        }

        return call[0] is { } source
            ? call.Interpreter.FromElements(source, call.Operation, known => OnElements(call, known) ?? Unreadable(call, known))
            : null;
    }

    /// <summary>Whether a sequence holds a known value.</summary>
    public static Value Contains(LibraryCall call, Value source, ConstantValue sought) =>
        call.Interpreter.FromElements(
            source,
            call.Operation,
            known =>
            {
                if (known.Elements.Any(element => element.Value is ConstantValue present && present.Content.Equals(sought.Content)))
                {
                    return new ConstantValue(true, call.Operation);
                }

                return known.IsComplete && known.Elements.All(element => element.Value is ConstantValue)
                    ? new ConstantValue(false, call.Operation)
                    : Unreadable(call, known);
            }
        );

    /// <summary>What a function makes of each element, which it gets with its index.</summary>
    public static ImmutableArray<Binding> Map(LibraryCall call, ImmutableArray<Binding> elements, Value selector)
    {
        var mapped = ImmutableArray.CreateBuilder<Binding>(elements.Length);
        for (var index = 0; index < elements.Length; index++)
        {
            mapped.Add(
                call.Here(
                    call.Interpreter.Invoke(selector, [elements[index], call.Here(new ConstantValue(index, call.Operation))], call.Site)
                )
            );
        }

        return mapped.MoveToImmutable();
    }

    private static Value? OnElements(LibraryCall call, ElementsValue known)
    {
        // What calls a function for each element stays within the rounds of a loop.
        if (known.Elements.Length > Bounds.LoopRounds && call.Arguments.Any(static argument => argument.Value is DelegateValue))
        {
            return null;
        }

        return Copies.TryCall(call, known)
            ?? Filters.TryCall(call, known)
            ?? Elements.TryCall(call, known)
            ?? Orderings.TryCall(call, known)
            ?? Groupings.TryCall(call, known)
            ?? Aggregates.TryCall(call, known);
    }

    /// <summary>The result of a query that is not computed; it hangs on the run only if its elements or its arguments do.</summary>
    private static UnknownValue Unreadable(LibraryCall call, ElementsValue known) =>
        new(
            known.IsComplete
            && call.Arguments.Skip(1).All(static argument => argument.Value is DelegateValue || Determinacy.IsDecided(argument.Value))
                ? UnknownReason.Unsupported
                : UnknownReason.Loop,
            call.Operation
        );
}
