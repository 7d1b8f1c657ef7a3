using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>
/// Finds a short text of a language in which a pattern is found, by a breadth-first walk over pairs of states. The walk is linear in
/// the size of the automaton because it looks for one match and never for the set of all.
/// </summary>
internal sealed class FoundText
{
    private const int MaximumNodes = 1_000_000;

    private readonly SearchAutomaton automaton;
    private readonly TextLanguage language;
    private readonly Dictionary<Node, (Node Parent, char? Character)> visited = new();
    private readonly Stack<Node> current = new();
    private readonly List<Node> following = new();

    private FoundText(SearchAutomaton automaton, TextLanguage language)
    {
        this.automaton = automaton;
        this.language = language;
    }

    /// <summary>A match's progress: not begun, finished, or (from zero) a state of the automaton.</summary>
    private int Before => automaton.Count;

    private int After => automaton.Count + 1;

    /// <summary>Looks for the text.</summary>
    /// <param name="pattern">The pattern to search with.</param>
    /// <param name="language">The texts to search in.</param>
    /// <param name="text">A text, the same one every time, or null when the pattern is found in none.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>False when the walk became too large to be finished.</returns>
    public static bool TryFind(SearchPattern pattern, TextLanguage language, out string? text, CancellationToken cancellationToken)
    {
        var walk = new FoundText(pattern.Automaton, language);
        return walk.TryFind(out text, cancellationToken);
    }

    private bool TryFind(out string? text, CancellationToken cancellationToken)
    {
        text = null;
        var root = new Node(Before, TextLanguage.Start, false);
        Visit(root, root, null);
        while (following.Count > 0)
        {
            foreach (var node in Enumerable.Reverse(following))
            {
                current.Push(node);
            }

            following.Clear();
            while (current.Count > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var node = current.Pop();
                if (node.Progress == After && language.Accepts(node.TextState))
                {
                    text = TextOf(node, root);
                    return true;
                }

                Expand(node);
                if (visited.Count > MaximumNodes)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void Expand(Node node)
    {
        if (node.Progress == Before)
        {
            Visit(node with { Progress = automaton.Start }, node, null);
            Consume(node, node.Progress, language.Alphabet);
            return;
        }

        if (node.Progress == After)
        {
            Consume(node, node.Progress, language.Alphabet);
            return;
        }

        var state = automaton[node.Progress];
        switch (state.Kind)
        {
            case SearchAutomaton.StateKind.Accept:
                Visit(node with { Progress = After }, node, null);
                break;
            case SearchAutomaton.StateKind.Symbol:
                Consume(node, state.Next, state.Characters!);
                break;
            case SearchAutomaton.StateKind.Split:
                Visit(node with { Progress = state.Next }, node, null);
                if (state.Other >= 0)
                {
                    Visit(node with { Progress = state.Other }, node, null);
                }

                break;
            default:
                if (state.Place != PatternPlace.Start)
                {
                    Visit(node with { Progress = state.Next, AtEnd = true }, node, null);
                }
                else if (node.TextState == TextLanguage.Start)
                {
                    Visit(node with { Progress = state.Next }, node, null);
                }

                break;
        }
    }

    private void Consume(Node node, int progress, CharacterSet characters)
    {
        if (node.AtEnd)
        {
            return;
        }

        foreach (var move in language.MovesFrom(node.TextState))
        {
            var common = move.Characters.Intersect(characters);
            if (!common.IsEmpty)
            {
                Visit(new Node(progress, move.Next, false), node, common.Representative());
            }
        }
    }

    private void Visit(Node node, Node parent, char? character)
    {
        if (visited.ContainsKey(node))
        {
            return;
        }

        // What is one character further waits for its turn.
        visited.Add(node, (parent, character));
        if (character is null && visited.Count > 1)
        {
            current.Push(node);
        }
        else
        {
            following.Add(node);
        }
    }

    private string TextOf(Node node, Node root)
    {
        var characters = new List<char>();
        while (node != root)
        {
            var (parent, character) = visited[node];
            if (character is { } consumed)
            {
                characters.Add(consumed);
            }

            node = parent;
        }

        characters.Reverse();
        return new StringBuilder().Append(characters.ToArray()).ToString();
    }

    /// <summary>How far the match is, where the text is, and whether the match has asserted that the text ends here.</summary>
    private readonly record struct Node(int Progress, int TextState, bool AtEnd);
}
