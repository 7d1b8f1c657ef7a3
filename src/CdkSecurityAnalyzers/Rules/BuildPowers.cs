using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Cdk.Trust;
using CdkSecurityAnalyzers.Evaluation.Values;
using CdkSecurityAnalyzers.Patterns.Iam;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Something that a role may do and that does harm.</summary>
/// <param name="Rank">How bad it is: the lowest is the worst.</param>
/// <param name="Description">What the role does, to be put after "a role that".</param>
/// <param name="Written">What lets it do so.</param>
internal readonly record struct BuildPower(int Rank, string Description, Binding Written, Spelling Spelling)
{
    /// <summary>Whether others decide that it has the power.</summary>
    public bool IsOfOthers { get; init; }

    /// <summary>The managed policy that gives the power; null for others.</summary>
    public ManagedPolicy? Policy { get; init; }
}

/// <summary>Finds what the role of a build may do that no build of pull requests needs.</summary>
internal static class BuildPowers
{
    private const string AssumeRole = "sts:AssumeRole";

    /// <summary>What every build in a VPC needs: it gives CodeBuild the use of a network interface.</summary>
    private const string NetworkInterface = "CreateNetworkInterfacePermission";

    private const int WritingRank = 6;

    /// <summary>The powers, the worst first.</summary>
    /// <param name="joins">What builds of the root share.</param>
    public static List<BuildPower> Of(ContainedBuild build, ImmutableArray<TrustJoin> joins)
    {
        var powers = new List<BuildPower>(0);
        foreach (var join in joins)
        {
            if (join.Kind == TrustJoinKind.Resource && ReferenceEquals(join.Reachable, build))
            {
                powers.Add(
                    new BuildPower(WritingRank, $"writes what {BuildFinding.NameOf(join.Trusted)} reads", join.Written, join.Spelling)
                    {
                        IsOfOthers = join.IsOfOthers,
                    }
                );
            }
        }

        return build.Policies is { } policies ? Ordered(powers, policies) : powers;
    }

    private static List<BuildPower> Ordered(List<BuildPower> powers, HeldPolicies policies)
    {
        foreach (var attached in policies.ManagedPolicies)
        {
            if (BroadManagedPolicy.Find(attached) is { } policy)
            {
                powers.Add(
                    new BuildPower(0, $"has the policy {policy.Name}", attached.Name.Written, attached.Name.Spelling) { Policy = policy }
                );
            }
        }

        foreach (var statement in policies.Identity.Statements)
        {
            if (statement is { IsGrant: true, IsUnconditional: true })
            {
                Add(statement, policies.Identity, powers);
            }
        }

        foreach (var (path, grants) in PolicyVerdicts.Escalations(policies.Identity))
        {
            var action = grants[0].Action;
            if (powers.TrueForAll(power => power.Rank == WritingRank || power.Written.Site != action.Site))
            {
                powers.Add(new BuildPower(5, $"{path.Path.Effect} ('{path.Grants[0].Action}')", action.Written, action.Spelling));
            }
        }

        // What may do anything writes as well.
        powers.RemoveAll(power =>
            power.Rank == WritingRank && powers.Exists(worse => worse.Rank != WritingRank && worse.Written.Site == power.Written.Site)
        );
        return [.. powers.OrderBy(static power => power.Rank)];
    }

    private static void Add(PolicyStatement statement, PolicyIdentity identity, List<BuildPower> powers)
    {
        foreach (var (entry, pattern) in PolicyPatterns.Actions(statement))
        {
            if (Worst(pattern, statement, identity) is var (rank, description))
            {
                powers.Add(new BuildPower(rank, $"{description} ('{entry.Text}')", entry.Written, entry.Spelling));
            }
        }
    }

    private static (int Rank, string Description)? Worst(ActionPattern pattern, PolicyStatement statement, PolicyIdentity identity) =>
        pattern.IsEverything && !identity.MayBeDenied ? (1, "may do anything")
        : pattern.Coverage().Actions.Any(action => ManagesPermissions(action, identity)) ? (2, "manages permissions")
        : IsAllowed(pattern, PolicyVerdicts.PassRole, identity) ? (3, "passes roles")
        : IsAllowed(pattern, AssumeRole, identity)
        && PolicyPatterns.Resources(statement).Any(static resource => resource.Pattern.Roles == RoleScope.Wildcard)
            ? (4, "assumes any role")
        : IsAllowed(pattern, AssumeRole, identity)
        && PolicyPatterns.Resources(statement).Any(static resource => resource.Pattern.CoversDeploymentRoles)
            ? (4, "assumes the roles that the CDK deploys with")
        : null;

    private static bool ManagesPermissions(IamAction action, PolicyIdentity identity) =>
        action.Level == AccessLevel.PermissionsManagement && action.Name != NetworkInterface && !identity.Denies(action.ToString());

    private static bool IsAllowed(ActionPattern pattern, string action, PolicyIdentity identity) =>
        pattern.Covers(action) && !identity.Denies(action);
}
