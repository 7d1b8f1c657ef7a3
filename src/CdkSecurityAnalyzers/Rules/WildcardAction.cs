using System.Linq;
using CdkSecurityAnalyzers.Cdk.Iam;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A statement allows every action of every service.</summary>
internal sealed class WildcardAction() : PolicyRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.WildcardAction,
        title: "Policy allows every action",
        messageFormat: "'{0}' allows every action of every service{1}: list the actions that are needed",
        RuleCategories.Permissions,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Whoever holds such a policy administers what its resources cover, and a build hands its role to all code that it runs. "
            + "List the actions that are needed.",
        250,
        732
    );

    protected override void Check(PolicyStatement statement, FindingSink findings)
    {
        foreach (var action in PolicyPatterns.Everything(statement))
        {
            var isEverywhere = PolicyPatterns.Resources(statement).Any(static resource => resource.Pattern.IsEverything);
            findings.Report(
                new PolicyFinding(statement)
                    .On(action)
                    .Build(Definition, action.Text!, isEverywhere ? " on every resource" : string.Empty) with
                {
                    Allowance = new Allowance(Settings.AllowedWildcardActions, action.Text!),
                }
            );
        }
    }
}
