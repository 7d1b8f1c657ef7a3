using System;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Patterns;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A filter that can never match: nothing passes it, or, when it excludes, everything does.</summary>
internal sealed class DeadWebhookFilter() : WebhookRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.DeadWebhookFilter,
        title: "Webhook filter can never match",
        messageFormat: "'{0}' {1}",
        RuleCategories.Webhooks,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A filter that never matches does not do what it was written for: an including one lets no event through, "
            + "an excluding one keeps none out.",
        185
    );

    /// <summary>Whether a filter's type is no type at all, but stands for an actor filter.</summary>
    public static bool IsMeantAsActorFilter(WebhookFilter filter) =>
        filter.Type is { } type
        && !WebhookVocabulary.FilterTypes.Contains(type)
        && NearestName.To(type, WebhookVocabulary.FilterTypes) == FilterType.Actor;

    protected override void Check(Webhook webhook, FindingSink findings, CancellationToken cancellationToken)
    {
        foreach (var group in webhook.Groups)
        {
            CheckEvents(webhook, group, findings);
            foreach (var filter in group.Filters)
            {
                // One cause, one finding: a type that does not exist applies to nothing, and neither does a pattern that finds nothing.
                _ =
                    CheckType(webhook, group, filter, findings)
                    || CheckPattern(webhook, group, filter, findings, cancellationToken)
                    || CheckApplicability(webhook, group, filter, findings);
            }
        }
    }

    /// <returns>Whether the type is reported.</returns>
    private static bool CheckType(Webhook webhook, WebhookFilterGroup group, WebhookFilter filter, FindingSink findings)
    {
        if (filter is not { Type: { } unknown, TypeBinding: { } type } || WebhookVocabulary.FilterTypes.Contains(unknown))
        {
            return false;
        }

        var nearest = NearestName.To(unknown, WebhookVocabulary.FilterTypes);
        findings.Report(
            new WebhookFinding(webhook)
                .On(filter, type)
                .In(group)
                .ReplacedBy(nearest)
                .Build(Definition, unknown, "is no type of webhook filter" + Suggestion(nearest))
        );
        return true;
    }

    /// <returns>Whether the filter is reported to look at none of the group's events.</returns>
    private static bool CheckApplicability(Webhook webhook, WebhookFilterGroup group, WebhookFilter filter, FindingSink findings)
    {
        if (
            filter.Type is not { } type
            || WebhookVocabulary.EventsOf(type) is not { } applicable
            || group is not { AreEventsComplete: true, Events.IsEmpty: false }
            || group.Events.Any(@event => applicable.Contains(@event.Name) || !WebhookVocabulary.Events.Contains(@event.Name))
        )
        {
            return false;
        }

        var names = string.Join(", ", group.Events.Select(static @event => @event.Name).Distinct());
        findings.Report(
            new WebhookFinding(webhook)
                .On(filter, used: null)
                .In(group)
                .Build(
                    Definition,
                    filter.TypeBinding?.Site ?? filter.PatternBinding?.Site ?? filter.Site,
                    type,
                    $"looks at none of the events of this filter group ({names})"
                )
        );
        return true;
    }

    /// <returns>Whether the pattern is reported.</returns>
    private static bool CheckPattern(
        Webhook webhook,
        WebhookFilterGroup group,
        WebhookFilter filter,
        FindingSink findings,
        CancellationToken cancellationToken
    )
    {
        if (filter is not { PatternBinding: { } pattern, Excludes: { } excludes })
        {
            return false;
        }

        string reason;
        string? replacement;
        string? member = null;
        if (
            filter is { Type: FilterType.Actor, Pattern: { } text }
            && text.IndexOf(FilterPatterns.AccountPlaceholder, StringComparison.Ordinal) >= 0
        )
        {
            reason = "still has a placeholder: put the account id in its place";
            replacement = null;
        }
        else if (FilterPatterns.OfActor(filter, webhook, cancellationToken) is { Kind: ActorPatternKind.Dead } actor)
        {
            reason = filter.Pattern == AnchoredList.OfNothing ? "lists no account" : "matches no account id: ids are numbers";
            replacement = actor.Suggestion;
        }
        else if (FilterPatterns.OfRef(filter, cancellationToken) is { Kind: RefPatternKind.Dead } reference)
        {
            reason = "matches no branch and no tag";
            replacement = reference.Suggestion;
            member = FilterPatterns.VerbatimMethod(filter);
        }
        else
        {
            return false;
        }

        var effect = excludes ? "; this filter never keeps anything out" : "; this filter group never starts a build";
        findings.Report(
            new WebhookFinding(webhook)
                .On(filter, pattern)
                .In(group)
                .ReplacedBy(replacement)
                .With(FindingProperties.ReplacementMember, replacement is null ? null : member)
                .Build(Definition, filter.Pattern!, reason + effect)
        );
        return true;
    }

    private static void CheckEvents(Webhook webhook, WebhookFilterGroup group, FindingSink findings)
    {
        foreach (var text in group.Events.GroupBy(static @event => @event.Site))
        {
            var unknown = text.Select(static @event => @event.Name)
                .Where(static name => name.Length > 0 && !WebhookVocabulary.Events.Contains(name))
                .ToList();
            if (unknown.Count == 0)
            {
                continue;
            }

            var meant = text.Select(static @event =>
                    WebhookVocabulary.Events.Contains(@event.Name) ? @event.Name : NearestName.To(@event.Name, WebhookVocabulary.Events)
                )
                .ToList();
            var nearest = NearestName.To(unknown[0], WebhookVocabulary.Events);
            findings.Report(
                new WebhookFinding(webhook)
                    .SpelledAs(group.Spelling)
                    .In(group)
                    .With(FindingProperties.Replacement, meant.Contains(null) ? null : string.Join(", ", meant))
                    .Build(
                        Definition,
                        text.Key,
                        string.Join("', '", unknown),
                        (unknown.Count == 1 ? "is no webhook event" : "are no webhook events") + Suggestion(nearest)
                    )
            );
        }
    }

    private static string Suggestion(string? nearest) => nearest is null ? string.Empty : $"; did you mean '{nearest}'?";
}
