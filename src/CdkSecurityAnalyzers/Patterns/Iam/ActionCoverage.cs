using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>The known actions that an <see cref="ActionPattern"/> matches.</summary>
internal sealed class ActionCoverage(ActionPattern pattern, ImmutableArray<IamAction> actions)
{
    /// <summary>In the order of their names.</summary>
    public ImmutableArray<IamAction> Actions { get; } = actions;

    /// <summary>
    /// Whether a statement with this pattern can name its resources: a single action when it is scopable, a wildcard when more than half of
    /// what it covers is. <c>service:Describe*</c> and <c>service:List*</c> are not: those actions look for resources, they are not told
    /// them.
    /// </summary>
    public bool IsScopable =>
        pattern.HasWildcard
            ? !pattern.LooksForResources && Actions.Count(static action => action.IsScopable) * 2 > Actions.Length
            : Actions.Any(static action => action.IsScopable);

    /// <summary>How many of them have that level.</summary>
    public int Count(AccessLevel level) => Actions.Count(action => action.Level == level);

    /// <summary>Whether any of them changes something: <see cref="AccessLevel.Write"/>, tags or permissions.</summary>
    public bool IsMutating => Actions.Any(static action => action.Level is not (AccessLevel.List or AccessLevel.Read));

    /// <summary>The ARN to name instead of <c>*</c>, of the first action that has one; null when there is none.</summary>
    public string? Arn =>
        Actions.Where(static action => action.IsScopable).Select(static action => action.Arn).FirstOrDefault(static arn => arn is not null);
}
