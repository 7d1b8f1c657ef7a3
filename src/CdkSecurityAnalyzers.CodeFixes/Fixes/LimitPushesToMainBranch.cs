using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Webhooks;
using CdkSecurityAnalyzers.Rules;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Adds a branch filter to a filter group.</summary>
internal sealed class LimitPushesToMainBranch() : FindingFix(Key, "Limit pushes to the main branch (check the branch name)")
{
    public const string Key = nameof(LimitPushesToMainBranch);

    private const string MainBranch = "\"^refs/heads/main$\"";

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (finding.Place(FindingProperties.Group) is not { } group)
        {
            return false;
        }

        return finding.IsFilterGroup
            ? FilterChain.TryAppend(edits, group, $".AndHeadRefIs({MainBranch})")
            : finding.IsTemplate && FilterEntry.TryAdd(edits, group, "HEAD_REF", MainBranch);
    }
}
