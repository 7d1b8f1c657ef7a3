using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Trust;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Code of pull requests is built with a role that can do harm.</summary>
internal sealed class PowerfulUntrustedBuild() : ReachableBuildRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.PowerfulUntrustedBuild,
        title: "Pull-request build has a role that can do harm",
        messageFormat: "{0} run with a role that {1}: bound it with UntrustedCodeBoundaryPolicy",
        RuleCategories.Builds,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The code that is built has the permissions of the build's role. A permissions boundary keeps it from all that a test does not need, "
            + "whatever policies the role gets later.",
        250,
        269
    );

    /// <summary>Where the program decides what a build and a trusted one do with a bucket, the worlds in which they meet count.</summary>
    protected override IEnumerable<ContainedBuild> BuildsOf(TrustModel trust) =>
        trust
            .Joins.Where(static join => join.Kind == TrustJoinKind.Resource)
            .Select(static join => join.Reachable)
            .Concat(trust.Builds)
            .Distinct()
            .OrderByDescending(static build => build.Exposure.Reach);

    protected override void CheckReachable(ContainedBuild build, TrustModel trust, FindingSink findings)
    {
        var powers = BuildPowers.Of(build, trust.Joins);
        if (powers.Count == 0 || !build.LacksBoundary)
        {
            return;
        }

        var finding = new BuildFinding(build).Unbounded();
        if (build.Role?.Written is { } role)
        {
            finding.On(role.Site, build.Role.Spelling);
        }
        else
        {
            finding.On(powers[0].Written, powers[0].Spelling);
        }

        foreach (var site in powers.Select(static power => power.Written.Site).Distinct())
        {
            finding.At(site);
        }

        var descriptions = WordList.Of(powers.Select(static power => power.Description).Distinct());
        var built = finding.Build(Definition, BuildFinding.Senders(build), descriptions);
        built = powers.TrueForAll(static power => power.IsOfOthers) ? built with { IsOfOthers = true } : built;
        findings.Report(
            powers.Count == 1 && powers[0].Policy is { } only
                ? built with
                {
                    Allowance = new Allowance(Settings.AllowedManagedPolicies, only.Name),
                }
                : built
        );
    }
}
