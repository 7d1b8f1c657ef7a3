using System;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Iam;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A policy trusts a service whoever the service acts for.</summary>
internal sealed class UnscopedServiceTrust() : PolicyRule(Definition)
{
    private static readonly string[] NarrowingKeys =
    [
        "aws:SourceAccount",
        "aws:SourceArn",
        "aws:SourceOrgID",
        "aws:SourceOrgPaths",
        "aws:PrincipalOrgID",
    ];

    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.UnscopedServiceTrust,
        title: "Service principal without source account or ARN condition",
        messageFormat: "The policy trusts {0} whoever it acts for: add a condition on aws:SourceAccount or aws:SourceArn",
        RuleCategories.Permissions,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "A service acts for all of its customers. Where it can be told to use a resource or role of another account, "
            + "the condition keeps it from being used against you as a confused deputy.",
        441
    );

    protected override void Check(PolicyStatement statement, FindingSink findings)
    {
        if (
            statement is not { Kind: StatementKind.Trust or StatementKind.Resource, Allows: true, AreConditionsComplete: true }
            || statement.Conditions.Any(static condition => NarrowingKeys.Contains(condition.Key, StringComparer.OrdinalIgnoreCase))
        )
        {
            return;
        }

        foreach (var principal in statement.Principals.Where(static principal => principal.Type == "Service"))
        {
            findings.Report(new PolicyFinding(statement).On(principal.Entry).Build(Definition, principal.Entry.Text ?? "a service"));
        }
    }
}
