using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>A nondeterministic automaton for one pattern (Thompson's construction); its size is linear in the expanded pattern.</summary>
internal sealed class SearchAutomaton
{
    /// <summary>Most states that are built; counted repetitions are written out and reach it first.</summary>
    public const int MaximumStates = 100_000;

    /// <summary>The one accepting state: the first that is built.</summary>
    public const int AcceptState = 0;

    private readonly ImmutableArray<State> states;

    private SearchAutomaton(ImmutableArray<State> states, int start)
    {
        this.states = states;
        Start = start;
    }

    public int Start { get; }

    public int Count => states.Length;

    public State this[int index] => states[index];

    /// <summary>Every set of characters that labels a state.</summary>
    public IEnumerable<CharacterSet> Labels =>
        states.Where(static state => state.Characters is not null).Select(static state => state.Characters!);

    /// <summary>Builds the automaton; null when it would have more than <see cref="MaximumStates"/> states.</summary>
    public static SearchAutomaton? Build(PatternNode pattern)
    {
        var builder = new Builder();
        var accept = builder.Add(new State(StateKind.Accept));
        var start = builder.Append(pattern, accept);
        return builder.IsFull ? null : new SearchAutomaton(builder.States.ToImmutable(), start);
    }

    public enum StateKind
    {
        /// <summary>The pattern is matched.</summary>
        Accept,

        /// <summary>Consumes one of <see cref="State.Characters"/> and goes on to <see cref="State.Next"/>.</summary>
        Symbol,

        /// <summary>Goes on to <see cref="State.Next"/> when the text is at <see cref="State.Place"/>.</summary>
        Place,

        /// <summary>Goes on to <see cref="State.Next"/> and, unless negative, to <see cref="State.Other"/>.</summary>
        Split,
    }

    /// <summary>One state; which members carry meaning depends on its kind.</summary>
    public readonly struct State(
        StateKind kind,
        int next = -1,
        int other = -1,
        CharacterSet? characters = null,
        PatternPlace place = PatternPlace.Start
    )
    {
        public StateKind Kind { get; } = kind;

        public int Next { get; } = next;

        public int Other { get; } = other;

        public CharacterSet? Characters { get; } = characters;

        public PatternPlace Place { get; } = place;
    }

    /// <summary>Builds back to front, so that every state knows where it goes on.</summary>
    private sealed class Builder
    {
        public ImmutableArray<State>.Builder States { get; } = ImmutableArray.CreateBuilder<State>();

        public bool IsFull => States.Count > MaximumStates;

        public int Add(State state)
        {
            States.Add(state);
            return States.Count - 1;
        }

        /// <summary>Adds what matches the node and then goes on to the given state. Every call adds a state, so a full builder ends every loop.</summary>
        public int Append(PatternNode node, int next)
        {
            switch (node)
            {
                case PatternNode.Symbol symbol:
                    return Add(new State(StateKind.Symbol, next, characters: symbol.Characters));
                case PatternNode.Place place:
                    return Add(new State(StateKind.Place, next, place: place.Position));
                case PatternNode.Sequence sequence:
                    for (var index = sequence.Parts.Length - 1; index >= 0 && !IsFull; index--)
                    {
                        next = Append(sequence.Parts[index], next);
                    }

                    return Add(new State(StateKind.Split, next));
                case PatternNode.Alternation alternation:
                    var rest = -1;
                    for (var index = alternation.Alternatives.Length - 1; index >= 0 && !IsFull; index--)
                    {
                        rest = Add(new State(StateKind.Split, Append(alternation.Alternatives[index], next), rest));
                    }

                    return rest;
                default:
                    return AppendRepetition((PatternNode.Repetition)node, next);
            }
        }

        private int AppendRepetition(PatternNode.Repetition repetition, int next)
        {
            if (repetition.Maximum is { } maximum)
            {
                for (var count = repetition.Minimum; count < maximum && !IsFull; count++)
                {
                    next = Add(new State(StateKind.Split, Append(repetition.Body, next), next));
                }
            }
            else
            {
                var loop = Add(default);
                States[loop] = new State(StateKind.Split, Append(repetition.Body, loop), next);
                next = loop;
            }

            for (var count = 0; count < repetition.Minimum && !IsFull; count++)
            {
                next = Append(repetition.Body, next);
            }

            return Add(new State(StateKind.Split, next));
        }
    }
}
