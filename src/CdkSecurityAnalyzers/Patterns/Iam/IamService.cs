using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>The actions and ARNs of one service prefix.</summary>
internal sealed class IamService(string prefix, ImmutableArray<IamAction> actions, ImmutableArray<string> arns)
{
    /// <summary>The prefix: <c>codestar-connections</c>.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>All actions, ordered by name without regard to case.</summary>
    public ImmutableArray<IamAction> Actions { get; } = actions;

    /// <summary>The forms of the ARNs that the service's actions work on, written like <see cref="IamAction.Arn"/>.</summary>
    public ImmutableArray<string> Arns { get; } = arns;

    /// <summary>The action of that name in any case; null when the data has none.</summary>
    public IamAction? Find(string name)
    {
        var index = Actions.BinarySearch(new IamAction(Prefix, name, default, default, arn: null), ByName.Instance);
        return index >= 0 ? Actions[index] : null;
    }

    /// <summary>The actions whose names match a pattern in any case, in their order.</summary>
    public ImmutableArray<IamAction> Matching(string pattern) =>
        Glob.HasWildcard(pattern) ? [.. Actions.Where(action => Glob.Matches(pattern, action.Name, ignoreCase: true))]
        : Find(pattern) is { } action ? [action]
        : [];

    /// <summary>The order of <see cref="Actions"/>.</summary>
    internal sealed class ByName : IComparer<IamAction>
    {
        public static readonly ByName Instance = new();

        public int Compare(IamAction? first, IamAction? second) => StringComparer.OrdinalIgnoreCase.Compare(first?.Name, second?.Name);
    }
}
