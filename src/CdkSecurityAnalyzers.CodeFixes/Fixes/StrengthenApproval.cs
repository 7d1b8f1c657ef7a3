using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Webhooks;
using CdkSecurityAnalyzers.Rules;

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
}
