using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>
/// Writes out everything that a pattern without wildcards can match, in the order in which it stands in the pattern. Each text carries
/// which of its ends the pattern ties to an end of the searched text; that alone decides what else a search finds.
/// </summary>
internal sealed class PatternListing
{
    /// <summary>Most texts that count as a list.</summary>
    public const int MaximumTexts = 10_000;

    private const int MaximumCharacters = 4_000_000;

    private static readonly Entry Empty = new("", false, false);

    private readonly CancellationToken cancellationToken;
    private int characters;

    private PatternListing(CancellationToken cancellationToken) => this.cancellationToken = cancellationToken;

    /// <summary>Lists the pattern's matches; null when they are more than a list can hold. The pattern must have no open repetition.</summary>
    public static List<Entry>? Of(PatternNode pattern, CancellationToken cancellationToken) =>
        new PatternListing(cancellationToken).List(pattern);

    private List<Entry>? List(PatternNode node)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (node)
        {
            case PatternNode.Symbol symbol:
                return symbol.Characters.Count > MaximumTexts
                    ? null
                    : symbol.Characters.Members().Select(static member => new Entry(member.ToString(), false, false)).ToList();
            case PatternNode.Place place:
                return new List<Entry> { new("", place.Position == PatternPlace.Start, place.Position != PatternPlace.Start) };
            case PatternNode.Sequence sequence:
                return ListSequence(sequence.Parts);
            case PatternNode.Alternation alternation:
                return ListAlternation(alternation.Alternatives);
            default:
                return ListRepetition((PatternNode.Repetition)node);
        }
    }

    private List<Entry>? ListSequence(ImmutableArray<PatternNode> parts)
    {
        List<Entry>? entries = new() { Empty };
        var index = 0;
        while (index < parts.Length && entries is not null)
        {
            // A run of single characters is one text: joining them one by one would take quadratic time.
            var run = new StringBuilder();
            while (index < parts.Length && parts[index] is PatternNode.Symbol { Characters.Count: 1 } symbol)
            {
                run.Append(symbol.Characters.Ranges[0].First);
                index++;
            }

            entries = Join(entries, run.Length > 0 ? new List<Entry> { new(run.ToString(), false, false) } : List(parts[index++]));
        }

        return entries;
    }

    private List<Entry>? ListAlternation(ImmutableArray<PatternNode> alternatives)
    {
        var union = new DistinctEntries();
        foreach (var alternative in alternatives)
        {
            var entries = List(alternative);
            if (entries is null || !entries.TrueForAll(union.TryAdd))
            {
                return null;
            }
        }

        return union.Entries;
    }

    private List<Entry>? ListRepetition(PatternNode.Repetition repetition)
    {
        var body = List(repetition.Body);
        List<Entry>? entries = new() { Empty };
        for (var count = 0; count < repetition.Minimum; count++)
        {
            entries = Join(entries, body);
        }

        var union = new DistinctEntries();
        for (var count = repetition.Minimum; entries is not null; count++)
        {
            if (!entries.TrueForAll(union.TryAdd))
            {
                return null;
            }

            if (count >= repetition.Maximum)
            {
                return union.Entries;
            }

            entries = Join(entries, body);
        }

        return null;
    }

    private List<Entry>? Join(List<Entry>? heads, List<Entry>? tails)
    {
        if (heads is null || tails is null)
        {
            return null;
        }

        var joined = new DistinctEntries();
        foreach (var head in heads)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var tail in tails)
            {
                if ((tail.AtStart && head.Text.Length > 0) || (head.AtEnd && tail.Text.Length > 0))
                {
                    continue;
                }

                characters += head.Text.Length + tail.Text.Length + 1;
                var entry = new Entry(
                    head.Text + tail.Text,
                    head.AtStart || (head.Text.Length == 0 && tail.AtStart),
                    tail.AtEnd || (tail.Text.Length == 0 && head.AtEnd)
                );
                if (characters > MaximumCharacters || !joined.TryAdd(entry))
                {
                    return null;
                }
            }
        }

        return joined.Entries;
    }

    /// <summary>One text that the pattern matches.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="AtStart">It must stand at the start of the searched text.</param>
    /// <param name="AtEnd">It must stand at the end of the searched text.</param>
    public readonly record struct Entry(string Text, bool AtStart, bool AtEnd);

    private sealed class DistinctEntries
    {
        private readonly HashSet<Entry> seen = new();

        public List<Entry> Entries { get; } = new();

        /// <summary>Adds an entry once; false when that would make the list too long.</summary>
        public bool TryAdd(Entry entry)
        {
            if (seen.Add(entry))
            {
                Entries.Add(entry);
            }

            return Entries.Count <= MaximumTexts;
        }
    }
}
