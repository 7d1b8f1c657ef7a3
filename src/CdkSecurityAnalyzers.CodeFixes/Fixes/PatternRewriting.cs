using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Webhooks;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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

    /// <summary>
    /// Where the finding's text is written: at the finding, or – when that is the call of a method that builds the filter – in the filter itself, as long as the
    /// text there is the same for every caller.
    /// </summary>
    public static Place? PatternOf(ReportedFinding finding)
    {
        if (
            finding.Value.Expression is not { } value
            || finding.Value.Model.GetTypeInfo(value).Type is { SpecialType: SpecialType.System_String } or null
        )
        {
            return finding.Value;
        }

        if (finding.Place(FindingProperties.Filter) is not { Expression: { } filter } place)
        {
            return null;
        }

        var pattern = filter is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments }
            ? arguments[0].Expression
            : FilterEntry.Pattern(place, filter);
        return pattern is not null && place.ConstantText(pattern) is not null ? place.At(pattern) : null;
    }
}
