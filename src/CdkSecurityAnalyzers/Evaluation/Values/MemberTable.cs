using System.Collections.Generic;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>
/// The members of one value under their keys, in the order in which they were first set. Most values have a handful, which is looked through; the locals of
/// a long method get an index.
/// </summary>
internal struct MemberTable
{
    private const int LookedThrough = 8;

    private Member? first;
    private Member? last;
    private int count;
    private Dictionary<object, Member>? index;

    public readonly bool TryGet(object key, out Binding binding)
    {
        var held = Find(key)?.Held;
        binding = held.GetValueOrDefault();
        return held.HasValue;
    }

    /// <param name="binding">What the member holds from now on; null for nothing.</param>
    public void Set(object key, Binding? binding)
    {
        if (Find(key) is { } known)
        {
            known.Held = binding;
            return;
        }

        var added = new Member(key) { Held = binding };
        if (last is null)
        {
            first = added;
        }
        else
        {
            last.Next = added;
        }

        last = added;
        count++;
        if (index is not null)
        {
            index.Add(key, added);
        }
        else if (count > LookedThrough)
        {
            BuildIndex();
        }
    }

    public readonly Enumerator GetEnumerator() => new(first);

    private readonly Member? Find(object key)
    {
        if (index is not null)
        {
            return index.TryGetValue(key, out var found) ? found : null;
        }

        for (var member = first; member is not null; member = member.Next)
        {
            if (ReferenceEquals(member.Key, key) || member.Key.Equals(key))
            {
                return member;
            }
        }

        return null;
    }

    private void BuildIndex()
    {
        index = [];
        for (var member = first; member is not null; member = member.Next)
        {
            index.Add(member.Key, member);
        }
    }

    /// <summary>Goes through the members that hold something.</summary>
    internal struct Enumerator(Member? first)
    {
        private Member? next = first;

        public KeyValuePair<object, Binding> Current { get; private set; }

        public bool MoveNext()
        {
            for (; next is not null; next = next.Next)
            {
                if (next.Held is { } binding)
                {
                    Current = new KeyValuePair<object, Binding>(next.Key, binding);
                    next = next.Next;
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>A key and what stands under it.</summary>
    internal sealed class Member(object key)
    {
        public object Key { get; } = key;

        public Binding? Held { get; set; }

        public Member? Next { get; set; }
    }
}
