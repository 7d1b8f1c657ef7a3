using CdkSecurityAnalyzers.Cdk.Trust;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Code of pull requests is built inside a VPC from which it reaches everything.</summary>
internal sealed class OpenNetworkUntrustedBuild() : ReachableBuildRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.OpenNetworkUntrustedBuild,
        title: "Pull-request build in a VPC can reach everything",
        messageFormat: "{0} run {1}",
        RuleCategories.Builds,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "In a VPC a build gets at what is not on the internet. A security group that allows what the build needs keeps the rest out of its reach, "
            + "and what the build has read inside.",
        923
    );

    protected override void CheckReachable(ContainedBuild build, TrustModel trust, FindingSink findings)
    {
        if (build.OpenNetwork is { } network)
        {
            findings.Report(
                new BuildFinding(build)
                    .On(network.Written)
                    .At(network.Group)
                    .Build(
                        Definition,
                        BuildFinding.Senders(build),
                        "inside a VPC and reach everything from there: "
                            + (network.Group is null ? "set AllowAllOutbound to false" : "let the security group allow only what they need")
                    )
            );
        }
        else if (build.IsOutsideVpc && findings.AsksFor(AlsoReported.BuildsOutsideVpcs, build.Project.ConstructSite))
        {
            findings.Report(
                new BuildFinding(build).Build(
                    Definition,
                    BuildFinding.Senders(build),
                    "outside of a VPC and reach all of the internet: a VPC with a security group lets them reach only what they need"
                )
            );
        }
    }
}
