using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Webhooks;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Gives a webhook without filter groups one for pushes.</summary>
internal sealed class AddPushGroup() : FindingFix(Key, "Build on push only")
{
    public const string Key = nameof(AddPushGroup);

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits) =>
        WebhookProperties.TrySetGroups(
            finding,
            edits,
            [
                [new NewFilter.Events([WebhookEvents.Push])],
            ]
        );
}
