using CdkSecurityAnalyzers.Cdk.Trust;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Builds of pull requests may be entered while they run.</summary>
internal sealed class DebugSessionInUntrustedBuild() : ReachableBuildRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.DebugSessionInUntrustedBuild,
        title: "Pull-request build allows debug sessions",
        messageFormat: "{0} are built with a role that opens debug sessions: their code can keep a channel to the build open",
        RuleCategories.Builds,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The permissions for sessions belong to the role of the build, so the code that is built has them as well. "
            + "Debug in a project that pull requests do not start.",
        489
    );

    protected override void CheckReachable(ContainedBuild build, TrustModel trust, FindingSink findings)
    {
        if (build.DebugSessions is { } sessions)
        {
            findings.Report(new BuildFinding(build).On(sessions).Build(Definition, BuildFinding.Senders(build)));
        }
    }
}
