using System.Collections.Generic;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>The states that an automaton is in at one place of a text: everything reachable without consuming.</summary>
internal sealed class StateClosure(SearchAutomaton automaton)
{
    private readonly int[] seen = new int[automaton.Count];
    private readonly Stack<int> pending = new();
    private int round;
    private bool atStart;
    private bool atEnd;
    private bool atStrictEnd;

    /// <summary>The states that consume, and the end assertions that do not hold here, in the order of discovery.</summary>
    public List<int> Members { get; } = new();

    /// <summary>Whether the pattern is matched here.</summary>
    public bool Accepts { get; private set; }

    /// <summary>Starts over at a place of a text.</summary>
    public void Reset(bool atStart, bool atEnd, bool atStrictEnd)
    {
        round++;
        Members.Clear();
        Accepts = false;
        this.atStart = atStart;
        this.atEnd = atEnd;
        this.atStrictEnd = atStrictEnd;
    }

    public void Add(int state)
    {
        pending.Push(state);
        while (pending.Count > 0)
        {
            var index = pending.Pop();
            if (seen[index] == round)
            {
                continue;
            }

            seen[index] = round;
            Expand(index);
        }
    }

    private void Expand(int index)
    {
        var state = automaton[index];
        switch (state.Kind)
        {
            case SearchAutomaton.StateKind.Accept:
                Accepts = true;
                break;
            case SearchAutomaton.StateKind.Symbol:
                Members.Add(index);
                break;
            case SearchAutomaton.StateKind.Split:
                pending.Push(state.Next);
                if (state.Other >= 0)
                {
                    pending.Push(state.Other);
                }

                break;
            default:
                if (
                    state.Place switch
                    {
                        PatternPlace.Start => atStart,
                        PatternPlace.End => atEnd,
                        _ => atStrictEnd,
                    }
                )
                {
                    pending.Push(state.Next);
                }
                else if (state.Place != PatternPlace.Start)
                {
                    Members.Add(index);
                }

                break;
        }
    }
}
