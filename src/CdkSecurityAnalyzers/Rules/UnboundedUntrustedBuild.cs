using CdkSecurityAnalyzers.Cdk.Trust;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>The role of a project that builds pull requests has no permissions boundary.</summary>
internal sealed class UnboundedUntrustedBuild() : ReachableBuildRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.UnboundedUntrustedBuild,
        title: "Pull-request build has no permissions boundary",
        messageFormat: "{0} run with a role that nothing bounds: apply UntrustedCodeBoundaryPolicy",
        RuleCategories.Builds,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "Roles collect permissions over time. A boundary says once what builds of pull requests may do at most.",
        250
    );

    protected override void CheckReachable(ContainedBuild build, TrustModel trust, FindingSink findings)
    {
        if (build.Role is { Origin: not BuildRoleOrigin.Given } && build.LacksBoundary)
        {
            findings.Report(new BuildFinding(build).Unbounded().Build(Definition, BuildFinding.Senders(build)));
        }
    }
}
