using System.Collections.Immutable;
using CdkSecurityAnalyzers.Evaluation.Interpretation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>The collection classes of the framework.</summary>
internal static class CollectionTypes
{
    /// <summary>A new collection, or null when the type is none that is known.</summary>
    public static HeapValue? Create(ITypeSymbol type, ImmutableArray<Argument> arguments, Site site, Interpreter interpreter)
    {
        if (!IsFrameworkCollection(type))
        {
            return null;
        }

        var source =
            arguments.Length > 0
            && arguments[0].Value is not (ConstantValue or UnknownValue)
            && arguments[0].Parameter.Type.Name != "IEqualityComparer"
                ? arguments[0].Value
                : null;
        if (IsDictionary(type))
        {
            return source is null
                ? interpreter.NewDictionary(type, site, [], IsKnownSize(arguments))
                : DictionaryMethods.Copy(source, type, site, interpreter);
        }

        var sequence = interpreter.NewSequence(type, site, [], IsKnownSize(arguments));
        if (source is not null)
        {
            interpreter.AppendAll(sequence, source, site.Operation);
        }

        return sequence;
    }

    private static bool IsKnownSize(ImmutableArray<Argument> arguments) => arguments.IsEmpty || arguments[0].Value is not UnknownValue;

    private static bool IsFrameworkCollection(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } }
        && (IsDictionary(type) || type.Name is "List" or "HashSet" or "SortedSet" or "LinkedList" or "Queue");

    private static bool IsDictionary(ITypeSymbol type) =>
        type.Name is "Dictionary" or "SortedDictionary" or "OrderedDictionary" or "SortedList";
}
