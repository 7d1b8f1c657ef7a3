using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>
/// The texts that can reach a webhook filter, as a deterministic automaton. The empty text is never one of them and no move leads back to
/// the start, so "nothing consumed yet" and "in the start state" are the same.
/// </summary>
internal sealed class TextLanguage
{
    public const int Start = 0;

    /// <summary>Account ids of GitHub and GitLab: one digit or more. An id without a leading zero comes first.</summary>
    public static readonly TextLanguage NumericAccounts = Repeat(CharacterSet.Range('1', '9'), CharacterSet.Single('0'));

    /// <summary>Any text that fits in a line.</summary>
    public static readonly TextLanguage AnyText = Repeat(
        CharacterSet
            .Range(' ', '~')
            .Union(CharacterSet.Range('\u00A0', '\uD7FF'))
            .Union(CharacterSet.Range('\uE000', '\uFFFF'))
            .Except(CharacterSet.LineTerminators)
    );

    private readonly ImmutableArray<State> states;

    public TextLanguage(IEnumerable<State> states)
    {
        this.states = states.ToImmutableArray();
        Alphabet = CharacterSet.From(this.states.SelectMany(static state => state.Moves).SelectMany(static move => move.Characters.Ranges));
    }

    public CharacterSet Alphabet { get; }

    public int Count => states.Length;

    public ImmutableArray<Move> MovesFrom(int state) => states[state].Moves;

    /// <summary>Whether a text may end in the state.</summary>
    public bool Accepts(int state) => states[state].Accepts;

    /// <summary>The state after one more character; null when no text goes on like this.</summary>
    public int? Next(int state, char character)
    {
        foreach (var move in states[state].Moves)
        {
            if (move.Characters.Contains(character))
            {
                return move.Next;
            }
        }

        return null;
    }

    public bool Contains(string text)
    {
        int? state = Start;
        for (var index = 0; index < text.Length && state is not null; index++)
        {
            state = Next(state.Value, text[index]);
        }

        return state is { } last && Accepts(last);
    }

    private static TextLanguage Repeat(params CharacterSet[] characters)
    {
        var moves = characters.Select(static set => new Move(set, 1)).ToImmutableArray();
        return new TextLanguage(new[] { new State(moves, false), new State(moves, true) });
    }

    /// <summary>Where one of some characters leads; the moves of one state do not overlap.</summary>
    public readonly record struct Move(CharacterSet Characters, int Next);

    /// <summary>A state and whether a text may end in it.</summary>
    public readonly record struct State(ImmutableArray<Move> Moves, bool Accepts);
}
