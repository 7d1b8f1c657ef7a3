using CdkSecurityAnalyzers.Cdk.Trust;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Everybody can read the results, logs and artifacts of a project.</summary>
internal sealed class PublicBuildProject() : BuildSettingRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.PublicBuildProject,
        title: "Build results and logs are public",
        messageFormat: "Everybody can read the results, logs and artifacts of this project{0}",
        RuleCategories.Builds,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A public project shows all of its builds, those before it became public included, and the filters of its webhook. "
            + "A build badge shows the last result and nothing else.",
        200,
        532
    );

    protected override void Check(BuildSettings settings, ContainedBuild? build, FindingSink findings)
    {
        if (settings.Publication is { } publication)
        {
            var why = Why(build);
            var finding = new BuildFinding(build).On(publication).Build(Definition, why);
            findings.Report(why.Length == 0 ? finding : finding with { Severity = DiagnosticSeverity.Warning });
        }
    }

    /// <summary>Why that matters more than for other projects; empty when it does not.</summary>
    private static string Why(ContainedBuild? build) =>
        build is null ? string.Empty
        : !build.Secrets.IsEmpty ? ", which is given secrets"
        : build.Exposure.IsReachable ? ", which builds pull requests"
        : string.Empty;
}
