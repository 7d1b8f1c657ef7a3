using CdkSecurityAnalyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Lets the certificate of a source's server be verified, which it is when nothing is said.</summary>
internal sealed class VerifyCertificate() : FindingFix(Key, "Verify the certificate")
{
    public const string Key = nameof(VerifyCertificate);

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        switch (finding.Value.Expression)
        {
            case {
                Parent: AssignmentExpressionSyntax
                {
                    Left: IdentifierNameSyntax,
                    Parent: InitializerExpressionSyntax initializer
                } assignment
            }:
                edits.In(finding.Value).RemoveElement(new ElementList(initializer), initializer.Expressions.IndexOf(assignment));
                return true;
            case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.TrueLiteralExpression):
                edits.In(finding.Value).Replace(literal.Span, "false");
                return true;
            default:
                return false;
        }
    }
}
