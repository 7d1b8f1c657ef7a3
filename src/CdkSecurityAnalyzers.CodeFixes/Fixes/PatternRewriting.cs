using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Writes the pattern that a finding proposes.</summary>
internal static class PatternRewriting
{
    /// <summary>
    /// A literal becomes the proposed pattern. What is computed keeps being computed, between the proposed texts; where these are not known, it becomes the
    /// proposed pattern too.
    /// </summary>
    public static bool TryWrite(ReportedFinding finding, SolutionEdits edits, Place place, ExpressionSyntax pattern)
    {
        var isLiteral = pattern is LiteralExpressionSyntax;
        if (!isLiteral && finding.Text(FindingProperties.Prefix) is { } prefix && finding.Text(FindingProperties.Suffix) is { } suffix)
        {
            TextExpression.Wrap(edits, place, pattern, prefix, suffix);
            return true;
        }

        if (finding.Text(FindingProperties.Replacement) is not { } replacement)
        {
            return false;
        }

        TextExpression.Replace(edits, place, pattern, replacement);
        return true;
    }
}
