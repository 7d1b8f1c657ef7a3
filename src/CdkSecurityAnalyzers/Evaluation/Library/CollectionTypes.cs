using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
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

        var comparer = arguments.FirstOrDefault(IsComparer);
        var source = arguments
            .FirstOrDefault(static argument => !IsComparer(argument) && argument.Value is not (ConstantValue or UnknownValue))
            .Binding.Value;
        HeapValue collection = IsDictionary(type)
            ? source is null
                ? interpreter.NewDictionary(type, site, [], IsKnownSize(arguments))
                : DictionaryMethods.Copy(source, type, site, interpreter)
            : NewSequence(type, arguments, source, site, interpreter);
        if (comparer.Parameter is not null && comparer.Value is not NullValue)
        {
            interpreter.SetMember(collection, Comparer, comparer.Binding);
        }

        return collection;
    }

    /// <summary>The member that holds the comparer by which a collection tells its keys or elements apart; unset for the usual one.</summary>
    public static readonly object Comparer = new();

    /// <summary>Whether a collection holds each element once.</summary>
    public static bool IsSet(ITypeSymbol? type) =>
        type is { Name: "HashSet" or "SortedSet" or "ImmutableHashSet" or "ImmutableSortedSet" }
        && IsInCollections(type.ContainingNamespace);

    /// <summary>Whether a collection gives its elements or keys in their order, whatever the order in which they came.</summary>
    public static bool IsSorted(ITypeSymbol? type) =>
        type is { Name: "SortedSet" or "SortedDictionary" or "SortedList" or "ImmutableSortedSet" or "ImmutableSortedDictionary" }
        && IsInCollections(type.ContainingNamespace);

    private static SequenceValue NewSequence(
        ITypeSymbol type,
        ImmutableArray<Argument> arguments,
        Value? source,
        Site site,
        Interpreter interpreter
    )
    {
        var sequence = interpreter.NewSequence(type, site, [], IsKnownSize(arguments));
        if (source is null)
        {
            return sequence;
        }

        interpreter.AppendAll(sequence, source, site.Operation);
        interpreter.Change(
            sequence,
            known =>
            {
                // A stack gives back first what was put in last.
                var elements = type.Name == "Stack" ? [.. known.Elements.Reverse()] : known.Elements;
                return new ElementsValue(IsSet(type) ? Distinct(elements) : elements, known.IsComplete, known.Origin);
            }
        );
        return sequence;
    }

    private static ImmutableArray<Binding> Distinct(ImmutableArray<Binding> elements)
    {
        var seen = new HashSet<object>();
        return [.. elements.Where(element => element.Value is not ConstantValue constant || seen.Add(constant.Content))];
    }

    private static bool IsComparer(Argument argument) => argument.Parameter?.Type.Name is "IEqualityComparer" or "IComparer";

    private static bool IsKnownSize(ImmutableArray<Argument> arguments) =>
        arguments.All(static argument => IsComparer(argument) || argument.Value is not UnknownValue);

    private static bool IsFrameworkCollection(ITypeSymbol type) =>
        IsInCollections(type.ContainingNamespace)
        && (
            IsDictionary(type)
            || type.Name
                is "List"
                    or "HashSet"
                    or "SortedSet"
                    or "LinkedList"
                    or "Queue"
                    or "Stack"
                    or "Collection"
                    or "ReadOnlyCollection"
                    or "ObservableCollection"
                    or "ConcurrentBag"
                    or "ConcurrentQueue"
        );

    private static bool IsInCollections(INamespaceSymbol? space) =>
        space
            is {
                Name: "Generic" or "Concurrent" or "ObjectModel" or "Immutable",
                ContainingNamespace:
                { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            };

    private static bool IsDictionary(ITypeSymbol type) =>
        type.Name
            is "Dictionary"
                or "SortedDictionary"
                or "OrderedDictionary"
                or "SortedList"
                or "ConcurrentDictionary"
                or "ReadOnlyDictionary";
}
