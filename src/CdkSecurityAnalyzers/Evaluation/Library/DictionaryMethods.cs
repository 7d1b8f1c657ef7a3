using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Interpretation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>The methods of dictionaries.</summary>
internal static class DictionaryMethods
{
    public static Value? TryCall(LibraryCall call, DictionaryValue dictionary)
    {
        switch (call.Name)
        {
            case "Add" or "TryAdd" or "SetItem" when call.At(0) is { } key && call.At(1) is { } value:
                return Add(call, dictionary, key, value);
            case "Remove" or "TryRemove" when call[0] is { } key:
                return Remove(call, dictionary, key);
            case "Clear":
                return Change(call, dictionary, _ => []);
            case "TryGetValue" when call[0] is { } key:
                var type = call.Method.Parameters[call.Method.Parameters.Length - 1].Type;
                call.Interpreter.GiveOut(
                    ordinal: 1,
                    Find(call, dictionary, key, static found => found, () => call.Interpreter.Default(type, call.Operation))
                );
                return Holds(call, dictionary, key);
            case "ContainsKey" when call[0] is { } key:
                return Holds(call, dictionary, key);
            case "GetValueOrDefault" when call[0] is { } key:
                return GetValueOrDefault(call, dictionary, key, call[1]);
            case "GetOrAdd" when call.At(0) is { } key && call[1] is { } made:
                return GetOrAdd(call, dictionary, key, made);
            case "GetEnumerator":
                return dictionary;
            case "ToImmutable" or "ToBuilder":
                return Copy(dictionary, call.Method.ReturnType, call.Site, call.Interpreter);
            default:
                return null;
        }
    }

    /// <summary>The extension methods of dictionaries.</summary>
    public static Value? TryCallExtension(LibraryCall call) =>
        call.Name switch
        {
            "GetValueOrDefault" when call[0] is DictionaryValue dictionary && call[1] is { } key => GetValueOrDefault(
                call,
                dictionary,
                key,
                call[2]
            ),
            "TryAdd" when call[0] is DictionaryValue dictionary && call.At(1) is { } key && call.At(2) is { } value => Add(
                call,
                dictionary,
                key,
                value
            ),
            _ => null,
        };

    /// <summary>The factories of immutable and frozen dictionaries.</summary>
    public static Value? TryCreate(LibraryCall call) =>
        call.Name switch
        {
            "CreateBuilder" or "Create" when call.Arguments.IsEmpty => call.Interpreter.NewDictionary(
                call.Method.ReturnType,
                call.Site,
                [],
                isComplete: true
            ),
            "CreateRange"
            or "ToImmutableDictionary"
            or "ToFrozenDictionary"
            or "ToImmutableSortedDictionary" when call.Arguments.Length == 1 && call[0] is { } source => Copy(
                source,
                call.Method.ReturnType,
                call.Site,
                call.Interpreter
            ),
            "ToImmutableDictionary" or "ToFrozenDictionary" => QueryMethods.TryCall(call),
            _ => null,
        };

    /// <summary>The keys or the values of a dictionary.</summary>
    public static Value Side(DictionaryValue dictionary, bool keys, Interpreter interpreter, IOperation operation) =>
        interpreter.FromElements(
            dictionary,
            operation,
            pairs =>
                interpreter.NewSequence(
                    type: null,
                    dictionary.Site,
                    ImmutableArray.CreateRange(pairs.Elements, pair => PartOf(pair, keys ? "Key" : "Value")),
                    pairs.IsComplete
                )
        );

    /// <summary>A new dictionary with the entries of another, or of a sequence of pairs.</summary>
    public static DictionaryValue Copy(Value source, ITypeSymbol type, Site site, Interpreter interpreter)
    {
        var copy = interpreter.NewDictionary(type, site, [], isComplete: true);
        interpreter.FromElements(
            source,
            site.Operation,
            pairs =>
            {
                Fill(copy, pairs, interpreter);
                return copy;
            }
        );
        return copy;
    }

