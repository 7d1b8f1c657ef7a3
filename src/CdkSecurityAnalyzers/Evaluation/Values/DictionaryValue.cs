using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>A dictionary. Its entries: <see cref="World.Entries"/>.</summary>
internal sealed class DictionaryValue(ITypeSymbol? type, Site site) : HeapValue(type, site)
{
    /// <summary>The member that holds the entries: an <see cref="EntriesValue"/>, or a choice of several.</summary>
    public static readonly object Content = new();
}

/// <summary>The entries of a <see cref="DictionaryValue"/> at one moment.</summary>
/// <param name="entries">The known entries, in order of insertion; keys are unique.</param>
/// <param name="isComplete">False when there may be further entries, or fewer, or when a key is unknown.</param>
internal sealed class EntriesValue(ImmutableArray<Entry> entries, bool isComplete, IOperation? origin) : Value(origin)
{
    public ImmutableArray<Entry> Entries { get; } = entries;

    public bool IsComplete { get; } = isComplete;
}

/// <summary>A key and its value.</summary>
internal readonly record struct Entry(Binding Key, Binding Value);
