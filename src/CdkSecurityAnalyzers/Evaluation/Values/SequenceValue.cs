using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>An array, list, set or other ordered collection. Its elements: <see cref="World.Elements"/>.</summary>
internal sealed class SequenceValue(ITypeSymbol? type, Site site) : HeapValue(type, site)
{
    /// <summary>The member that holds the elements: an <see cref="ElementsValue"/>, or a choice of several.</summary>
    public static readonly object Content = new();
}

/// <summary>The elements of a <see cref="SequenceValue"/> at one moment.</summary>
/// <param name="elements">The known elements, in order.</param>
/// <param name="isComplete">False when there may be further elements, or fewer.</param>
internal sealed class ElementsValue(ImmutableArray<Binding> elements, bool isComplete, IOperation? origin) : Value(origin)
{
    public ImmutableArray<Binding> Elements { get; } = elements;

    public bool IsComplete { get; } = isComplete;
}
