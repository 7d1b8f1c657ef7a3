using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation.Library.Queries;

/// <summary>Queries that bring elements together by a key. A key that is not known makes the result unknown.</summary>
internal static class Groupings
{
    public static Value? TryCall(LibraryCall call, ElementsValue known)
    {
        switch (call.Name)
        {
            case "ToDictionary" or "ToImmutableDictionary" or "ToFrozenDictionary":
                return ToDictionary(call, known);
            case "GroupBy" or "ToLookup" when call[1] is DelegateValue key && call[3] is null:
                return Group(call, known, key);
            case "Join" when known.IsComplete && call[1] is { } inner && call.Count == 5:
                return call.Interpreter.FromElements(inner, call.Operation, more => Join(call, known, more));
            default:
                return null;
        }
    }

    private static DictionaryValue ToDictionary(LibraryCall call, ElementsValue known)
    {
        if (call[1] is not DelegateValue keySelector)
        {
            var copy = call.Interpreter.NewDictionary(call.Method.ReturnType, call.Site, [], isComplete: true);
            DictionaryMethods.Fill(copy, known, call.Interpreter);
            return copy;
        }

        var dictionary = call.Interpreter.NewDictionary(call.Method.ReturnType, call.Site, [], known.IsComplete);
        var keys = QueryMethods.Map(call, known.Elements, keySelector);
        var values = call[2] is DelegateValue selector ? QueryMethods.Map(call, known.Elements, selector) : known.Elements;
        for (var index = 0; index < keys.Length; index++)
        {
            call.Interpreter.AssignElement(dictionary, keys[index], values[index]);
        }

        return dictionary;
    }

    /// <summary>A sequence of sequences, each with its key as member.</summary>
    private static Value? Group(LibraryCall call, ElementsValue known, Value keySelector)
    {
        var keys = QueryMethods.Map(call, known.Elements, keySelector);
        if (!known.IsComplete || !keys.All(static key => key.Value is ConstantValue or EnumMemberValue))
        {
            return null;
        }

        var items = call[2] is DelegateValue selector ? QueryMethods.Map(call, known.Elements, selector) : known.Elements;
        var groups = ImmutableArray.CreateBuilder<Binding>();
        foreach (var positions in Enumerable.Range(0, keys.Length).GroupBy(index => ContentOf(keys[index])))
        {
            var group = call.Interpreter.NewSequence(type: null, call.Site, [.. positions.Select(index => items[index])], isComplete: true);
            call.Interpreter.SetMember(group, "Key", keys[positions.First()]);
            groups.Add(call.Here(group));
        }

        return call.Sequence(groups.ToImmutable(), isComplete: true);
    }

    private static Value Join(LibraryCall call, ElementsValue outer, ElementsValue inner)
    {
        var outerKeys = QueryMethods.Map(call, outer.Elements, call[2]!);
        var innerKeys = QueryMethods.Map(call, inner.Elements, call[3]!);
        if (!inner.IsComplete || !outerKeys.Concat(innerKeys).All(static key => key.Value is ConstantValue or EnumMemberValue))
        {
            return new UnknownValue(UnknownReason.Loop, call.Operation);
        }

        var joined = ImmutableArray.CreateBuilder<Binding>();
        for (var index = 0; index < outerKeys.Length; index++)
        {
            for (var other = 0; other < innerKeys.Length; other++)
            {
                if (Equals(ContentOf(outerKeys[index]), ContentOf(innerKeys[other])))
                {
                    joined.Add(call.Here(call.Interpreter.Invoke(call[4]!, [outer.Elements[index], inner.Elements[other]], call.Site)));
                }
            }
        }

        return call.Sequence(joined.ToImmutable(), isComplete: true);
    }

    private static object ContentOf(Binding key) =>
        key.Value is ConstantValue constant ? constant.Content : ((EnumMemberValue)key.Value).Member;
}
