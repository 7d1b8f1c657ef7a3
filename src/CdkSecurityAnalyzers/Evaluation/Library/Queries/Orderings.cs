using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation.Library.Queries;

/// <summary>Queries that sort. An order that is not known leaves the elements known and their places open.</summary>
internal static class Orderings
{
    public static Value? TryCall(LibraryCall call, ElementsValue known)
    {
        switch (call.Name)
        {
            case "OrderBy" or "OrderByDescending" when call[1] is DelegateValue selector:
                return Sort(call, known, QueryMethods.Map(call, known.Elements, selector), ComparerOf(call, 2));
            case "Order" or "OrderDescending":
                return Sort(call, known, known.Elements, ComparerOf(call, 1));
            case "ThenBy" or "ThenByDescending":
                return call.Sequence(known.Elements, isComplete: false);
            case "MinBy"
            or "MaxBy" when known.IsComplete && !known.Elements.IsEmpty && call.Count == 2 && call[1] is DelegateValue selector:
                return
                    Positions(QueryMethods.Map(call, known.Elements, selector), comparer: null, isDescending: call.Name == "MaxBy")
                        is { } order
                    ? known.Elements[order[0]].Value
                    : null;
            case "Min" or "Max" when known.IsComplete && !known.Elements.IsEmpty && call.Count == 1:
                return Positions(known.Elements, comparer: null, isDescending: call.Name == "Max") is { } extremes
                    ? known.Elements[extremes[0]].Value
                    : null;
            default:
                return null;
        }
    }

    /// <summary>The places of elements in the order of their keys; null when the order is not known.</summary>
    public static ImmutableArray<int>? Positions(ImmutableArray<Binding> keys, StringComparer? comparer, bool isDescending)
    {
        var contents = keys.Select(static key => (key.Value as ConstantValue)?.Content).ToArray();
        var positions = Enumerable.Range(0, contents.Length);
        if (contents.All(static content => content is int))
        {
            return Ordered(positions, position => (int)contents[position]!, Comparer<int>.Default, isDescending);
        }

        // Without a comparer texts are sorted by the culture: only among plain ones every culture agrees with their code.
        return contents.All(content => content is string text && (comparer is not null || IsPlain(text)))
            ? Ordered(positions, position => (string)contents[position]!, comparer ?? StringComparer.Ordinal, isDescending)
            : null;
    }

    /// <summary>The comparer that an argument names; null when there is none.</summary>
    public static StringComparer? ComparerOf(LibraryCall call, int ordinal) =>
        call[ordinal] is MemberValue { Member: { ContainingType.Name: nameof(StringComparer), Name: var name } }
            ? name switch
            {
                nameof(StringComparer.Ordinal) => StringComparer.Ordinal,
                nameof(StringComparer.OrdinalIgnoreCase) => StringComparer.OrdinalIgnoreCase,
                _ => null,
            }
            : null;

    private static Value Sort(LibraryCall call, ElementsValue known, ImmutableArray<Binding> keys, StringComparer? comparer)
    {
        var isDescending = call.Name is "OrderByDescending" or "OrderDescending";
        return Positions(keys, comparer, isDescending) is { } order
            ? call.Sequence([.. order.Select(position => known.Elements[position])], known.IsComplete)
            : call.Sequence(known.Elements, isComplete: false);
    }

    private static bool IsPlain(string text) => text.All(static character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9'));

    private static ImmutableArray<int> Ordered<TKey>(
        IEnumerable<int> positions,
        Func<int, TKey> key,
        IComparer<TKey> comparer,
        bool isDescending
    ) => [.. isDescending ? positions.OrderByDescending(key, comparer) : positions.OrderBy(key, comparer)];
}
