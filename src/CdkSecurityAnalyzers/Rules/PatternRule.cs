using System.Threading;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A rule about the patterns of including filters: what lets an event through, each filter by itself.</summary>
internal abstract class PatternRule(DiagnosticDescriptor descriptor) : WebhookRule(descriptor)
{
    protected sealed override void Check(Webhook webhook, FindingSink findings, CancellationToken cancellationToken)
    {
        foreach (var group in webhook.Groups)
        {
            foreach (var filter in group.Filters)
            {
                if (
                    filter is { Excludes: false, PatternBinding: { } pattern }
                    && Judge(webhook, filter, new WebhookFinding(webhook).On(filter, pattern).In(group), cancellationToken) is { } finding
                )
                {
                    findings.Report(finding);
                }
            }
        }
    }

    /// <summary>The finding about a filter, completed from what is described already; null when the pattern is right.</summary>
    protected abstract Finding? Judge(Webhook webhook, WebhookFilter filter, WebhookFinding described, CancellationToken cancellationToken);
}
