using System.Collections.Immutable;
using System.Threading;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>
/// A regular expression as CodeBuild's webhook filters use it: a text passes when the pattern is found anywhere in it.
/// Reading and searching take time that is bounded by the lengths of pattern and text; nothing backtracks.
/// </summary>
internal sealed class SearchPattern
{
    private SearchPattern(PatternNode tree, SearchAutomaton automaton, ImmutableArray<string> topLevelAlternatives)
    {
        Tree = tree;
        Automaton = automaton;
        TopLevelAlternatives = topLevelAlternatives;
    }

    public PatternNode Tree { get; }

    public SearchAutomaton Automaton { get; }

    /// <summary>The texts between the <c>|</c> that stand in no group; at least one.</summary>
    public ImmutableArray<string> TopLevelAlternatives { get; }

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">The pattern's text.</param>
    /// <param name="reason">Why it is not readable: a clause without a full stop; null when it is.</param>
    /// <returns>The pattern, or null when it is malformed, too large, or outside what .NET and Java read alike.</returns>
    public static SearchPattern? Parse(string pattern, out string? reason)
    {
        var tree = PatternParser.Parse(pattern, out var alternatives, out reason);
        if (tree is null)
        {
            return null;
        }

        var automaton = SearchAutomaton.Build(tree);
        if (automaton is null)
        {
            reason = "the pattern's repetitions are too large";
            return null;
        }

        return new SearchPattern(tree, automaton, alternatives);
    }

    /// <summary>Whether a search with this pattern finds something in the text.</summary>
    public bool IsFoundIn(string text, CancellationToken cancellationToken = default)
    {
        var current = new StateClosure(Automaton);
        var next = new StateClosure(Automaton);
        Enter(current, text, 0);
        current.Add(Automaton.Start);
        for (var position = 0; position < text.Length && !current.Accepts; position++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Enter(next, text, position + 1);
            foreach (var member in current.Members)
            {
                if (Automaton[member].Characters?.Contains(text[position]) == true)
                {
                    next.Add(Automaton[member].Next);
                }
            }

            next.Add(Automaton.Start);
            (current, next) = (next, current);
        }

        return current.Accepts;
    }

    private static void Enter(StateClosure closure, string text, int position)
    {
        var atStrictEnd = position == text.Length;
        closure.Reset(position == 0, atStrictEnd || (position == text.Length - 1 && text[position] == '\n'), atStrictEnd);
    }
}
