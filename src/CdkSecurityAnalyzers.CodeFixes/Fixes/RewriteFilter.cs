using System;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Webhooks;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Writes the pattern, type or <c>And…</c> method that a finding proposes for a filter.</summary>
internal abstract class RewriteFilter(string equivalenceKey, string title) : FindingFix(equivalenceKey, title)
{
    private const string Not = "Not";

    public sealed override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (finding.Text(FindingProperties.ReplacementMember) is not { } member)
        {
            return finding.Value.Expression is { } value && PatternRewriting.TryWrite(finding, edits, finding.Value, value);
        }

        if (
            finding.Place(FindingProperties.Filter) is not { } filter
            || filter.Expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } call
            || call.ArgumentList.Arguments.Count != 1
        )
        {
            return false;
        }

        var name = FilterChain.Name(call);
        var argument = call.ArgumentList.Arguments[0];
        edits.In(filter).Replace(name.Span, Twin(name.Identifier.ValueText, member));
        if (argument.NameColon is { } nameColon)
        {
            // The methods name their parameters differently.
            edits.In(filter).Delete(TextSpan.FromBounds(nameColon.SpanStart, argument.Expression.SpanStart));
        }

        return PatternRewriting.TryWrite(finding, edits, filter, argument.Expression);
    }

    /// <summary>An excluding filter stays one.</summary>
    private static string Twin(string written, string proposed) =>
        written.EndsWith(Not, StringComparison.Ordinal) && !proposed.EndsWith(Not, StringComparison.Ordinal) ? proposed + Not : proposed;
}

/// <summary>Makes a ref pattern match the named branch or tag only.</summary>
internal sealed class AnchorRef() : RewriteFilter(Key, "Anchor the branch")
{
    public const string Key = nameof(AnchorRef);
}

/// <summary>Makes a filter that never matches say what it means.</summary>
internal sealed class CorrectFilter() : RewriteFilter(Key, "Correct the filter")
{
    public const string Key = nameof(CorrectFilter);
}
