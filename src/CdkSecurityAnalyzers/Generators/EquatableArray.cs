using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Generators;

/// <summary>
/// A list that equals another one with equal elements, as the models of generators have to. It is a class, as everything that generators hand from step to step:
/// for each struct the runtime would compile the compiler's own steps anew, in every build.
/// </summary>
internal sealed class EquatableArray<TElement>(ImmutableArray<TElement> elements)
    : IEquatable<EquatableArray<TElement>>,
        IReadOnlyList<TElement>
    where TElement : IEquatable<TElement>
{
    public static readonly EquatableArray<TElement> Empty = new([]);

    private readonly ImmutableArray<TElement> elements = elements;

    public int Count => elements.Length;

    public TElement this[int index] => elements[index];

    public bool Equals(EquatableArray<TElement>? other) => other is not null && elements.AsSpan().SequenceEqual(other.elements.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as EquatableArray<TElement>);

    public override int GetHashCode()
    {
        var hash = Count;
        foreach (var element in elements)
        {
            hash = unchecked((hash * 31) + element.GetHashCode());
        }

        return hash;
    }

    public IEnumerator<TElement> GetEnumerator() => ((IEnumerable<TElement>)elements).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
