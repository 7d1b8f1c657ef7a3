using System.Linq;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Patterns.Iam;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A statement names an action that does not exist.</summary>
internal sealed class UnknownAction() : PolicyRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.UnknownAction,
        title: "Action matches nothing in IAM",
        messageFormat: "'{0}' is no action of its service: this statement {1} nothing by it{2}",
        RuleCategories.Permissions,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "IAM accepts actions that do not exist and ignores them. A statement that denies one denies nothing.",
        1188
    );

    protected override void Check(PolicyStatement statement, FindingSink findings)
    {
        foreach (var entry in statement.Actions.Entries.Concat(statement.NotActions.Entries))
        {
            if (
                entry.Text is { } text
                && ActionPattern.Parse(text) is { HasWildcard: false, IsWellFormed: true, Data: not null } pattern
                && pattern.Coverage().Actions.IsEmpty
            )
            {
                var nearest = pattern.Nearest();
                findings.Report(
                    new PolicyFinding(statement)
                        .On(entry)
                        .ReplacedBy(nearest)
                        .Build(
                            Definition,
                            text,
                            statement.Allows == false ? "denies" : "allows",
                            nearest is null ? string.Empty : $"; did you mean '{nearest}'?"
                        )
                );
            }
        }
    }
}
