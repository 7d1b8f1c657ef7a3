using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>A set of UTF-16 code units, kept as ascending ranges that neither touch nor overlap.</summary>
internal sealed class CharacterSet
{
    public static readonly CharacterSet None = new(ImmutableArray<(char First, char Last)>.Empty);
    public static readonly CharacterSet All = Range(char.MinValue, char.MaxValue);
    public static readonly CharacterSet Digits = Range('0', '9');

    /// <summary>What <c>\w</c> means to every engine without a Unicode flag.</summary>
    public static readonly CharacterSet WordCharacters = Digits.Union(Range('A', 'Z')).Union(Range('a', 'z')).Union(Single('_'));

    public static readonly CharacterSet Spaces = Range('\t', '\r').Union(Single(' '));

    /// <summary>What <c>.</c> excludes in the most careful engine; account ids and refs hold none of them.</summary>
    public static readonly CharacterSet LineTerminators = Of("\n\r\u0085\u2028\u2029");

    private CharacterSet(ImmutableArray<(char First, char Last)> ranges) => Ranges = ranges;

    public ImmutableArray<(char First, char Last)> Ranges { get; }

    public bool IsEmpty => Ranges.IsEmpty;

    public int Count => Ranges.Sum(static range => range.Last - range.First + 1);

    public static CharacterSet Single(char character) => Range(character, character);

    public static CharacterSet Range(char first, char last) => new(ImmutableArray.Create((first, last)));

    public static CharacterSet Of(string characters) => From(characters.Select(static character => (character, character)));

    /// <summary>The union of any ranges, in any order.</summary>
    public static CharacterSet From(IEnumerable<(char First, char Last)> ranges)
    {
        var merged = ImmutableArray.CreateBuilder<(char First, char Last)>();
        foreach (var range in ranges.OrderBy(static range => range.First))
        {
            if (merged.Count > 0 && range.First <= merged[merged.Count - 1].Last + 1)
            {
                var previous = merged[merged.Count - 1];
                merged[merged.Count - 1] = (previous.First, (char)Math.Max(previous.Last, range.Last));
            }
            else
            {
                merged.Add(range);
            }
        }

        return new CharacterSet(merged.ToImmutable());
    }

    public bool Contains(char character)
    {
        var low = 0;
        var high = Ranges.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (character < Ranges[middle].First)
            {
                high = middle - 1;
            }
            else if (character > Ranges[middle].Last)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    public bool ContainsAll(CharacterSet other) => other.Intersect(this).Count == other.Count;

    public CharacterSet Union(CharacterSet other) => From(Ranges.Concat(other.Ranges));

    public CharacterSet Complement()
    {
        var gaps = ImmutableArray.CreateBuilder<(char First, char Last)>();
        var next = 0;
        foreach (var (first, last) in Ranges)
        {
            if (first > next)
            {
                gaps.Add(((char)next, (char)(first - 1)));
            }

            next = last + 1;
        }

        if (next <= char.MaxValue)
        {
            gaps.Add(((char)next, char.MaxValue));
        }

        return new CharacterSet(gaps.ToImmutable());
    }

    public CharacterSet Intersect(CharacterSet other)
    {
        var common = ImmutableArray.CreateBuilder<(char First, char Last)>();
        var mine = 0;
        var theirs = 0;
        while (mine < Ranges.Length && theirs < other.Ranges.Length)
        {
            var first = Math.Max(Ranges[mine].First, other.Ranges[theirs].First);
            var last = Math.Min(Ranges[mine].Last, other.Ranges[theirs].Last);
            if (first <= last)
            {
                common.Add(((char)first, (char)last));
            }

            if (Ranges[mine].Last < other.Ranges[theirs].Last)
            {
                mine++;
            }
            else
            {
                theirs++;
            }
        }

        return new CharacterSet(common.ToImmutable());
    }

    public CharacterSet Except(CharacterSet other) => Intersect(other.Complement());

    /// <summary>The members in ascending order.</summary>
    public IEnumerable<char> Members()
    {
        foreach (var (first, last) in Ranges)
        {
            for (int character = first; character <= last; character++)
            {
                yield return (char)character;
            }
        }
    }

    /// <summary>A member to show to a person: a letter or digit where there is one; the set must not be empty.</summary>
    public char Representative()
    {
        var readable = Intersect(WordCharacters);
        return Contains('x') ? 'x'
            : readable.IsEmpty ? Ranges[0].First
            : readable.Ranges[0].First;
    }
}
