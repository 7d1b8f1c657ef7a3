using System.Collections.Generic;
using CdkSecurityAnalyzers.Evaluation.Library;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>
/// The one writer of members. It keeps a journal, so that a branch can be run, taken back, and joined with its alternative at the cost of the writes
/// that the branches made, however large the program's state is.
/// </summary>
internal sealed class Heap
{
    /// <summary>The member that is set on a value once code that cannot be read got hold of it.</summary>
    public static readonly object Escaped = new();

    private readonly List<Write> journal = [];

    // How many moments somebody wants to come back to: while it is none, nothing has to be remembered.
    private int marks;

    /// <summary>
    /// A moment to come back to. Whoever marks it ends with <see cref="TakeBack"/>, <see cref="Keep"/> or <see cref="OpenCollections"/>.
    /// </summary>
    public int Mark()
    {
        marks++;
        return journal.Count;
    }

    /// <summary>How many values have been made so far.</summary>
    public int Births { get; private set; }

    /// <summary>Registers a value that was just made.</summary>
    public TValue Born<TValue>(TValue value)
        where TValue : HeapValue
    {
        value.Birth = ++Births;
        return value;
    }

    /// <summary>Takes the writes since a mark out of the journal: they hold in every branch, like those of a static initializer.</summary>
    public void Keep(int mark) => Release(mark);

    public void Set(HeapValue owner, object member, Binding binding)
    {
        if (marks > 0)
        {
            journal.Add(new Write(owner, member, owner.TryGet(member, out var before) ? before : null));
        }

        owner.Set(member, binding);
    }

    /// <summary>Undoes every write since a mark, and tells what they had made of the members: the branch's effect.</summary>
    public Effect TakeBack(int mark)
    {
        var after = new Dictionary<(HeapValue, object), Binding>();
        for (var index = journal.Count - 1; index >= mark; index--)
        {
            var write = journal[index];
            if (!after.ContainsKey((write.Owner, write.Member)) && write.Owner.TryGet(write.Member, out var last))
            {
                after.Add((write.Owner, write.Member), last);
            }
        }

        for (var index = journal.Count - 1; index >= mark; index--)
        {
            var write = journal[index];
            write.Owner.Set(write.Member, write.Before);
        }

        Release(mark);
        return new Effect(after);
    }

    private void Release(int mark)
    {
        journal.RemoveRange(mark, journal.Count - mark);
        marks--;
    }

    /// <summary>Makes the writes of a branch again.</summary>
    public void Apply(Effect effect)
    {
        foreach (var pair in effect.Members ?? [])
        {
            Set(pair.Key.Owner, pair.Key.Member, pair.Value);
        }
    }

    /// <summary>Makes the writes of two branches, each in the world of its answer.</summary>
    /// <param name="births"><see cref="Births"/> when the branches began: what was made since exists in its own branch only, and needs no choice.</param>
    public void Join(Condition condition, Effect whenTrue, Effect whenFalse, int births)
    {
        foreach (var pair in whenTrue.Members!)
        {
            if (pair.Key.Owner.Birth > births)
            {
                Set(pair.Key.Owner, pair.Key.Member, pair.Value);
                continue;
            }

            Choose(
                condition,
                pair.Key,
                pair.Value,
                whenFalse.Members!.TryGetValue(pair.Key, out var other) ? other : Current(pair.Key, pair.Value)
            );
        }

        foreach (var pair in whenFalse.Members!)
        {
            if (pair.Key.Owner.Birth > births)
            {
                Set(pair.Key.Owner, pair.Key.Member, pair.Value);
            }
            else if (!whenTrue.Members!.ContainsKey(pair.Key))
            {
                Choose(condition, pair.Key, Current(pair.Key, pair.Value), pair.Value);
            }
        }
    }

    /// <summary>
    /// Makes every older collection that was written since a mark incomplete: the writes stand for any number of rounds.
    /// </summary>
    /// <param name="births"><see cref="Births"/> at the mark: what a round makes for itself is as it makes it.</param>
    public void OpenCollections(int mark, int births)
    {
        for (var index = journal.Count - 1; index >= mark; index--)
        {
            var (owner, member, _) = journal[index];
            if (owner.Birth <= births)
            {
                Open(owner, member);
            }
        }

        marks--;
    }

    /// <summary>Makes a collection incomplete; other values stay as they are.</summary>
    public void Open(HeapValue collection)
    {
        Open(collection, SequenceValue.Content);
        Open(collection, DictionaryValue.Content);
        Open(collection, TextBuilders.Content);
    }

    private void Open(HeapValue owner, object member)
    {
        if (!owner.TryGet(member, out var content))
        {
            return;
        }

        var open = ReferenceEquals(member, TextBuilders.Content)
            ? new UnknownValue(UnknownReason.Loop, content.Value.Origin)
            : Open(content.Value);
        if (!ReferenceEquals(open, content.Value))
        {
            Set(owner, member, content with { Value = open });
        }
    }

    private static Value Open(Value content) =>
        content switch
        {
            ElementsValue { IsComplete: true } elements => new ElementsValue(elements.Elements, isComplete: false, elements.Origin),
            EntriesValue { IsComplete: true } entries => new EntriesValue(entries.Entries, isComplete: false, entries.Origin),
            ChoiceValue choice when IsContent(choice) => new ChoiceValue(
                choice.Condition,
                choice.WhenTrue with
                {
                    Value = Open(choice.WhenTrue.Value),
                },
                choice.WhenFalse with
                {
                    Value = Open(choice.WhenFalse.Value),
                }
            ),
            _ => content,
        };

    private static bool IsContent(Value value) =>
        value is ElementsValue or EntriesValue
        || (value is ChoiceValue choice && (IsContent(choice.WhenTrue.Value) || IsContent(choice.WhenFalse.Value)));

    private static Binding Current((HeapValue Owner, object Member) key, Binding written) =>
        key.Owner.TryGet(key.Member, out var current) ? current : written with { Value = UnsetValue.Instance };

    private void Choose(Condition condition, (HeapValue Owner, object Member) key, Binding whenTrue, Binding whenFalse)
    {
        if (ReferenceEquals(whenTrue.Value, whenFalse.Value))
        {
            Set(key.Owner, key.Member, whenTrue);
            return;
        }

        var site = whenTrue.Value is UnsetValue ? whenFalse.Site : whenTrue.Site;
        Set(key.Owner, key.Member, new Binding(new ChoiceValue(condition, whenTrue, whenFalse), site));
    }

    private readonly record struct Write(HeapValue Owner, object Member, Binding? Before);

    /// <summary>What a branch made of the members that it wrote.</summary>
    internal readonly record struct Effect(Dictionary<(HeapValue Owner, object Member), Binding>? Members);
}
