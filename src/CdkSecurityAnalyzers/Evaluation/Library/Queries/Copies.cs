using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation.Library.Queries;

/// <summary>Queries that give all elements, as they are or as a function makes them, in another order or in another collection.</summary>
internal static class Copies
{
    public static Value? TryCall(LibraryCall call, ElementsValue known)
    {
        var elements = known.Elements;
        var isComplete = known.IsComplete;
        switch (call.Name)
        {
            case "ToArray" or "ToList" or "AsEnumerable" or "ToImmutableArray" or "ToImmutableList" or "Cast":
                return call.Sequence(elements, isComplete);
            case "ToHashSet" or "ToImmutableHashSet" or "ToFrozenSet" or "Distinct" when call.Count == 1:
                return Filters.Distinct(call, known, elements);
            case "DistinctBy" when call.Count == 2 && call[1] is DelegateValue key:
                return Filters.Distinct(call, known, QueryMethods.Map(call, elements, key));
            case "Reverse":
                return call.Sequence([.. elements.Reverse()], isComplete);
            case "Select" when call[1] is { } selector:
                return call.Sequence(QueryMethods.Map(call, elements, selector), isComplete);
            case "SelectMany" when call[1] is { } selector:
                return Flatten(call, elements, selector, isComplete);
            case "Append" when call.At(1) is { } last:
                return call.Sequence(elements.Add(last), isComplete);
            case "Prepend" when call.At(1) is { } first:
                return call.Sequence(elements.Insert(0, first), isComplete);
            case "Concat" when call[1] is { } second:
                return call.Interpreter.FromElements(
                    second,
                    call.Operation,
                    more => call.Sequence(elements.AddRange(more.Elements), isComplete && more.IsComplete)
                );
            case "DefaultIfEmpty" when isComplete:
                return call.Sequence(
                    elements.IsEmpty ? [call.At(1) ?? call.Here(call.Interpreter.Default(call.ElementType, call.Operation))] : elements,
                    isComplete
                );
            case "Zip" when isComplete && call[1] is { } second:
                return call.Interpreter.FromElements(
                    second,
                    call.Operation,
                    more => more.IsComplete ? Zip(call, elements, more.Elements) : new UnknownValue(UnknownReason.Loop, call.Operation)
                );
            case "Chunk" when isComplete && call[1] is ConstantValue { Content: int and > 0 and var size }:
                return call.Sequence(
                    [
                        .. Enumerable
                            .Range(0, (elements.Length + size - 1) / size)
                            .Select(index => call.Here(call.Sequence([.. elements.Skip(index * size).Take(size)], isComplete))),
                    ],
                    isComplete
                );
            default:
                return null;
        }
    }

    private static SequenceValue Flatten(LibraryCall call, ImmutableArray<Binding> elements, Value selector, bool isComplete)
    {
        var flat = call.Interpreter.NewSequence(call.Method.ReturnType, call.Site, [], isComplete);
        var inner = QueryMethods.Map(call, elements, selector);
        for (var index = 0; index < inner.Length; index++)
        {
            var outer = elements[index];
            var collection = call[2] is { } result
                ? call.Interpreter.FromElements(
                    inner[index].Value,
                    call.Operation,
                    more => call.Sequence([.. more.Elements.Select(one => Pair(call, result, outer, one))], more.IsComplete)
                )
                : inner[index].Value;
            call.Interpreter.AppendAll(flat, collection, call.Operation);
        }

        return flat;
    }

    private static Value Zip(LibraryCall call, ImmutableArray<Binding> first, ImmutableArray<Binding> second)
    {
        var pairs = first.Zip(
            second,
            (left, right) => call[2] is { } result ? Pair(call, result, left, right) : call.Here(Tuple(call, left, right))
        );
        return call.Sequence([.. pairs], isComplete: true);
    }

    private static ObjectValue Tuple(LibraryCall call, Binding left, Binding right)
    {
        var tuple = call.Interpreter.NewObject(call.ElementType, call.Site, "Item1", left.Value);
        call.Interpreter.SetMember(tuple, "Item1", left);
        call.Interpreter.SetMember(tuple, "Item2", right);
        return tuple;
    }

    private static Binding Pair(LibraryCall call, Value result, Binding left, Binding right) =>
        call.Here(call.Interpreter.Invoke(result, [left, right], call.Site));
}
