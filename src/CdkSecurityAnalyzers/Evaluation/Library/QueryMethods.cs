using System;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>LINQ over collections in memory. Queries run where they stand: nothing here depends on deferred execution.</summary>
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
            ? call.Interpreter.FromElements(source, call.Operation, known => OnElements(call, known) ?? Unreadable(call))
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
                    : Unreadable(call);
            }
        );

    private static Value? OnElements(LibraryCall call, ElementsValue known)
    {
        var elements = known.Elements;
        var isComplete = known.IsComplete;
        switch (call.Name)
        {
            case "ToArray" or "ToList" or "AsEnumerable" or "ToImmutableArray" or "ToImmutableList" or "ToHashSet" or "Cast" or "OfType":
                return call.Sequence(elements, isComplete);
            case "Reverse":
                return call.Sequence([.. elements.Reverse()], isComplete);
            case "Select" when call[1] is { } selector && elements.Length <= Bounds.LoopRounds:
                return call.Sequence(Map(call, elements, selector), isComplete);
            case "Where" when call[1] is { } predicate && elements.Length <= Bounds.LoopRounds:
                return Filter(call, known, predicate);
            case "SelectMany" when call[1] is { } selector && call.Arguments.Length == 2 && elements.Length <= Bounds.LoopRounds:
                return Flatten(call, elements, selector, isComplete);
            case "Append" when call.At(1) is { } last:
                return call.Sequence(elements.Add(last), isComplete);
            case "Prepend" when call.At(1) is { } first:
                return call.Sequence(elements.Insert(0, first), isComplete);
            case "Concat" or "Union" when call[1] is { } second:
                return call.Interpreter.FromElements(
                    second,
                    call.Operation,
                    more => call.Sequence(elements.AddRange(more.Elements), isComplete && more.IsComplete)
                );
            case "Take" when isComplete && call[1] is ConstantValue { Content: int count } && count >= 0:
                return call.Sequence([.. elements.Take(count)], isComplete);
            case "Skip" when isComplete && call[1] is ConstantValue { Content: int count } && count >= 0:
                return call.Sequence([.. elements.Skip(count)], isComplete);
            case "Distinct" when call.Arguments.Length == 1 && AllConstant(known):
                return call.Sequence(
                    [.. elements.GroupBy(element => ((ConstantValue)element.Value).Content).Select(group => group.First())],
                    isComplete
                );
            case "OrderBy" or "Order" or "OrderByDescending" or "OrderDescending" or "ThenBy" or "ThenByDescending":
                return Sort(call, known);
            case "First"
            or "FirstOrDefault"
            or "Single"
            or "SingleOrDefault"
            or "Last"
            or "LastOrDefault"
            or "Any"
            or "Count" when call.Arguments.Length == 2 && call[1] is DelegateValue predicate:
                return OnFiltered(call, Filter(call, known, predicate));
            case "Aggregate" when isComplete && elements.Length <= Bounds.LoopRounds:
                return Aggregate(call, elements);
            case "First"
            or "FirstOrDefault"
            or "Single"
            or "SingleOrDefault" when isComplete && call.Arguments.Length == 1 && elements.Length > 0:
                return elements[0].Value;
            case "Last" or "LastOrDefault" when isComplete && call.Arguments.Length == 1 && elements.Length > 0:
                return elements[elements.Length - 1].Value;
            case "Any" when call.Arguments.Length == 1 && (isComplete || elements.Any(element => element.Value is not UnknownValue)):
                return new ConstantValue(elements.Length > 0, call.Operation);
            case "Count" when call.Arguments.Length == 1 && isComplete:
                return new ConstantValue(elements.Length, call.Operation);
            case "Contains" when call[1] is ConstantValue sought:
                return Contains(call, call[0]!, sought);
            case "ToDictionary" when elements.Length <= Bounds.LoopRounds && call[1] is not null:
                return ToDictionary(call, known);
            default:
                return null;
        }
    }

    /// <summary>A query with a predicate is the query without one over what the predicate keeps.</summary>
    private static Value? OnFiltered(LibraryCall call, Value kept) =>
        kept is SequenceValue filtered
            ? call.Interpreter.FromElements(
                filtered,
                call.Operation,
                known => OnElements(call with { Arguments = [call.Arguments[0]] }, known) ?? Unreadable(call)
            )
            : null;

    private static Value? Aggregate(LibraryCall call, ImmutableArray<Binding> elements)
    {
        var hasSeed = call.Arguments.Length >= 3;
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

    private static Value Filter(LibraryCall call, ElementsValue known, Value predicate)
    {
        var kept = ImmutableArray.CreateBuilder<Binding>();
        var isComplete = known.IsComplete;
        foreach (var element in known.Elements)
        {
            var decision = call.Interpreter.Invoke(predicate, [element], call.Site);
            if (decision is ConstantValue { Content: false })
            {
                continue;
            }

            isComplete &= decision is ConstantValue;
            kept.Add(element);
        }

        return call.Sequence(kept.ToImmutable(), isComplete);
    }

    private static SequenceValue Flatten(LibraryCall call, ImmutableArray<Binding> elements, Value selector, bool isComplete)
    {
        var flat = call.Interpreter.NewSequence(call.Method.ReturnType, call.Site, [], isComplete);
        foreach (var inner in Map(call, elements, selector))
        {
            call.Interpreter.AppendAll(flat, inner.Value, call.Operation);
        }

        return flat;
    }

    private static Value Sort(LibraryCall call, ElementsValue known)
    {
        var keys =
            call[1] is DelegateValue selector && known.Elements.Length <= Bounds.LoopRounds
                ? Map(call, known.Elements, selector)
                : known.Elements;
        var contents = keys.Select(key => (key.Value as ConstantValue)?.Content).ToArray();
        var isText = contents.All(content => content is string);
        if (call.Name is "ThenBy" or "ThenByDescending" || !(isText || contents.All(content => content is int)))
        {
            return call.Sequence(known.Elements, known.IsComplete);
        }

        var isDescending = call.Name is "OrderByDescending" or "OrderDescending";
        var positions = Enumerable.Range(0, contents.Length);
        var sorted = isText
            ? Ordered(positions, position => (string)contents[position]!, StringComparer.Ordinal, isDescending)
            : Ordered(positions, position => (int)contents[position]!, System.Collections.Generic.Comparer<int>.Default, isDescending);
        return call.Sequence([.. sorted.Select(position => known.Elements[position])], known.IsComplete);
    }

    private static IOrderedEnumerable<int> Ordered<TKey>(
        System.Collections.Generic.IEnumerable<int> positions,
        Func<int, TKey> key,
        System.Collections.Generic.IComparer<TKey> comparer,
        bool isDescending
    ) => isDescending ? positions.OrderByDescending(key, comparer) : positions.OrderBy(key, comparer);

    private static DictionaryValue ToDictionary(LibraryCall call, ElementsValue known)
    {
        var dictionary = call.Interpreter.NewDictionary(call.Method.ReturnType, call.Site, [], known.IsComplete);
        var keys = Map(call, known.Elements, call[1]!);
        var values = call[2] is DelegateValue selector ? Map(call, known.Elements, selector) : known.Elements;
        for (var index = 0; index < keys.Length; index++)
        {
            call.Interpreter.AssignElement(dictionary, keys[index], values[index]);
        }

        return dictionary;
    }

    private static bool AllConstant(ElementsValue known) => known.Elements.All(element => element.Value is ConstantValue);

    private static UnknownValue Unreadable(LibraryCall call) => new(UnknownReason.Loop, call.Operation);
}
