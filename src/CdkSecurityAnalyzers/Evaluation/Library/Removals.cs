using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>The methods that take elements out of a collection. Where it is not known which, none is known to be left.</summary>
internal static class Removals
{
    public static Value? TryCall(LibraryCall call, SequenceValue sequence)
    {
        switch (call.Name)
        {
            case "RemoveAt":
                return SequenceMethods.Change(call, sequence, known => Without(known, IndexIn(known, call[0])));
            case "RemoveFirst":
                return SequenceMethods.Change(call, sequence, known => Without(known, known.IsComplete ? 0 : null));
            case "RemoveLast":
                return SequenceMethods.Change(call, sequence, known => Without(known, known.IsComplete ? known.Elements.Length - 1 : null));
            case "Remove":
                return SequenceMethods.Change(call, sequence, known => WithoutValue(known, call[0]));
            case "RemoveAll" or "RemoveWhere" when call[0] is DelegateValue predicate:
                return SequenceMethods.Change(call, sequence, known => WithoutAll(call, known, predicate));
            case "RemoveRange" or "ExceptWith" or "IntersectWith" or "SymmetricExceptWith":
                return SequenceMethods.Change(call, sequence, Emptied);
            case "Pop" or "Dequeue" or "Peek":
                return Take(call, sequence);
            default:
                return null;
        }
    }

    /// <summary>The first element, which a stack or a queue gives and, but for <c>Peek</c>, loses.</summary>
    private static Value Take(LibraryCall call, SequenceValue sequence)
    {
        var first = call.Interpreter.FromElements(
            sequence,
            call.Operation,
            known =>
                !known.IsComplete ? new UnknownValue(UnknownReason.Loop, call.Operation)
                : known.Elements.IsEmpty ? call.Interpreter.Throws(call.Site)
                : known.Elements[0].Value
        );
        if (call.Name != "Peek")
        {
            call.Interpreter.Change(sequence, known => Without(known, known.IsComplete ? 0 : null));
        }

        return first;
    }

    private static int? IndexIn(ElementsValue known, Value? index) =>
        known.IsComplete && index is ConstantValue { Content: int place } && place >= 0 && place < known.Elements.Length ? place : null;

    private static ElementsValue Without(ElementsValue known, int? index) =>
        index is { } place && place < known.Elements.Length ? SequenceMethods.With(known, known.Elements.RemoveAt(place)) : Emptied(known);

    private static ElementsValue WithoutValue(ElementsValue known, Value? removed)
    {
        var isDecided = known.Elements.All(element =>
            ReferenceEquals(element.Value, removed)
            || (element.Value is ConstantValue && removed is ConstantValue)
            || (element.Value is HeapValue && removed is HeapValue)
        );
        if (!isDecided || removed is null)
        {
            return Emptied(known);
        }

        var index = known
            .Elements.Select(static element => element.Value)
            .ToImmutableArray()
            .FindIndex(present =>
                ReferenceEquals(present, removed)
                || (present is ConstantValue first && removed is ConstantValue second && first.Content.Equals(second.Content))
            );
        return index < 0 ? known : SequenceMethods.With(known, known.Elements.RemoveAt(index));
    }

    private static ElementsValue WithoutAll(LibraryCall call, ElementsValue known, Value predicate)
    {
        if (known.Elements.Length > Bounds.LoopRounds)
        {
            return Emptied(known);
        }

        var decisions = ImmutableArray.CreateRange(known.Elements, element => call.Interpreter.Invoke(predicate, [element], call.Site));
        return SequenceMethods
            .With(known, [.. known.Elements.Where((_, index) => decisions[index] is ConstantValue { Content: false })])
            .OpenUnless(decisions.All(static decision => decision is ConstantValue));
    }

    private static int FindIndex(this ImmutableArray<Value> values, System.Func<Value, bool> test)
    {
        for (var index = 0; index < values.Length; index++)
        {
            if (test(values[index]))
            {
                return index;
            }
        }

        return -1;
    }

    private static ElementsValue OpenUnless(this ElementsValue elements, bool isDecided) =>
        isDecided ? elements : new ElementsValue(elements.Elements, isComplete: false, elements.Origin);

    private static ElementsValue Emptied(ElementsValue known) => new([], isComplete: false, known.Origin);
}
