using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>The actions and ARNs of one service prefix.</summary>
internal sealed class IamService(string prefix, ImmutableArray<IamAction> actions, ImmutableArray<string> arns)
{
    /// <summary>The order of <see cref="Actions"/>.</summary>
    public static readonly IComparer<IamAction> ByName = Comparer<IamAction>.Create(
        static (first, second) => StringComparer.OrdinalIgnoreCase.Compare(first.Name, second.Name)
    );

    private readonly Lazy<ImmutableArray<ArnParts>> kinds = new(() => [.. arns.Select(ArnParts.OfForm)]);

    /// <summary>The prefix: <c>codestar-connections</c>.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>All actions, ordered by name without regard to case.</summary>
    public ImmutableArray<IamAction> Actions { get; } = actions;

    /// <summary>The forms of the ARNs that the service's actions work on, written like <see cref="IamAction.Arn"/>.</summary>
    public ImmutableArray<string> Arns { get; } = arns;

    /// <summary>The same as patterns.</summary>
    public ImmutableArray<ArnParts> Kinds => kinds.Value;

    /// <summary>The action of that name in any case; null when the data has none.</summary>
    public IamAction? Find(string name)
    {
        int low = 0,
            high = Actions.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var order = StringComparer.OrdinalIgnoreCase.Compare(Actions[middle].Name, name);
            if (order == 0)
            {
                return Actions[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle);
        }

        return null;
    }

    /// <summary>The actions whose names match a pattern in any case, in their order.</summary>
    public ImmutableArray<IamAction> Matching(string pattern)
    {
        if (Glob.IsAnything(pattern))
        {
            return Actions;
        }

        if (!Glob.HasWildcard(pattern))
        {
            return Find(pattern) is { } found ? [found] : [];
        }

        var matching = ImmutableArray.CreateBuilder<IamAction>();
        foreach (var action in Actions)
        {
            if (Glob.Matches(pattern, action.Name, ignoreCase: true))
            {
                matching.Add(action);
            }
        }

        return matching.ToImmutable();
    }
}
