using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>What one source says about permissions in one world.</summary>
/// <param name="Statements">Its statements, and the identities that have each.</param>
internal sealed record PolicyFacts(ImmutableArray<HeldStatement> Statements, ImmutableArray<AttachedManagedPolicy> ManagedPolicies)
{
    public static readonly PolicyFacts None = new([], []);

    /// <summary>The same, of a world that the caller decides about.</summary>
    public PolicyFacts OfCaller() =>
        new(
            [.. Statements.Select(static held => held with { Statement = held.Statement with { IsOfCaller = true } })],
            [.. ManagedPolicies.Select(static policy => policy with { IsOfCaller = true })]
        );
}

/// <summary>A statement and who has it.</summary>
/// <param name="Holders">Roles, users and groups; empty when they are not known.</param>
internal readonly record struct HeldStatement(PolicyStatement Statement, ImmutableArray<object> Holders);
