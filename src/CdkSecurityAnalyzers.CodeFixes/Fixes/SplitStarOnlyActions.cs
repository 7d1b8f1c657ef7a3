using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Layout;
using CdkSecurityAnalyzers.CodeFixes.Policies;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Gives the actions that only take <c>*</c> a statement of their own, and the others a resource to be filled in.</summary>
internal sealed class SplitStarOnlyActions() : FindingFix(Key, "Split actions that need '*' into their own statement")
{
    public const string Key = nameof(SplitStarOnlyActions);

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (
            finding.Text(FindingProperties.StarOnlyActions)?.Split(',') is not { } starOnly
            || finding.Text(FindingProperties.ScopedResources)?.Split(',') is not { } resources
            || WrittenStatement.Of(finding) is not { } statement
            || statement.Texts(statement.Actions) is not { } actions
            || statement.Texts(statement.Resources) is not { Count: 1 } everything
            || everything[0].Text != "*"
        )
        {
            return false;
        }

        edits.In(statement.Place).Replace(everything[0].Written.Span, Written(statement.Place, everything[0].Written, resources));
        return StatementSplit.TryMove(
            edits,
            statement,
            [.. actions.Where(action => starOnly.Contains(action.Text)).Select(action => action.Written)]
        );
    }

    private static string Written(Place place, ExpressionSyntax everything, string[] resources)
    {
        var separator = Lines.StartsLine(place.Text, everything.SpanStart)
            ? "," + Lines.Break(place.Text) + Lines.Indentation(place.Text, everything.SpanStart)
            : ", ";
        var texts = string.Join(separator, resources.Select(TextLiteral.Of));
        return resources.Length == 1 || ElementList.Around(everything) is not null ? texts : $"new[] {{ {texts} }}";
    }
}
