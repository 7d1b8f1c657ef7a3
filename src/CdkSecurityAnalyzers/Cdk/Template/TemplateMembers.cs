using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Cdk.Template;

/// <summary>The members of a piece of the template, in the order in which they were made. There are few, so they are looked through.</summary>
/// <param name="members">Each name stands once.</param>
internal readonly struct TemplateMembers(ImmutableArray<KeyValuePair<string, TemplateNode>> members)
{
    public static readonly TemplateMembers Empty = new([]);

    /// <summary>Two members, in their order.</summary>
    public static TemplateMembers Of(string firstName, TemplateNode first, string secondName, TemplateNode second) =>
        new([new(firstName, first), new(secondName, second)]);

    public IEnumerable<TemplateNode> Values => members.Select(static member => member.Value);

    /// <summary>The member of a name; null when there is none.</summary>
    public TemplateNode? this[string name] => IndexOf(name) is var index and >= 0 ? members[index].Value : null;

    /// <summary>Whether there is a member of a name.</summary>
    public bool Contains(string name) => IndexOf(name) >= 0;

    public bool TryGet(string name, out TemplateNode member)
    {
        var index = IndexOf(name);
        member = index >= 0 ? members[index].Value : null!;
        return index >= 0;
    }

    public TemplateMembers With(string name, TemplateNode member)
    {
        var named = new KeyValuePair<string, TemplateNode>(name, member);
        return new(IndexOf(name) is var index and >= 0 ? members.SetItem(index, named) : members.Add(named));
    }

    public TemplateMembers Without(string name) => IndexOf(name) is var index and >= 0 ? new(members.RemoveAt(index)) : this;

    /// <summary>The members with their names.</summary>
    public ImmutableArray<KeyValuePair<string, TemplateNode>> All => members;

    private int IndexOf(string name)
    {
        for (var index = 0; index < members.Length; index++)
        {
            if (string.Equals(members[index].Key, name, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }
}
