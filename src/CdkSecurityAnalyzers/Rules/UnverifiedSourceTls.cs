using CdkSecurityAnalyzers.Cdk.Trust;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>The source is fetched from a server whose certificate is not verified.</summary>
internal sealed class UnverifiedSourceTls() : BuildSettingRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.UnverifiedSourceTls,
        title: "TLS certificate of the source is not verified",
        messageFormat: "The certificate of the source's server is not verified: whoever stands in between can change the code that is built",
        RuleCategories.Builds,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Without verification any server on the way can answer in the place of the repository, and gets the credential that fetches from it. "
            + "Give the build environment the certificate of a private authority instead.",
        295
    );

    protected override void Check(BuildSettings settings, ContainedBuild? build, FindingSink findings)
    {
        foreach (var unverified in settings.UnverifiedSources)
        {
            findings.Report(new BuildFinding(build).On(unverified).Build(Definition));
        }
    }
}
