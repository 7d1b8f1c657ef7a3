using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Lets the CDK make a role for a project that shared one.</summary>
internal sealed class SeparateRole() : FindingFix(Key, "Give the project a role of its own (grant it what its builds need)")
{
    public const string Key = nameof(SeparateRole);

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (
            finding.Spelling != FindingProperties.Spellings.Build
            || finding.Value.Expression
                is not {
                    Parent: AssignmentExpressionSyntax
                    {
                        Left: IdentifierNameSyntax { Identifier.ValueText: "Role" },
                        Parent: InitializerExpressionSyntax initializer
                    } assignment
                }
        )
        {
            return false;
        }

        edits.In(finding.Value).RemoveElement(new ElementList(initializer), initializer.Expressions.IndexOf(assignment));
        return true;
    }
}