    /// <summary>Puts pairs into a dictionary.</summary>
    public static void Fill(DictionaryValue target, ElementsValue pairs, Interpreter interpreter)
    {
        foreach (var pair in pairs.Elements.Where(pair => pair.Value is ObjectValue))
        {
            interpreter.AssignElement(target, PartOf(pair, "Key"), PartOf(pair, "Value"));
        }

        if (!pairs.IsComplete || pairs.Elements.Any(pair => pair.Value is not ObjectValue))
        {
            interpreter.ChangeEntries(target, static entries => new EntriesValue(entries.Entries, isComplete: false, entries.Origin));
        }
    }

    private static Value Add(LibraryCall call, DictionaryValue dictionary, Binding key, Binding value)
    {
        var target =
            call.Name == "SetItem" || IsImmutable(call)
                ? Copy(dictionary, call.Method.ReturnType, call.Site, call.Interpreter)
                : dictionary;
        if (call.Name != "TryAdd")
        {
            call.Interpreter.AssignElement(target, key, value);
            return ReferenceEquals(target, dictionary) ? Nothing(call) : target;
        }

        var isFree = call.Interpreter.Not(Holds(call, dictionary, key.Value), call.Operation);
        call.Interpreter.When(isFree, () => call.Interpreter.AssignElement(dictionary, key, value));
        return isFree;
    }

    private static Value Remove(LibraryCall call, DictionaryValue dictionary, Value key)
    {
        var held = Holds(call, dictionary, key);
        var result = Change(
            call,
            dictionary,
            entries =>
                entries.All(entry => Interpreter.IsComparableKey(entry.Key.Value) && Interpreter.IsComparableKey(key))
                    ? entries.RemoveAll(entry => Interpreter.IsSameKey(entry.Key.Value, key))
                    : null
        );
        return result is DictionaryValue ? result : held;
    }

    private static Value GetOrAdd(LibraryCall call, DictionaryValue dictionary, Binding key, Value made) =>
        Find(
            call,
            dictionary,
            key.Value,
            static found => found,
            () =>
            {
                var value = made is DelegateValue factory ? call.Interpreter.Invoke(factory, [key], call.Site) : made;
                call.Interpreter.AssignElement(dictionary, key, call.Here(value));
                return value;
            }
        );

    private static Value GetValueOrDefault(LibraryCall call, DictionaryValue dictionary, Value key, Value? otherwise) =>
        Find(
            call,
            dictionary,
            key,
            static found => found,
            () => otherwise ?? call.Interpreter.Default(call.Method.ReturnType, call.Operation)
        );

    private static Value Holds(LibraryCall call, DictionaryValue dictionary, Value key) =>
        Find(call, dictionary, key, _ => new ConstantValue(true, call.Operation), () => new ConstantValue(false, call.Operation));

    private static Value Find(
        LibraryCall call,
        DictionaryValue dictionary,
        Value key,
        System.Func<Value, Value> found,
        System.Func<Value> missing
    ) => call.Interpreter.ForEachAlternative(key, sought => call.Interpreter.FindEntry(dictionary, sought, call.Operation, found, missing));

    /// <summary>Changes the entries; null leaves them unknown. An immutable dictionary stays as it is and the result is a new one.</summary>
    private static Value Change(
        LibraryCall call,
        DictionaryValue dictionary,
        System.Func<ImmutableArray<Entry>, ImmutableArray<Entry>?> change
    )
    {
        var target = IsImmutable(call) ? Copy(dictionary, call.Method.ReturnType, call.Site, call.Interpreter) : dictionary;
        call.Interpreter.ChangeEntries(
            target,
            known =>
                change(known.Entries) is { } changed
                    ? new EntriesValue(changed, known.IsComplete, known.Origin)
                    : new EntriesValue([], isComplete: false, known.Origin)
        );
        return ReferenceEquals(target, dictionary) ? Nothing(call) : target;
    }

    private static bool IsImmutable(LibraryCall call) =>
        call.Method.ContainingType is { ContainingType: null } type && type.Name.StartsWith("Immutable", System.StringComparison.Ordinal);

    private static UnknownValue Nothing(LibraryCall call) => new(UnknownReason.Unsupported, call.Operation);

    private static Binding PartOf(Binding pair, string part) =>
        pair.Value is ObjectValue parts && parts.TryGet(part, out var binding)
            ? binding
            : pair with
            {
                Value = new UnknownValue(UnknownReason.Unsupported, pair.Value.Origin),
            };
}
