using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation.Library.Queries;

/// <summary>Queries that give one element, or tell whether and how many there are.</summary>
internal static class Elements
{
    public static Value? TryCall(LibraryCall call, ElementsValue known)
    {
        switch (call.Name)
        {
            case "First"
            or "FirstOrDefault"
            or "Single"
            or "SingleOrDefault"
            or "Last"
            or "LastOrDefault"
            or "Any"
            or "Count"
            or "LongCount" when call[1] is DelegateValue predicate:
                return OnKept(call, Filters.Where(call, known, predicate));
            case "All" when call[1] is DelegateValue predicate && known.IsComplete:
                return known.Elements.Aggregate(
                    (Value)new ConstantValue(true, call.Operation),
                    (all, element) =>
                        call.Interpreter.And(all, () => call.Interpreter.Invoke(predicate, [element], call.Site), call.Operation)
                );
            case "ElementAt" or "ElementAtOrDefault" when known.IsComplete && call[1] is ConstantValue { Content: int index }:
                return index >= 0 && index < known.Elements.Length
                    ? known.Elements[index].Value
                    : Missing(call, isDefault: call.Name == "ElementAtOrDefault");
            case "Contains" when call.Count == 2 && call[1] is ConstantValue sought:
                return QueryMethods.Contains(call, call[0]!, sought);
            default:
                return OfAll(call, known);
        }
    }

    private static Value? OfAll(LibraryCall call, ElementsValue known)
    {
        var elements = known.Elements;
        switch (call.Name)
        {
            case "Any" when call.Count == 1 && (known.IsComplete || elements.Any(static element => element.Value is not UnknownValue)):
                return new ConstantValue(!elements.IsEmpty, call.Operation);
            case "Count" when call.Count == 1 && known.IsComplete:
                return new ConstantValue(elements.Length, call.Operation);
            case "LongCount" when call.Count == 1 && known.IsComplete:
                return new ConstantValue((long)elements.Length, call.Operation);
            case "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault" when known.IsComplete:
                if (elements.IsEmpty)
                {
                    return call[1] ?? call[2] ?? Missing(call, call.Name.EndsWith("OrDefault", System.StringComparison.Ordinal));
                }

                return elements.Length > 1 && (call.Name is "Single" or "SingleOrDefault")
                    ? call.Interpreter.Throws(call.Site)
                    : elements[call.Name is "Last" or "LastOrDefault" ? elements.Length - 1 : 0].Value;
            default:
                return null;
        }
    }

    /// <summary>A query with a predicate is the query without one over what the predicate keeps.</summary>
    private static Value OnKept(LibraryCall call, SequenceValue kept)
    {
        var whole = call.WithoutFunctions();
        return call.Interpreter.FromElements(
            kept,
            call.Operation,
            known => OfAll(whole, known) ?? new UnknownValue(UnknownReason.Loop, call.Operation)
        );
    }

    private static Value Missing(LibraryCall call, bool isDefault) =>
        isDefault ? call.Interpreter.Default(call.Method.ReturnType, call.Operation) : call.Interpreter.Throws(call.Site);
}
