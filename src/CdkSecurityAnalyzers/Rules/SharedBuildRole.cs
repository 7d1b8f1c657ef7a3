using CdkSecurityAnalyzers.Cdk.Trust;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>One role has the permissions of both a build of pull requests and a trusted one.</summary>
internal sealed class SharedBuildRole() : TrustJoinRule(Definition, TrustJoinKind.Role)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.SharedBuildRole,
        title: "One role serves pull-request builds and trusted builds",
        messageFormat: "{0} run with the same role as {1}: give them a role of their own",
        RuleCategories.Builds,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Whatever a release needs, the code of a pull request may do as well when both have one role. Let each project have its own.",
        266,
        653
    );
}
