using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>
/// Decides questions about how a pattern finds refs by a subset construction: it walks, breadth first, over the possible refs and keeps
/// for each the states of a match that began anywhere and of a match that began at the ref's start. Work is bounded; see <see cref="IsExhausted"/>.
/// </summary>
internal sealed class RefExploration
{
    private const int MaximumSubsets = 20_000;

    private const long MaximumWork = 5_000_000;

    private const int MaximumSymbols = 1_000;

    private readonly SearchAutomaton automaton;
    private readonly StateClosure closure;
    private readonly List<char> symbols;
    private readonly CancellationToken cancellationToken;
    private long work;

    public RefExploration(SearchPattern pattern, CancellationToken cancellationToken)
    {
        this.cancellationToken = cancellationToken;
        automaton = pattern.Automaton;
        closure = new StateClosure(automaton);
        symbols = SymbolsOf(automaton);
        IsExhausted = symbols.Count > MaximumSymbols;
    }

    /// <summary>A question was given up because the walk became too large; no answer counts any more.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>A shortest ref with the prefix for which the condition holds; null when there is none.</summary>
    public string? Shortest(string prefix, Func<RefMatch, bool> condition)
    {
        var start = Start();
        foreach (var character in prefix)
        {
            start = After(start, character)!;
        }

        var visited = new Dictionary<Subset, (Subset? Parent, char Character)> { [start] = (null, default) };
        var waiting = new Queue<Subset>();
        waiting.Enqueue(start);
        while (waiting.Count > 0 && !IsExhausted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var subset = waiting.Dequeue();
            if (RefLanguage.All.Accepts(subset.TextState) && condition(MatchAtEnd(subset)))
            {
                return prefix + TextOf(subset, visited);
            }

            foreach (var character in symbols)
            {
                if (After(subset, character) is { } next && !visited.ContainsKey(next))
                {
                    visited.Add(next, (subset, character));
                    waiting.Enqueue(next);
                }
            }

            IsExhausted = visited.Count > MaximumSubsets || work > MaximumWork;
        }

        return null;
    }

    /// <summary>How the pattern finds one text; a text that is no ref is not found.</summary>
    public RefMatch MatchIn(string text)
    {
        Subset? subset = Start();
        for (var index = 0; index < text.Length && subset is not null; index++)
        {
            subset = After(subset, text[index]);
        }

        return subset is not null && RefLanguage.All.Accepts(subset.TextState) ? MatchAtEnd(subset) : default;
    }

    /// <summary>One character for every class of characters that neither the pattern nor the language of refs tells apart; the readable ones first.</summary>
    private static List<char> SymbolsOf(SearchAutomaton automaton)
    {
        var sets = new List<CharacterSet>(automaton.Labels);
        for (var state = 0; state < RefLanguage.All.Count; state++)
        {
            sets.AddRange(RefLanguage.All.MovesFrom(state).Select(static move => move.Characters));
        }

        var boundaries = new SortedSet<int> { 0, char.MaxValue + 1 };
        foreach (var (first, last) in sets.SelectMany(static set => set.Ranges))
        {
            boundaries.Add(first);
            boundaries.Add(last + 1);
        }

        return boundaries
            .Zip(boundaries.Skip(1), static (first, next) => CharacterSet.Range((char)first, (char)(next - 1)))
            .Select(static symbols => symbols.Representative())
            .Where(RefLanguage.All.Alphabet.Contains)
            .OrderBy(static symbol =>
                symbol == 'x' ? 0
                : CharacterSet.WordCharacters.Contains(symbol) ? 1
                : 2
            )
            .ToList();
    }

    private static string TextOf(Subset last, Dictionary<Subset, (Subset? Parent, char Character)> visited)
    {
        var characters = new List<char>();
        var step = visited[last];
        while (step.Parent is { } parent)
        {
            characters.Add(step.Character);
            step = visited[parent];
        }

        characters.Reverse();
        return new string(characters.ToArray());
    }

    private Subset Start()
    {
        var states = Closed(new[] { automaton.Start }, true);
        return new Subset(TextLanguage.Start, states, states, closure.Accepts, false);
    }

    private Subset? After(Subset subset, char character)
    {
        if (RefLanguage.All.Next(subset.TextState, character) is not { } textState)
        {
            return null;
        }

        work += subset.Searching.Length + subset.Spanning.Length;
        var spanning = Closed(Successors(subset.Spanning, character), false);
        var isUnderDirectory = subset.IsUnderDirectory || (character == '/' && closure.Accepts);
        var searching = Array.Empty<int>();
        var isFound = subset.IsFound;
        if (!isFound)
        {
            searching = Closed(Successors(subset.Searching, character).Append(automaton.Start), false);
            isFound = closure.Accepts;
        }

        // What has been found stays found, so its states need not be followed.
        return new Subset(
            textState,
            isFound ? Array.Empty<int>() : searching,
            isUnderDirectory ? Array.Empty<int>() : spanning,
            isFound,
            isUnderDirectory
        );
    }

    private RefMatch MatchAtEnd(Subset subset) =>
        new(subset.IsFound || AcceptsAtEnd(subset.Searching), AcceptsAtEnd(subset.Spanning), subset.IsUnderDirectory);

    private bool AcceptsAtEnd(int[] states)
    {
        closure.Reset(false, true, true);
        foreach (var state in states)
        {
            closure.Add(state);
        }

        return closure.Accepts;
    }

    private IEnumerable<int> Successors(int[] states, char character)
    {
        foreach (var state in states)
        {
            if (automaton[state].Characters?.Contains(character) == true)
            {
                yield return automaton[state].Next;
            }
        }
    }

    private int[] Closed(IEnumerable<int> states, bool atStart)
    {
        closure.Reset(atStart, false, false);
        foreach (var state in states)
        {
            closure.Add(state);
        }

        var members = (closure.Accepts ? closure.Members.Append(SearchAutomaton.AcceptState) : closure.Members).ToArray();
        Array.Sort(members);
        work += members.Length + 1;
        return members;
    }

    /// <summary>Where a ref is, and where the matches in it are.</summary>
    private sealed class Subset(int textState, int[] searching, int[] spanning, bool isFound, bool isUnderDirectory) : IEquatable<Subset>
    {
        private readonly int hash = HashOf(textState, searching, spanning);

        public int TextState { get; } = textState;

        public int[] Searching { get; } = searching;

        public int[] Spanning { get; } = spanning;

        public bool IsFound { get; } = isFound;

        public bool IsUnderDirectory { get; } = isUnderDirectory;

        public bool Equals(Subset? other) =>
            other is not null
            && hash == other.hash
            && TextState == other.TextState
            && IsFound == other.IsFound
            && IsUnderDirectory == other.IsUnderDirectory
            && Searching.AsSpan().SequenceEqual(other.Searching)
            && Spanning.AsSpan().SequenceEqual(other.Spanning);

        public override bool Equals(object? obj) => Equals(obj as Subset);

        public override int GetHashCode() => hash;

        private static int HashOf(int textState, int[] searching, int[] spanning) =>
            unchecked(searching.Concat(spanning).Aggregate(textState, static (sum, state) => sum * 31 + state));
    }
}
