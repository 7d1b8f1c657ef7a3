using CdkSecurityAnalyzers.CodeFixes.Edits;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Makes an actor pattern match the listed accounts only.</summary>
internal sealed class AnchorAccountIds() : FindingFix(Key, "Anchor the account ids")
{
    public const string Key = nameof(AnchorAccountIds);

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits) =>
        PatternRewriting.PatternOf(finding) is { Expression: { } pattern } place
        && PatternRewriting.TryWrite(finding, edits, place, pattern);
}
