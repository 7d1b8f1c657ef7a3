using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>The known ways to more permissions, and which of them a set of allowed actions opens.</summary>
internal static partial class EscalationPaths
{
    /// <summary>The paths that the patterns grant, in the order of the list; steps in the order of their path. No data is read.</summary>
    public static ImmutableArray<GrantedEscalation> In(IReadOnlyList<ActionPattern> granted) => In(granted, static (_, _) => true);

    /// <param name="isOpen">Whether an action that a pattern covers is granted where it matters.</param>
    public static ImmutableArray<GrantedEscalation> In(IReadOnlyList<ActionPattern> granted, Func<ActionPattern, string, bool> isOpen) =>
        [.. All.Select(path => Grant(path, granted, isOpen)).OfType<GrantedEscalation>()];

    private static GrantedEscalation? Grant(
        EscalationPath path,
        IReadOnlyList<ActionPattern> granted,
        Func<ActionPattern, string, bool> isOpen
    )
    {
        ImmutableArray<GrantedStep>.Builder? grants = null;
        foreach (var step in path.Steps)
        {
            if (Grant(step, granted, isOpen) is not { } grant)
            {
                return null;
            }

            grants ??= ImmutableArray.CreateBuilder<GrantedStep>(path.Steps.Length);
            grants.Add(grant);
        }

        return grants is null ? null : new GrantedEscalation(path, grants.MoveToImmutable());
    }

    private static GrantedStep? Grant(EscalationStep step, IReadOnlyList<ActionPattern> granted, Func<ActionPattern, string, bool> isOpen)
    {
        for (var index = 0; index < granted.Count; index++)
        {
            foreach (var action in step.Alternatives)
            {
                if (granted[index].Covers(action) && isOpen(granted[index], action))
                {
                    return new GrantedStep(action, granted[index]);
                }
            }
        }

        return null;
    }
}
