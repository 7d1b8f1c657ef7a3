using CdkSecurityAnalyzers.Cdk.Trust;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Code of pull requests is built in privileged mode.</summary>
internal sealed class PrivilegedUntrustedBuild() : ReachableBuildRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.PrivilegedUntrustedBuild,
        title: "Pull requests are built in privileged mode",
        messageFormat: "{0} are built in privileged mode: their code reaches every device of the build host",
        RuleCategories.Builds,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A privileged container is no container: what runs in it can get at the host, its memory and the credentials in it. "
            + "Build Docker images in a project that only builds what was merged.",
        250,
        653
    );

    protected override void CheckReachable(ContainedBuild build, TrustModel trust, FindingSink findings)
    {
        if (build.Privilege is { } privilege)
        {
            findings.Report(new BuildFinding(build).On(privilege).Build(Definition, BuildFinding.Senders(build)));
        }
    }
}
