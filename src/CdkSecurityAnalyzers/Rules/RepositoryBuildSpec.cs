using CdkSecurityAnalyzers.Cdk.Trust;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>The buildspec of a project that builds pull requests is a file that they can change.</summary>
internal sealed class RepositoryBuildSpec() : ReachableBuildRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.RepositoryBuildSpec,
        title: "Pull requests can rewrite their own buildspec",
        messageFormat: "{0} bring their own buildspec: whoever sends one decides which commands run",
        RuleCategories.Builds,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "Without a buildspec in the project, CodeBuild takes the one in the source that it builds. "
            + "Give the project its buildspec, so that a change of the commands takes a deployment.",
        829
    );

    protected override void CheckReachable(ContainedBuild build, TrustModel trust, FindingSink findings)
    {
        if (build.BuildSpec.Origin == BuildSpecOrigin.Repository)
        {
            var finding = new BuildFinding(build);
            if (build.BuildSpec.Written is { } written)
            {
                finding.On(written, build.BuildSpec.Spelling);
            }

            findings.Report(finding.Build(Definition, BuildFinding.Senders(build)));
        }
    }
}
