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
/// Exploring finds the worlds that matter to a reader: it answers a condition the first time the reader meets it, and runs the reader
/// again with the other answer later. Conditions that the reader never meets do not multiply its work.
/// </remarks>
internal sealed class World
{
    /// <summary>How many worlds one reader sees at most; past that it has seen each of the last conditions in one way only.</summary>
    public const int Limit = 64;

    private readonly List<(Condition Condition, bool Answer, bool IsFinal)> answers;
    private List<(Condition Condition, bool Answer)>? assumed;
    private readonly int number;
    private bool isGuess;

    /// <param name="number">How many worlds the reader has seen with this one.</param>
    private World(List<(Condition Condition, bool Answer, bool IsFinal)> answers, int number = 1)
    {
        this.answers = answers;
        this.number = number;
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
        for (var world = new World([]); world is not null; world = world.Next())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var found = read(world).ToList();
            if (!world.isGuess)
            {
                all.AddRange(found);
            }
        }

        return all.ToImmutable();
    }

    /// <summary>
    /// A world about which nothing is told yet, for what may hang on no condition: as long as it <see cref="IsCertain"/>, what is read in it is the same in all.
    /// </summary>
    public static World Untold() => new([]);

    /// <summary>Whether the reader has met no condition yet that is not answered at compile time: what it found is the same in every world.</summary>
    public bool IsCertain => answers.Count == 0 && assumed is null;

    /// <summary>Explores with a reader that finds one thing at most in each world, and adds what it finds.</summary>
    public static void Explore<TSubject, TFound>(
        TSubject subject,
        Func<World, TSubject, TFound?> read,
        ImmutableArray<TFound>.Builder all,
        CancellationToken cancellationToken
    )
        where TFound : class
    {
        for (var world = new World([]); world is not null; world = world.Next())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (read(world, subject) is { } found && !world.isGuess)
            {
                all.Add(found);
            }
        }
    }

    /// <summary>The world that gives the other answer to the last condition for which there is one; null after the last world.</summary>
    private World? Next()
    {
        while (answers.Count > 0 && answers[answers.Count - 1].IsFinal)
        {
            answers.RemoveAt(answers.Count - 1);
        }

        if (answers.Count == 0 || number == Limit)
        {
            return null;
        }

        var last = answers[answers.Count - 1];
        answers[answers.Count - 1] = (last.Condition, !last.Answer, IsFinal: true);
        return new World(answers, number + 1);
    }

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

        if (assumed is null)
        {
            return null;
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
                (assumed ??= []).Add((step.Condition, step.Answer));
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
