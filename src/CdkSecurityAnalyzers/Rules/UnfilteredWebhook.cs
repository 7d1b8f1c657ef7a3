using System.Threading;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Cdk.Template;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A webhook is on and has no filter group.</summary>
internal sealed class UnfilteredWebhook() : WebhookRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.UnfilteredWebhook,
        title: "Webhook has no filter groups",
        messageFormat: "Every push and every pull request starts this build: the webhook has no filter groups",
        RuleCategories.Webhooks,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Without filter groups a webhook builds every push to every branch and every pull request of anybody. "
            + "Say which events start a build and who may cause them.",
        829
    );

    protected override void Check(Webhook webhook, FindingSink findings, CancellationToken cancellationToken)
    {
        if (webhook.AreGroupsComplete && webhook.Groups.IsEmpty)
        {
            findings.Report(
                new WebhookFinding(webhook)
                    .SpelledAs(webhook.GroupsDeleted is null ? webhook.Spelling : Spelling.Override)
                    .Build(Definition, webhook.GroupsDeleted ?? webhook.Switch)
            );
        }
    }
}
