using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Patterns.Iam;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A policy still has a place where something was to be filled in.</summary>
internal sealed class UnfilledPolicyPlaceholder() : PolicyRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.UnfilledPolicyPlaceholder,
        title: "Placeholder left in a policy",
        messageFormat: "'{0}' is no policy variable: IAM compares it as text, and this {1} never matches what it was meant for",
        RuleCategories.Permissions,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Generated policies have ${Name} where a name is to be filled in; the variables that IAM fills in itself have a colon, as in "
            + "${aws:username}.",
        1188
    );

    protected override void Check(PolicyStatement statement, FindingSink findings)
    {
        Check("action", statement.Actions);
        Check("action", statement.NotActions);
        Check("resource", statement.Resources);
        Check("resource", statement.NotResources);
        foreach (var condition in statement.Conditions)
        {
            Check("condition", condition.Values);
        }

        void Check(string element, PolicyElement list)
        {
            foreach (var entry in list.Entries)
            {
                if (PolicyVariable.FindPlaceholder(PolicyPatterns.TextOf(entry)) is { } placeholder)
                {
                    findings.Report(new PolicyFinding(statement).On(entry).Build(Definition, placeholder, element));
                }
            }
        }
    }
}
