using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Webhooks;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Asks for approval of every pull request, by roles that can write.</summary>
internal sealed class StrengthenApproval() : FindingFix(Key, "Require approval by people with write access")
{
    public const string Key = nameof(StrengthenApproval);

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (finding.Value.Expression is not { } value)
        {
            return false;
        }

        var list = ElementList.Around(value);
        if (list is null || finding.Text(FindingProperties.Replacement) is not null)
        {
            if (finding.Text(FindingProperties.Replacement) is null && IsPartOfElement(value))
            {
                return false;
            }

            var replacement = finding.Text(FindingProperties.Replacement) ?? ApprovalPolicy.AllPullRequests;
            TextExpression.Replace(edits, finding.Value, value, replacement);
            return true;
        }

        if (list.Elements.Count == 1 && !EmptiedList.CanGo(list))
        {
            return false;
        }

        var element = list.Elements.Select((node, index) => (node, index)).First(item => item.node.Span == value.Span);
        edits.In(finding.Value).RemoveElement(list, element.index);
        return true;
    }

    /// <summary>One of several values that an element of a list of roles may have: there is no element to drop.</summary>
    private static bool IsPartOfElement(ExpressionSyntax value) =>
        value
            .Ancestors()
            .TakeWhile(static node => node is not (StatementSyntax or AnonymousFunctionExpressionSyntax or AssignmentExpressionSyntax))
            .Any(static node => node.IsKind(SyntaxKind.ArrayInitializerExpression) || node is CollectionExpressionSyntax);
}
