using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Webhooks;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Puts the trusted accounts in place of a pattern that any account matches.</summary>
internal sealed class ReplaceActorWildcard() : FindingFix(Key, "Only for trusted actors (fill in their account ids)")
{
    public const string Key = nameof(ReplaceActorWildcard);

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (PatternRewriting.PatternOf(finding) is not { Expression: { } pattern } place)
        {
            return false;
        }

        edits.In(place).Replace(pattern.Span, TrustedActors.Pattern(place, edits));
        return true;
    }
}
