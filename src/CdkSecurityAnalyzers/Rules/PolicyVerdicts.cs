using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Patterns.Iam;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>An action that a statement grants on every resource of its kind.</summary>
/// <param name="Resource">The resource that is every one.</param>
internal readonly record struct BroadGrant(PolicyStatement Statement, PolicyEntry Action, ActionPattern Pattern, PolicyEntry Resource);

/// <summary>Verdicts on what one role, user or group may do, which several rules share.</summary>
internal static class PolicyVerdicts
{
    public const string PassRole = "iam:PassRole";

    private const string PassedToService = "iam:PassedToService";

    /// <summary>The actions that let the holder pass any role to any service.</summary>
    public static ImmutableArray<BroadGrant> PassedRoles(PolicyIdentity identity) =>
        [
            .. Grants(identity, static statement => statement.AreConditionsComplete && !statement.Conditions.Any(IsOnService))
                .Where(grant => grant.Pattern.Covers(PassRole) && !IsDenied(identity, PassRole)),
        ];

    /// <summary>The ways to more permissions that are open, each with the grants that it needs.</summary>
    public static IEnumerable<(GrantedEscalation Path, ImmutableArray<BroadGrant> Grants)> Escalations(PolicyIdentity identity)
    {
        var grants = Grants(identity, static statement => statement.IsUnconditional);
        if (grants.IsEmpty)
        {
            yield break;
        }

        foreach (var path in EscalationPaths.In([.. grants.Select(static grant => grant.Pattern)], action => IsDenied(identity, action)))
        {
            yield return (path, [.. path.Grants.Select(step => grants.First(grant => ReferenceEquals(grant.Pattern, step.Pattern)))]);
        }
    }

    private static ImmutableArray<BroadGrant> Grants(PolicyIdentity identity, Func<PolicyStatement, bool> isOpen)
    {
        var grants = ImmutableArray.CreateBuilder<BroadGrant>();
        foreach (var statement in identity.Statements.Where(statement => statement.IsGrant && isOpen(statement)))
        {
            if (PolicyPatterns.IsAllOrNothing(statement))
            {
                continue;
            }

            foreach (var (entry, pattern) in PolicyPatterns.Actions(statement))
            {
                var resource = PolicyPatterns.Resources(statement).FirstOrDefault(resource => IsEveryOne(pattern, resource.Pattern)).Entry;
                if (resource is not null)
                {
                    grants.Add(new BroadGrant(statement, entry, pattern, resource));
                }
            }
        }

        return grants.ToImmutable();
    }

    /// <summary>Whether a resource is everything that an action can be done to, as far as is known.</summary>
    private static bool IsEveryOne(ActionPattern action, ResourcePattern resource) =>
        action.Covers(PassRole) ? resource.Roles == RoleScope.Wildcard : resource.CoversAllOfAKind(action.Data);

    /// <summary>Whether a statement takes an action away, wholly or in part: what is left of it is not known here.</summary>
    private static bool IsDenied(PolicyIdentity identity, string action) =>
        identity
            .Statements.Where(static statement => statement is { Allows: false, Kind: StatementKind.Identity })
            .Any(statement =>
                PolicyPatterns.Actions(statement).Any(denied => denied.Pattern.Covers(action))
                || (
                    !statement.NotActions.Entries.IsEmpty
                    && !statement.NotActions.Entries.Any(entry => entry.Text is { } text && ActionPattern.Parse(text).Covers(action))
                )
            );

    private static bool IsOnService(PolicyCondition condition) =>
        string.Equals(condition.Key, PassedToService, StringComparison.OrdinalIgnoreCase);
}
