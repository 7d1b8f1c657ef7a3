using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using CdkSecurityAnalyzers.Evaluation;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>Tells what a role, user or group may do in one world, for those who join it with other facts of that world.</summary>
/// <param name="Sources">For each holder the sources that say something about it.</param>
/// <param name="Read">What a source says in a world.</param>
internal sealed record PolicyHoldings(IReadOnlyDictionary<object, List<int>> Sources, Func<int, World, PolicyFacts> Read)
{
    /// <summary>Whether other code may deny what the statements allow.</summary>
    public bool MayBeDenied { get; init; }

    /// <summary>Whether each statement may have further conditions.</summary>
    public bool MayHaveConditions { get; init; }

    /// <summary>What a holder has; null when the root says nothing about it.</summary>
    public HeldPolicies? Of(object holder, World world)
    {
        if (!Sources.TryGetValue(holder, out var sources))
        {
            return null;
        }

        var statements = ImmutableArray.CreateBuilder<PolicyStatement>();
        var managed = ImmutableArray.CreateBuilder<AttachedManagedPolicy>();
        foreach (var source in sources)
        {
            var facts = Read(source, world);
            foreach (var held in facts.Statements)
            {
                if (held.Holders.Contains(holder))
                {
                    statements.Add(MayHaveConditions ? held.Statement with { AreConditionsComplete = false } : held.Statement);
                }
            }

            foreach (var policy in facts.ManagedPolicies)
            {
                if (holder.Equals(policy.Holder))
                {
                    managed.Add(policy);
                }
            }
        }

        return new HeldPolicies(new PolicyIdentity(statements.ToImmutable()) { MayBeDenied = MayBeDenied }, managed.ToImmutable());
    }
}

/// <summary>What one role, user or group has.</summary>
/// <param name="Identity">Its statements.</param>
/// <param name="ManagedPolicies">The managed policies that are attached by name or ARN.</param>
internal sealed record HeldPolicies(PolicyIdentity Identity, ImmutableArray<AttachedManagedPolicy> ManagedPolicies);
