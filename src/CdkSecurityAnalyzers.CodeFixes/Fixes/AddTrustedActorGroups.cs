using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Webhooks;
using CdkSecurityAnalyzers.Rules;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Gives a webhook without filter groups one for the pull requests of trusted accounts and one for pushes.</summary>
internal sealed class AddTrustedActorGroups() : FindingFix(Key, "Only for trusted actors")
{
    public const string Key = nameof(AddTrustedActorGroups);

    private const string Created = "PULL_REQUEST_CREATED",
        Updated = "PULL_REQUEST_UPDATED",
        Reopened = "PULL_REQUEST_REOPENED";

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (finding.Place(FindingProperties.Triggers) is not { } triggers)
        {
            return false;
        }

        // Only GitHub tells of reopened pull requests; the CDK refuses the event elsewhere.
        string[] events = finding.Text(FindingProperties.Provider) is "GITHUB" or "GITHUB_ENTERPRISE"
            ? [Created, Updated, Reopened]
            : [Created, Updated];
        return WebhookProperties.TrySetGroups(
            finding,
            edits,
            [
                [new NewFilter.Events(events), new NewFilter.Actors(TrustedActors.Pattern(triggers, edits))],
                [new NewFilter.Events([WebhookEvents.Push])],
            ]
        );
    }
}
