using System.Linq;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Patterns.Iam;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A role trusts everybody.</summary>
internal sealed class PublicTrustPolicy() : PolicyRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.PublicTrustPolicy,
        title: "Role can be assumed by anyone",
        messageFormat: "Anyone with an AWS account can assume this role: its trust policy names no account and has no condition",
        RuleCategories.Permissions,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The principal * in a trust policy is every identity of every AWS account. Name the account or the role that is trusted, "
            + "or narrow the principal to your organization.",
        284,
        732
    );

    protected override void Check(PolicyStatement statement, FindingSink findings)
    {
        if (statement is not { Kind: StatementKind.Trust, Allows: true, IsUnconditional: true })
        {
            return;
        }

        foreach (var principal in statement.Principals.Where(IsAnybody))
        {
            findings.Report(new PolicyFinding(statement).On(principal.Entry).Build(Definition));
        }
    }

    private static bool IsAnybody(PolicyPrincipal principal) =>
        principal.Type is PolicyPrincipal.Star or "AWS"
        && (Glob.IsAnything(principal.Entry.Text ?? string.Empty) || IsAnyAccount(PolicyPatterns.TextOf(principal.Entry).ToString()));

    /// <summary><c>arn:aws:iam::*:root</c></summary>
    private static bool IsAnyAccount(string arn) => arn.EndsWith(":iam::*:root", System.StringComparison.Ordinal);
}
