using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Lets whoever deploys give the value of a secret parameter.</summary>
internal sealed class RemoveDefault() : FindingFix(Key, "Remove the default (every deployment has to give the value)")
{
    public const string Key = nameof(RemoveDefault);

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (
            finding.Text(FindingProperties.Sink) != FindingProperties.Sinks.Default
            || finding.Value.Expression
                is not { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment }
        )
        {
            return false;
        }

        edits.In(finding.Value).RemoveElement(new ElementList(initializer), initializer.Expressions.IndexOf(assignment));
        return true;
    }
}
