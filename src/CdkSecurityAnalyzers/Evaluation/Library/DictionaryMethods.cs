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
            case "Add" or "TryAdd" when call.At(0) is { } key && call.At(1) is { } value:
                call.Interpreter.AssignElement(dictionary, key, value);
                return new UnknownValue(UnknownReason.RuntimeCall, call.Operation);
            case "Remove" or "Clear":
                // What is left is not tracked: the entries stay, and the dictionary is open.
                call.Interpreter.AssignElement(
                    dictionary,
                    call.Here(new UnknownValue(UnknownReason.Unsupported, call.Operation)),
                    call.Here(new NullValue(call.Operation))
                );
                return new UnknownValue(UnknownReason.RuntimeCall, call.Operation);
            case "TryGetValue"
                when call[0] is { } sought
                    && call.Interpreter.ReadElement(dictionary, sought, call.Operation) is var found
                    && found is not UnknownValue:
                call.Interpreter.GiveOut(ordinal: 1, found);
                return new ConstantValue(true, call.Operation);
            case "ContainsKey" when call[0] is { } key && call.Interpreter.ReadElement(dictionary, key, call.Operation) is not UnknownValue:
                return new ConstantValue(true, call.Operation);
            default:
                return null;
        }
    }

    /// <summary>The extension methods of dictionaries, as far as the key is known to be there.</summary>
    public static Value? TryCallExtension(LibraryCall call) =>
        call.Name == "GetValueOrDefault"
        && call[0] is DictionaryValue dictionary
        && call[1] is { } key
        && call.Interpreter.ReadElement(dictionary, key, call.Operation) is var found
        && found is not UnknownValue
            ? found
            : null;

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
                foreach (var pair in pairs.Elements.Where(pair => pair.Value is ObjectValue))
                {
                    interpreter.AssignElement(copy, PartOf(pair, "Key"), PartOf(pair, "Value"));
                }

                return copy;
            }
        );
        return copy;
    }

    private static Binding PartOf(Binding pair, string part) =>
        pair.Value is ObjectValue parts && parts.TryGet(part, out var binding)
            ? binding
            : pair with
            {
                Value = new UnknownValue(UnknownReason.Unsupported, pair.Value.Origin),
            };
}
