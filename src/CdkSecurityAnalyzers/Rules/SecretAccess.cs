using System;
using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Cdk.Trust;
using CdkSecurityAnalyzers.Evaluation.Values;
using CdkSecurityAnalyzers.Patterns.Iam;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Finds what lets the role of a build read secrets.</summary>
internal static class SecretAccess
{
    private const string Secret = "secretsmanager:GetSecretValue";

    private static readonly string[] Parameters = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"];

    /// <summary>The actions and calls that do; none where the role is bounded, which keeps it from all of them.</summary>
    public static ImmutableArray<(Binding Written, Spelling Spelling)> Of(ContainedBuild build)
    {
        if (build is { Policies: null, Grants.IsEmpty: true } || !build.LacksBoundary)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<(Binding Written, Spelling Spelling)>();
        foreach (var statement in build.Policies?.Identity.Statements ?? [])
        {
            if (statement is { IsGrant: true, IsUnconditional: true })
            {
                Add(statement, build.Policies!.Identity, found);
            }
        }

        foreach (var grant in build.Grants)
        {
            if (ActionOf(grant) is { } action && build.Policies?.Identity.Denies(action) != true)
            {
                found.Add((new Binding(grant, grant.Site), Spelling.Policy));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The action by which a grant lets a role read a secret; null for other grants.</summary>
    private static string? ActionOf(CallValue grant) =>
        grant switch
        {
            { Method: { Name: "GrantRead", ContainingType.ContainingNamespace.Name: "SecretsManager" } } => Secret,
            { Method.Name: "GrantRead", Receiver.Value: CallValue { Method.Name: "FromSecureStringParameterAttributes" } } => Parameters[0],
            _ => null,
        };

    private static void Add(
        PolicyStatement statement,
        PolicyIdentity identity,
        ImmutableArray<(Binding Written, Spelling Spelling)>.Builder found
    )
    {
        foreach (var (entry, pattern) in PolicyPatterns.Actions(statement))
        {
            if (
                (pattern.Covers(Secret) && !identity.Denies(Secret))
                || (
                    Array.Exists(Parameters, action => pattern.Covers(action) && !identity.Denies(action)) && HasWildcardResource(statement)
                )
            )
            {
                found.Add((entry.Written, entry.Spelling));
            }
        }
    }

    private static bool HasWildcardResource(PolicyStatement statement)
    {
        foreach (var entry in statement.Resources.Entries)
        {
            if (ResourcePattern.Parse(PolicyPatterns.TextOf(entry)).HasWildcard)
            {
                return true;
            }
        }

        return false;
    }
}
