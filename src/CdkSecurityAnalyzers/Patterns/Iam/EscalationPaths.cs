using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>The known ways to more permissions, and which of them a set of allowed actions opens.</summary>
internal static partial class EscalationPaths
{
    /// <summary>The paths that the patterns grant, in the order of the list; steps in the order of their path. No data is read.</summary>
    /// <param name="isDenied">Tells of an action whether it is taken away again.</param>
    public static ImmutableArray<GrantedEscalation> In(IReadOnlyList<ActionPattern> granted, Func<string, bool>? isDenied = null) =>
        [.. All.Select(path => Grant(path, granted, isDenied)).OfType<GrantedEscalation>()];

    private static GrantedEscalation? Grant(EscalationPath path, IReadOnlyList<ActionPattern> granted, Func<string, bool>? isDenied)
    {
        ImmutableArray<GrantedStep>.Builder? grants = null;
        foreach (var step in path.Steps)
        {
            if (Grant(step, granted, isDenied) is not { } grant)
            {
                return null;
            }

            grants ??= ImmutableArray.CreateBuilder<GrantedStep>(path.Steps.Length);
            grants.Add(grant);
        }

        return grants is null ? null : new GrantedEscalation(path, grants.MoveToImmutable());
    }

    private static GrantedStep? Grant(EscalationStep step, IReadOnlyList<ActionPattern> granted, Func<string, bool>? isDenied)
    {
        for (var index = 0; index < granted.Count; index++)
        {
            foreach (var action in step.Alternatives)
            {
                if (granted[index].Covers(action) && isDenied?.Invoke(action) != true)
                {
                    return new GrantedStep(action, granted[index]);
                }
            }
        }

        return null;
    }
}
