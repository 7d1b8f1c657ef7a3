using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A filter group lets pull requests start builds and does not look at who sent them, and no approval policy is stated.</summary>
internal sealed class UntrustedPullRequestBuild() : WebhookRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.UntrustedPullRequestBuild,
        title: "Webhook builds pull requests without checking who sent them",
        messageFormat: "This filter group lets {0} from any sender start a build: the code states neither an actor filter nor an approval policy{1}",
        RuleCategories.Webhooks,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Whoever can open a pull request can propose code that a build executes. State in code who may start such a build: "
            + "with an anchored ACTOR_ACCOUNT_ID filter, or with a pull-request build policy that asks for approval.",
        829
    );

    protected override void Check(Webhook webhook, FindingSink findings, CancellationToken cancellationToken)
    {
        if (!webhook.LacksPolicy)
        {
            return;
        }

        foreach (var group in webhook.Groups)
        {
            var events = group.UntrustedEvents;
            if (!events.IsEmpty && group.Lacks(FilterType.Actor) && !IsGateReported(group))
            {
                var finding = new WebhookFinding(webhook).SpelledAs(group.Spelling).BornAt(events[0].Written);
                foreach (var other in events.Select(static @event => @event.Site).Distinct().Skip(1))
                {
                    finding.At(other);
                }

                findings.Report(finding.In(group).Build(Definition, events[0].Site, NamesOf(events), WhyNoGate(group)));
            }
        }
    }

    /// <summary>Whether another rule reports that the actor filter which somebody wrote has no effect.</summary>
    private static bool IsGateReported(WebhookFilterGroup group) =>
        group.IsGateDiscarded || group.Filters.Any(static filter => DeadWebhookFilter.IsMeantAsActorFilter(filter));

    private static string NamesOf(ImmutableArray<WebhookEvent> events) =>
        Enumerate(events.Select(static @event => @event.Name).Distinct().ToList());

    private static string Enumerate(List<string> names) =>
        names.Count == 1 ? names[0] : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[names.Count - 1];

    /// <summary>Why the filters that the group has do not keep anybody out.</summary>
    private static string WhyNoGate(WebhookFilterGroup group)
    {
        var types = group.Filters.Select(static filter => filter.Type).OfType<string>().Distinct().ToList();
        var chosen = types.Where(static type => type is FilterType.HeadRef or FilterType.CommitMessage or FilterType.FilePath).ToList();
        var why = chosen.Count > 0 ? "; the author of the pull request chooses its " + Enumerate(chosen) : string.Empty;
        why += types.Contains(FilterType.BaseRef) ? "; BASE_REF limits the target of the pull request and not its sender" : string.Empty;
        why += types.Contains(FilterType.Actor) ? "; an excluding actor filter lets everybody else in" : string.Empty;
        return why;
    }
}
