using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation.Library.Queries;

/// <summary>Queries that give some of the elements.</summary>
internal static class Filters
{
    public static Value? TryCall(LibraryCall call, ElementsValue known)
    {
        var elements = known.Elements;
        switch (call.Name)
        {
            case "Where" when call[1] is { } predicate:
                return Where(call, known, predicate);
            case "OfType" when call.Method.TypeArguments.Length == 1:
                return OfType(call, known);
            case "Take" when known.IsComplete && call[1] is ConstantValue { Content: int count }:
                return call.Sequence([.. elements.Take(count)], known.IsComplete);
            case "Skip" when known.IsComplete && call[1] is ConstantValue { Content: int count }:
                return call.Sequence([.. elements.Skip(count)], known.IsComplete);
            case "TakeLast" when known.IsComplete && call[1] is ConstantValue { Content: int count }:
                return call.Sequence([.. elements.Skip(elements.Length - count)], known.IsComplete);
            case "SkipLast" when known.IsComplete && call[1] is ConstantValue { Content: int count }:
                return call.Sequence([.. elements.Take(elements.Length - count)], known.IsComplete);
            case "TakeWhile" when known.IsComplete && LengthWhile(call, elements) is { } length:
                return call.Sequence([.. elements.Take(length)], known.IsComplete);
            case "SkipWhile" when known.IsComplete && LengthWhile(call, elements) is { } length:
                return call.Sequence([.. elements.Skip(length)], known.IsComplete);
            case "Union" or "Except" or "Intersect" when call.Count == 2 && call[1] is { } second:
                return call.Interpreter.FromElements(second, call.Operation, more => Combine(call, known, more));
            default:
                return null;
        }
    }

    /// <summary>The elements without those whose key came before; keys that are not known make that undecidable.</summary>
    public static Value? Distinct(LibraryCall call, ElementsValue known, ImmutableArray<Binding> keys)
    {
        if (!keys.All(static key => key.Value is ConstantValue or EnumMemberValue))
        {
            return call.Name is "Distinct" or "DistinctBy" ? null : call.Sequence(known.Elements, isComplete: false);
        }

        var seen = new HashSet<object>();
        return call.Sequence([.. known.Elements.Where((_, index) => seen.Add(ContentOf(keys[index])))], known.IsComplete);
    }

    /// <summary>The elements that a function keeps, each in the world in which it keeps it.</summary>
    public static SequenceValue Where(LibraryCall call, ElementsValue known, Value predicate)
    {
        var kept = call.Interpreter.NewSequence(call.Method.ReturnType, call.Site, [], known.IsComplete);
        for (var index = 0; index < known.Elements.Length; index++)
        {
            var element = known.Elements[index];
            var decision = call.Interpreter.Invoke(predicate, [element, call.Here(new ConstantValue(index, call.Operation))], call.Site);
            call.Interpreter.When(decision, () => call.Interpreter.Append(kept, element));
        }

        return kept;
    }

    private static SequenceValue OfType(LibraryCall call, ElementsValue known)
    {
        var kept = call.Interpreter.NewSequence(call.Method.ReturnType, call.Site, [], known.IsComplete);
        var type = call.Site.Frame.Actual(call.Method.TypeArguments[0]);
        foreach (var element in known.Elements)
        {
            call.Interpreter.When(
                call.Interpreter.IsOfType(element.Value, type, call.Operation),
                () => call.Interpreter.Append(kept, element)
            );
        }

        return kept;
    }

    private static int? LengthWhile(LibraryCall call, ImmutableArray<Binding> elements)
    {
        if (call[1] is not { } predicate)
        {
            return null;
        }

        for (var index = 0; index < elements.Length; index++)
        {
            switch (call.Interpreter.Invoke(predicate, [elements[index]], call.Site))
            {
                case ConstantValue { Content: true }:
                    continue;
                case ConstantValue { Content: false }:
                    return index;
                default:
                    return null;
            }
        }

        return elements.Length;
    }

    private static Value Combine(LibraryCall call, ElementsValue first, ElementsValue second)
    {
        var isComplete = first.IsComplete && second.IsComplete;
        var isKnown = first.Elements.Concat(second.Elements).All(static element => element.Value is ConstantValue or EnumMemberValue);
        if (call.Name == "Union")
        {
            var all = first.Elements.AddRange(second.Elements);
            return isKnown ? Distinct(call, new ElementsValue(all, isComplete, first.Origin), all)! : call.Sequence(all, isComplete: false);
        }

        if (!isKnown || !isComplete)
        {
            return call.Sequence([], isComplete: false);
        }

        var contents = new HashSet<object>(second.Elements.Select(static element => ContentOf(element)));
        var seen = new HashSet<object>();
        return call.Sequence(
            [
                .. first.Elements.Where(element =>
                    contents.Contains(ContentOf(element)) == (call.Name == "Intersect") && seen.Add(ContentOf(element))
                ),
            ],
            isComplete
        );
    }

    private static object ContentOf(Binding element) =>
        element.Value is ConstantValue constant ? constant.Content : ((EnumMemberValue)element.Value).Member;
}
