using System.Threading;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Patterns;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Judges the patterns of webhook filters, for all rules in the same way.</summary>
internal static class FilterPatterns
{
    /// <summary>What the template holds where a fix has put a place for somebody's account id.</summary>
    public const string AccountPlaceholder = "GITHUB_ACCOUNT_ID";

    /// <summary>
    /// The verdict on an actor filter; null for other filters, for patterns that are not known, and where the verdict hangs on what account ids of an
    /// unknown provider look like.
    /// </summary>
    public static ActorPattern? OfActor(WebhookFilter filter, Webhook webhook, CancellationToken cancellationToken)
    {
        if (filter is not { Type: FilterType.Actor, Pattern: { } pattern })
        {
            return null;
        }

        if (SourceProvider.HasNumericAccounts(webhook.Provider) is { } isNumeric)
        {
            return ActorPattern.Classify(pattern, isNumeric, cancellationToken);
        }

        var numeric = ActorPattern.Classify(pattern, accountsAreNumeric: true, cancellationToken);
        var other = ActorPattern.Classify(pattern, accountsAreNumeric: false, cancellationToken);
        return numeric.Kind == other.Kind ? numeric : null;
    }

    /// <summary>The verdict on a branch or tag filter; null for other filters and for patterns that are not known.</summary>
    public static RefPattern? OfRef(WebhookFilter filter, CancellationToken cancellationToken) =>
        filter is { Type: FilterType.HeadRef or FilterType.BaseRef, Pattern: { } pattern }
            ? RefPattern.Classify(pattern, cancellationToken)
            : null;

    /// <summary>The method that takes a whole ref pattern, for filters whose method puts something in front of it; null when no other one is needed.</summary>
    public static string? VerbatimMethod(WebhookFilter filter) =>
        filter.Method switch
        {
            // A pattern that an override has replaced is the whole one, whatever method made the filter.
            _ when filter.PatternSpelling == Spelling.Override => null,
            "AndBranchIs" or "AndTagIs" => "AndHeadRefIs",
            "AndBranchIsNot" or "AndTagIsNot" => "AndHeadRefIsNot",
            "AndBaseBranchIs" => "AndBaseRefIs",
            "AndBaseBranchIsNot" => "AndBaseRefIsNot",
            _ => null,
        };

    /// <summary>Who it is that an actor filter lets through.</summary>
    public static string AccountOf(Webhook webhook) => SourceProvider.NameOf(webhook.Provider) is { } name ? name + " account" : "account";

    /// <summary>The end of a sentence that shows an account which is let through; empty when there is none to show.</summary>
    public static string Example(ActorPattern verdict) => verdict.Intruder is { } intruder ? $", for example {intruder}" : string.Empty;
}
