using System.Threading;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A rule about webhooks that start builds; those that are off or unknown are not its business.</summary>
internal abstract class WebhookRule(DiagnosticDescriptor descriptor) : ModelRule(descriptor)
{
    public sealed override void Check(RootModel model, FindingSink findings, CancellationToken cancellationToken)
    {
        foreach (var webhook in model.Webhooks(cancellationToken))
        {
            if (webhook.State == WebhookState.On)
            {
                Check(webhook, findings, cancellationToken);
            }
        }
    }

    protected abstract void Check(Webhook webhook, FindingSink findings, CancellationToken cancellationToken);
}
