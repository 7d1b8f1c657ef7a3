using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Collects the places and facts that findings about webhooks have in common.</summary>
/// <param name="webhook">The webhook that is judged.</param>
internal sealed class WebhookFinding(Webhook webhook) : FindingDraft<WebhookFinding>
{
    private Site usedAt;

    /// <summary>Describes a filter by the value in it that is risky: its pattern or its type.</summary>
    /// <param name="used">The value; null when the filter as a whole is wrong.</param>
    public WebhookFinding On(WebhookFilter filter, Binding? used)
    {
        usedAt = used?.Site ?? filter.Site;
        return SpelledAs(filter.PatternSpelling).BornAt(used).At(filter.Site, FindingProperties.Filter);
    }

    public WebhookFinding In(WebhookFilterGroup group) =>
        webhook.ArePositionsUsed ? this : At(group.Site, FindingProperties.Group).At(group.EventsSite, FindingProperties.Events);

    /// <summary>The finding at the value that <see cref="On"/> names.</summary>
    public Finding Build(DiagnosticDescriptor descriptor, params object[] messageArguments) => Build(descriptor, usedAt, messageArguments);

    /// <summary>The finding.</summary>
    /// <param name="site">The innermost expression whose value is the risky one.</param>
    public Finding Build(DiagnosticDescriptor descriptor, Site site, params object[] messageArguments)
    {
        At(webhook.Construct, FindingProperties.Construct);
        At(AreTriggersWrittenOnce ? webhook.Triggers : null, FindingProperties.Triggers);
        With(FindingProperties.Provider, webhook.Provider);
        return Complete(descriptor, site, webhook.IsLeaving || webhook.IsOfCaller, messageArguments);
    }

    /// <summary>Whether what is written into the triggers where they are made stays: nobody fills them elsewhere, and no override counts on positions.</summary>
    private bool AreTriggersWrittenOnce =>
        !webhook.ArePositionsUsed && webhook.Triggers is { } triggers && ReferenceEquals(triggers.Frame, webhook.Switch.Frame);
}
