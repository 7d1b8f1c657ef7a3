using CdkSecurityAnalyzers.CodeFixes.Edits;

namespace CdkSecurityAnalyzers.CodeFixes;

/// <summary>One way to remove a finding.</summary>
/// <param name="equivalenceKey">What tells the fix from the other fixes of its rule, for "fix all".</param>
/// <param name="title">What the developer chooses. A fix that cannot know the right value says what to check.</param>
internal abstract class FindingFix(string equivalenceKey, string title)
{
    public string EquivalenceKey { get; } = equivalenceKey;

    public string Title { get; } = title;

    /// <summary>Writes the changes; false when the fix does not apply to the way the finding's code is written.</summary>
    public abstract bool TryWrite(ReportedFinding finding, SolutionEdits edits);
}
