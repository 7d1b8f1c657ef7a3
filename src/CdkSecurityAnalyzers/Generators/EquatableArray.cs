using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Generators;

/// <summary>A list that equals another one with equal elements, as the models of generators have to.</summary>
internal readonly struct EquatableArray<TElement>(ImmutableArray<TElement> elements)
    : IEquatable<EquatableArray<TElement>>,
        IReadOnlyList<TElement>
    where TElement : IEquatable<TElement>
{
    public static readonly EquatableArray<TElement> Empty = new([]);

    private ImmutableArray<TElement> Elements => elements.IsDefault ? [] : elements;

    public int Count => Elements.Length;

    public TElement this[int index] => Elements[index];

    public bool Equals(EquatableArray<TElement> other) => Elements.AsSpan().SequenceEqual(other.Elements.AsSpan());

    public override bool Equals(object? obj) => obj is EquatableArray<TElement> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = Count;
        foreach (var element in Elements)
        {
            hash = unchecked((hash * 31) + element.GetHashCode());
        }

        return hash;
    }

    public IEnumerator<TElement> GetEnumerator() => ((IEnumerable<TElement>)Elements).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
