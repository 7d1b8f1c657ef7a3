using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>
/// One assignment of answers to the program's unknown conditions. In a world every choice is decided, and the same condition always in the same way.
/// </summary>
/// <remarks>
/// <see cref="Explore"/> finds the worlds that matter to a reader: it answers a condition the first time the reader meets it, and runs the reader
/// again with the other answer later. Conditions that the reader never meets do not multiply its work.
/// </remarks>
internal sealed class World
{
    /// <summary>How many worlds one reader sees at most; past that it has seen each of the last conditions in one way only.</summary>
    public const int Limit = 64;

    private readonly List<(Condition Condition, bool Answer, bool IsFinal)> answers;
    private readonly List<(Condition Condition, bool Answer)> assumed = [];
    private bool isGuess;

    private World(List<(Condition Condition, bool Answer, bool IsFinal)> answers)
    {
        this.answers = answers;
        foreach (var known in answers)
        {
            isGuess |= known.Condition.IsUnread;
        }
    }

    /// <summary>
    /// Runs a reader once for each combination of answers to the conditions that it meets, and gives what it found. What it found in a world that answers an
    /// unread condition is dropped: the program may never come there.
    /// </summary>
    public static ImmutableArray<TFound> Explore<TFound>(Func<World, IEnumerable<TFound>> read, CancellationToken cancellationToken)
    {
        var all = ImmutableArray.CreateBuilder<TFound>();
        var answers = new List<(Condition Condition, bool Answer, bool IsFinal)>();
        for (var count = 0; count < Limit; count++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var world = new World(answers);
            var found = read(world).ToList();
            if (!world.isGuess)
            {
                all.AddRange(found);
            }

            while (answers.Count > 0 && answers[answers.Count - 1].IsFinal)
            {
                answers.RemoveAt(answers.Count - 1);
            }

            if (answers.Count == 0)
            {
                break;
            }

            var last = answers[answers.Count - 1];
            answers[answers.Count - 1] = (last.Condition, !last.Answer, IsFinal: true);
        }

        return all.ToImmutable();
    }

    /// <summary>
    /// A world about which nothing is told yet, for what may hang on no condition: as long as it <see cref="IsCertain"/>, what is read in it is the same in all.
    /// </summary>
    public static World Untold() => new([]);

    /// <summary>Whether the reader has met no condition yet that is not answered at compile time: what it found is the same in every world.</summary>
    public bool IsCertain => answers.Count == 0 && assumed.Count == 0;

    /// <summary>Whether the caller of what was read decides whether the program comes into this world.</summary>
    public bool IsOfCaller => answers.Exists(static known => known.Condition.IsOfCaller);

    /// <summary>The answer to a condition in this world.</summary>
    public bool Answer(Condition condition)
    {
        if (KnownAnswer(condition) is { } known)
        {
            return known;
        }

        answers.Add((condition, true, IsFinal: false));
        isGuess |= condition.IsUnread;
        return true;
    }

    /// <summary>The answer that this world has given already, or that follows from one; null when there is none.</summary>
    public bool? KnownAnswer(Condition condition)
    {
        foreach (var known in answers)
        {
            if (Implied(known.Condition, known.Answer, condition) is { } answer)
            {
                return answer;
            }
        }

        foreach (var known in assumed)
        {
            if (Implied(known.Condition, known.Answer, condition) is { } answer)
            {
                return answer;
            }
        }

        return null;
    }

    private static bool? Implied(Condition known, bool answer, Condition asked) =>
        ReferenceEquals(known, asked) ? answer
        : answer && known.Excludes(asked) ? false
        : null;

    /// <summary>Whether the program takes a path in this world.</summary>
    public bool Takes(PathCondition? path)
    {
        for (var step = path; step is not null; step = step.Outer)
        {
            if (Answer(step.Condition) != step.Answer)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether the program comes to the thing that the reader is about. That it is there at all takes no guess: code behind a condition that cannot be read
    /// is judged as code that runs.
    /// </summary>
    public bool ComesTo(PathCondition? path)
    {
        for (var step = path; step is not null; step = step.Outer)
        {
            if (step.Condition.IsUnread && KnownAnswer(step.Condition) is null)
            {
                assumed.Add((step.Condition, step.Answer));
            }
            else if (Answer(step.Condition) != step.Answer)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The value without choices: never a <see cref="ChoiceValue"/>.</summary>
    public Value Resolve(Value value)
    {
        while (value is ChoiceValue choice)
        {
            value = IsOpen(choice.Condition)
                ? Unread(choice.Condition)
                : (Answer(choice.Condition) ? choice.WhenTrue : choice.WhenFalse).Value;
        }

        return value;
    }

    /// <summary>The binding without choices: its site is the one of the alternative that applies.</summary>
    public Binding Resolve(Binding binding)
    {
        while (binding.Value is ChoiceValue choice)
        {
            binding = IsOpen(choice.Condition)
                ? binding with
                {
                    Value = Unread(choice.Condition),
                }
                : choice.Alternative(Answer(choice.Condition), binding.Site);
        }

        return binding;
    }

    /// <summary>Whether a condition can be answered by a guess only: what hangs on it is unknown.</summary>
    private bool IsOpen(Condition condition) => condition.IsUnread && KnownAnswer(condition) is null;

    private static UnknownValue Unread(Condition condition) => new(UnknownReason.Unsupported, condition.Origin);

    /// <summary>What a member holds; false when it is not set in this world.</summary>
    public bool TryGet(HeapValue owner, object member, out Binding binding)
    {
        if (owner.TryGet(member, out binding))
        {
            binding = Resolve(binding);
            return binding.Value is not UnsetValue;
        }

        return false;
    }

    /// <summary>The elements of a sequence, each resolved.</summary>
    public (ImmutableArray<Binding> Elements, bool IsComplete) Elements(SequenceValue sequence)
    {
        if (!TryGet(sequence, SequenceValue.Content, out var content) || content.Value is not ElementsValue known)
        {
            return ([], false);
        }

        return (ImmutableArray.CreateRange(known.Elements, Resolve), known.IsComplete && !HasEscaped(sequence));
    }

    /// <summary>The entries of a dictionary, each value resolved.</summary>
    public (ImmutableArray<Entry> Entries, bool IsComplete) Entries(DictionaryValue dictionary)
    {
        if (!TryGet(dictionary, DictionaryValue.Content, out var content) || content.Value is not EntriesValue known)
        {
            return ([], false);
        }

        return (
            ImmutableArray.CreateRange(known.Entries, entry => entry with { Value = Resolve(entry.Value) }),
            known.IsComplete && !HasEscaped(dictionary)
        );
    }

    /// <summary>
    /// Whether code that cannot be read got hold of the value and may have changed it: what is present stays, what is absent may be there.
    /// </summary>
    public bool HasEscaped(HeapValue value) => TryGet(value, Heap.Escaped, out _);
}
