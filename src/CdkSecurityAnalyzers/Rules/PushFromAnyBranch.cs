using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A filter group lets pushes to every branch and tag start builds.</summary>
internal sealed class PushFromAnyBranch() : WebhookRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.PushFromAnyBranch,
        title: "Push builds are not limited to branches",
        messageFormat: "A push to any branch or tag starts this build: no HEAD_REF filter of the group names which",
        RuleCategories.Webhooks,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "Everybody with write access can push a branch. Limit builds that deploy or publish to protected branches.",
        829
    );

    protected override void Check(Webhook webhook, FindingSink findings, CancellationToken cancellationToken)
    {
        foreach (var group in webhook.Groups)
        {
            if (group.Has(WebhookVocabulary.Push) && group.Lacks(FilterType.HeadRef))
            {
                var push = group.Events.First(static @event => @event.Name == WebhookVocabulary.Push);
                findings.Report(new WebhookFinding(webhook).SpelledAs(group.Spelling).In(group).Build(Definition, push.Site));
            }
        }
    }
}
