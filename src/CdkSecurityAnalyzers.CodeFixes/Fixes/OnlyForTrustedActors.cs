using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Webhooks;
using CdkSecurityAnalyzers.Rules;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Adds an actor filter to a filter group.</summary>
internal sealed class OnlyForTrustedActors() : FindingFix(Key, "Only for trusted actors")
{
    public const string Key = nameof(OnlyForTrustedActors);

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (finding.Place(FindingProperties.Group) is not { } group)
        {
            return false;
        }

        var pattern = TrustedActors.Pattern(group, edits);
        return finding.IsFilterGroup
            ? FilterChain.TryAppend(edits, group, $".AndActorAccountIs({pattern})")
            : finding.IsTemplate && FilterEntry.TryAdd(edits, group, "ACTOR_ACCOUNT_ID", pattern);
    }
}
