using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>The known ways to more permissions, and which of them a set of allowed actions opens.</summary>
internal static partial class EscalationPaths
{
    /// <summary>The paths that the patterns grant, in the order of the list; steps in the order of their path. No data is read.</summary>
    public static ImmutableArray<GrantedEscalation> In(IReadOnlyList<ActionPattern> granted) =>
        [.. All.Select(path => Grant(path, granted)).OfType<GrantedEscalation>()];

    private static GrantedEscalation? Grant(EscalationPath path, IReadOnlyList<ActionPattern> granted)
    {
        var grants = ImmutableArray.CreateBuilder<GrantedStep>();
        foreach (var step in path.Steps)
        {
            if (Grant(step, granted) is not { } grant)
            {
                return null;
            }

            grants.Add(grant);
        }

        return new GrantedEscalation(path, grants.ToImmutable());
    }

    private static GrantedStep? Grant(EscalationStep step, IReadOnlyList<ActionPattern> granted)
    {
        foreach (var pattern in granted)
        {
            if (step.Alternatives.FirstOrDefault(pattern.Covers) is { } action)
            {
                return new GrantedStep(action, pattern);
            }
        }

        return null;
    }
}
