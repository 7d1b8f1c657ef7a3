using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.Rules;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Writes the action that is nearest to one that does not exist.</summary>
internal sealed class CorrectAction() : FindingFix(Key, "Correct the action (check that it is the one that was meant)")
{
    public const string Key = nameof(CorrectAction);

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (finding.Value.Expression is not { } action || finding.Text(FindingProperties.Replacement) is not { } nearest)
        {
            return false;
        }

        TextExpression.Replace(edits, finding.Value, action, nearest);
        return true;
    }
}
