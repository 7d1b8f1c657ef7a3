using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Patterns.Iam;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>An action that a statement grants on every resource of its kind.</summary>
/// <param name="Resource">The resource that is every one.</param>
internal readonly record struct BroadGrant(PolicyStatement Statement, PolicyEntry Action, PolicyEntry Resource);

/// <summary>Verdicts on what one role, user or group may do, which several rules share.</summary>
internal static class PolicyVerdicts
{
    public const string PassRole = "iam:PassRole";

    private const string PassedToService = "iam:PassedToService";

    /// <summary>The verdicts on the identities of a model, which several rules ask for.</summary>
    private static readonly ConditionalWeakTable<PolicyIdentity, Verdict> Verdicts = new();

    /// <summary>The actions that let the holder pass any role to any service.</summary>
    public static ImmutableArray<BroadGrant> PassedRoles(PolicyIdentity identity) => Decide(identity).PassedRoles;

    /// <summary>The ways to more permissions that are open, each with the grants that it needs.</summary>
    public static ImmutableArray<(GrantedEscalation Path, ImmutableArray<BroadGrant> Grants)> Escalations(PolicyIdentity identity) =>
        Decide(identity).Escalations;

    private static Verdict Decide(PolicyIdentity identity) =>
        Verdicts.GetValue(identity, static identity => new Verdict(FindPassedRoles(identity), [.. FindEscalations(identity)]));

    private static ImmutableArray<BroadGrant> FindPassedRoles(PolicyIdentity identity) =>
        identity.Denies(PassRole)
            ? []
            :
            [
                .. Grants(identity, static statement => statement.AreConditionsComplete && !statement.Conditions.Any(IsOnService))
                    .Where(static grant => grant.Pattern.Covers(PassRole))
                    .Select(static grant => grant.On(PassRole))
                    .OfType<BroadGrant>(),
            ];

    private static IEnumerable<(GrantedEscalation Path, ImmutableArray<BroadGrant> Grants)> FindEscalations(PolicyIdentity identity)
    {
        var grants = Grants(identity, static statement => statement.IsUnconditional);
        if (grants.IsEmpty)
        {
            yield break;
        }

        var byPattern = grants.ToDictionary(static grant => grant.Pattern);
        foreach (
            var path in EscalationPaths.In(
                [.. byPattern.Keys],
                (pattern, action) => byPattern[pattern].On(action) is not null && !identity.Denies(action)
            )
        )
        {
            yield return (path, [.. path.Grants.Select(step => byPattern[step.Pattern].On(step.Action)!.Value)]);
        }
    }

    private static ImmutableArray<Grant> Grants(PolicyIdentity identity, Func<PolicyStatement, bool> isOpen) =>
        [
            .. from statement in identity.Statements
            where statement.IsGrant && isOpen(statement) && !PolicyPatterns.IsAllOrNothing(statement)
            let resources = PolicyPatterns.Resources(statement)
            from action in PolicyPatterns.Actions(statement)
            select new Grant(statement, action.Entry, action.Pattern, resources),
        ];

    /// <summary>Whether a resource is everything that an action can be done to, as far as is known.</summary>
    private static bool IsEveryOne(string action, ResourcePattern resource)
    {
        if (action == PassRole)
        {
            return resource.Roles == RoleScope.Wildcard;
        }

        var parsed = ActionPattern.Parse(action);
        return parsed.Data?.Find(parsed.Name) switch
        {
            { Requirement: ResourceRequirement.StarOnly } => resource.IsEverything,
            // The actions of IAM are about one kind of thing each; others may be granted on several.
            { Service: "iam", Arn: { } form } => resource.CoversAllOf(form),
            _ => resource.CoversAllOfAKind(parsed.Data),
        };
    }

    private static bool IsOnService(PolicyCondition condition) =>
        string.Equals(condition.Key, PassedToService, StringComparison.OrdinalIgnoreCase);

    private sealed record Verdict(
        ImmutableArray<BroadGrant> PassedRoles,
        ImmutableArray<(GrantedEscalation Path, ImmutableArray<BroadGrant> Grants)> Escalations
    );

    /// <summary>An action of a statement, and what the statement is about.</summary>
    private sealed record Grant(
        PolicyStatement Statement,
        PolicyEntry Entry,
        ActionPattern Pattern,
        ImmutableArray<(PolicyEntry Entry, ResourcePattern Pattern)> Resources
    )
    {
        /// <summary>The grant of one of the actions that the pattern covers on all that it can be done to; null when it is not granted on all.</summary>
        public BroadGrant? On(string action)
        {
            foreach (var resource in Resources)
            {
                if (IsEveryOne(action, resource.Pattern))
                {
                    return new BroadGrant(Statement, Entry, resource.Entry);
                }
            }

            return null;
        }
    }
}
