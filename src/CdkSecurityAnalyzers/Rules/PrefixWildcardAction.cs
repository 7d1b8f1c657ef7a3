using System.Collections.Generic;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Patterns.Iam;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A wildcard in an action covers actions that write or manage permissions.</summary>
internal sealed class PrefixWildcardAction() : PolicyRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.PrefixWildcardAction,
        title: "Action wildcard grants write or permissions-management access",
        messageFormat: "'{0}' grants {1} actions, {2}: list those that are needed",
        RuleCategories.Permissions,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "A wildcard grants what is there today and what AWS will add. For actions that only read this may be meant; "
            + "for actions that change something, list them.",
        250,
        732
    );

    protected override void Check(PolicyStatement statement, FindingSink findings)
    {
        if (!statement.IsGrant)
        {
            return;
        }

        foreach (var (entry, pattern) in PolicyPatterns.Actions(statement))
        {
            if (pattern is not { HasWildcard: true, IsEverything: false, IsWholeService: false })
            {
                continue;
            }

            var coverage = pattern.Coverage();
            if (Risk(coverage) is { } risk)
            {
                findings.Report(
                    new PolicyFinding(statement).On(entry).Build(Definition, entry.Text!, coverage.Actions.Length, risk) with
                    {
                        Allowance = new Allowance(Settings.AllowedWildcardActions, entry.Text!),
                    }
                );
            }
        }
    }

    /// <summary>What of the covered actions is more than reading; null when nothing is.</summary>
    private static string? Risk(ActionCoverage coverage)
    {
        var risks = new List<string>();
        if (coverage.Count(AccessLevel.Write) is > 0 and var writing)
        {
            risks.Add($"{writing} of which write");
        }

        if (coverage.Count(AccessLevel.PermissionsManagement) is > 0 and var managing)
        {
            risks.Add($"{managing} of which manage permissions");
        }

        return risks.Count == 0 ? null : string.Join(", ", risks);
    }
}
