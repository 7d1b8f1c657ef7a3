using System.Collections.Immutable;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>What one source says about permissions in one world.</summary>
/// <param name="Statements">Its statements, and the identities that have each.</param>
internal sealed record PolicyFacts(ImmutableArray<HeldStatement> Statements, ImmutableArray<AttachedManagedPolicy> ManagedPolicies)
{
    public static readonly PolicyFacts None = new([], []);
}

/// <summary>A statement and who has it.</summary>
/// <param name="Holders">Roles, users and groups; empty when they are not known.</param>
internal readonly record struct HeldStatement(PolicyStatement Statement, ImmutableArray<Value> Holders);
