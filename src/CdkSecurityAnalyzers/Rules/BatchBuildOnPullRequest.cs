using CdkSecurityAnalyzers.Cdk.Trust;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Pull requests start batch builds whose configuration they bring along.</summary>
internal sealed class BatchBuildOnPullRequest() : ReachableBuildRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.BatchBuildOnPullRequest,
        title: "Pull requests can configure batch builds",
        messageFormat: "{0} can configure batch builds in their buildspec: images, environment variables and privileged mode are theirs to choose",
        RuleCategories.Builds,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The batch section of a buildspec sets image, size, privileged mode and debug sessions of each of its builds. "
            + "Let the project hold the buildspec, or start single builds.",
        250,
        829
    );

    protected override void CheckReachable(ContainedBuild build, TrustModel trust, FindingSink findings)
    {
        if (build is { BatchBuild: { } isBatch, BuildSpec.Origin: BuildSpecOrigin.Repository })
        {
            findings.Report(new BuildFinding(build).On(isBatch).Build(Definition, BuildFinding.Senders(build)));
        }
    }
}
