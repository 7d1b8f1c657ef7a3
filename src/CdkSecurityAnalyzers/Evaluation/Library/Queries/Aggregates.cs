using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation.Library.Queries;

/// <summary>Queries that make one value of all elements.</summary>
internal static class Aggregates
{
    public static Value? TryCall(LibraryCall call, ElementsValue known)
    {
        if (!known.IsComplete)
        {
            return null;
        }

        switch (call.Name)
        {
            case "Aggregate" when known.Elements.Length <= Bounds.LoopRounds:
                return Aggregate(call, known.Elements);
            case "Sum"
                when (call[1] is DelegateValue selector ? QueryMethods.Map(call, known.Elements, selector) : known.Elements) is var numbers:
                return numbers.All(static number => number.Value is ConstantValue { Content: int })
                    ? Sum(call, numbers.Sum(static number => (long)(int)((ConstantValue)number.Value).Content))
                    : null;
            case "SequenceEqual" when call.Count == 2 && call[1] is { } second:
                return call.Interpreter.FromElements(
                    second,
                    call.Operation,
                    more =>
                        more.IsComplete
                            ? AreEqual(call, known.Elements, more.Elements)
                            : new UnknownValue(UnknownReason.Loop, call.Operation)
                );
            default:
                return null;
        }
    }

    private static Value Sum(LibraryCall call, long sum) =>
        sum is >= int.MinValue and <= int.MaxValue ? new ConstantValue((int)sum, call.Operation) : call.Interpreter.Throws(call.Site);

    private static Value? Aggregate(LibraryCall call, ImmutableArray<Binding> elements)
    {
        var hasSeed = call.Count >= 3;
        if (call[hasSeed ? 2 : 1] is not { } step || (!hasSeed && elements.IsEmpty))
        {
            return null;
        }

        var result = hasSeed ? call.At(1)!.Value : elements[0];
        foreach (var element in hasSeed ? elements : elements.RemoveAt(0))
        {
            result = call.Here(call.Interpreter.Invoke(step, [result, element], call.Site));
        }

        return call[3] is { } selector ? call.Interpreter.Invoke(selector, [result], call.Site) : result.Value;
    }

    private static Value AreEqual(LibraryCall call, ImmutableArray<Binding> first, ImmutableArray<Binding> second)
    {
        Value equal = new ConstantValue(first.Length == second.Length, call.Operation);
        for (var index = 0; index < first.Length && index < second.Length; index++)
        {
            var (left, right) = (first[index].Value, second[index].Value);
            equal = call.Interpreter.And(equal, () => call.Interpreter.AreEqual(left, right, call.Operation), call.Operation);
        }

        return equal;
    }
}
