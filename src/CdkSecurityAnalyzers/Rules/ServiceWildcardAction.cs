using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Patterns.Iam;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A statement allows every action of a service.</summary>
internal sealed class ServiceWildcardAction() : PolicyRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.ServiceWildcardAction,
        title: "Policy allows every action of a service",
        messageFormat: "'{0}' {1}: list the actions that are needed",
        RuleCategories.Permissions,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A whole service is more than any task needs, it includes actions that manage permissions, and it grows with every action "
            + "that AWS adds. List the actions that are needed.",
        250,
        732
    );

    protected override void Check(PolicyStatement statement, FindingSink findings)
    {
        foreach (var (entry, pattern) in PolicyPatterns.WholeServices(statement))
        {
            findings.Report(
                new PolicyFinding(statement).On(entry).Build(Definition, entry.Text!, Granted(pattern)) with
                {
                    Allowance = new Allowance(Settings.AllowedWildcardActions, entry.Text!),
                }
            );
        }
    }

    /// <summary>How much a pattern grants: <c>grants 170 actions, 12 of which manage permissions</c>.</summary>
    private static string Granted(ActionPattern pattern)
    {
        var coverage = pattern.Coverage();
        if (coverage.Actions.Length < 2)
        {
            return "grants every action of the service";
        }

        var managing = coverage.Count(AccessLevel.PermissionsManagement);
        return $"grants {coverage.Actions.Length} actions"
            + managing switch
            {
                0 => string.Empty,
                1 => ", one of which manages permissions",
                _ => $", {managing} of which manage permissions",
            };
    }
}
