using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Evaluation;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>Who can get code into the builds of a project, and what lets them in.</summary>
/// <param name="Site">The event or the switch that lets them in; null when nobody is let in, or when it is not known.</param>
/// <param name="Gate">The filter's type or <see cref="Approval"/>: what stands before the build; null when nothing does.</param>
internal readonly record struct BuildExposure(Reach Reach, Site? Site = null, string? Gate = null)
{
    /// <summary>The gate of those whose pull request somebody approves.</summary>
    public const string Approval = "approval";

    /// <summary>Whether code of a pull request is built.</summary>
    public bool IsReachable => Reach is Reach.Gated or Reach.Open;

    /// <summary>What a webhook lets in. One open group defeats all others.</summary>
    public static BuildExposure Of(Webhook webhook)
    {
        if (webhook.State != WebhookState.On)
        {
            return new BuildExposure(webhook.State == WebhookState.Off ? Reach.Trusted : Reach.Unknown);
        }

        if (webhook.Groups.IsEmpty)
        {
            return webhook.AreGroupsComplete ? new BuildExposure(Reach.Open, webhook.Switch) : default;
        }

        var exposure = new BuildExposure(webhook.AreGroupsComplete ? Reach.Trusted : Reach.Unknown);
        foreach (var group in webhook.Groups)
        {
            var ofGroup = Of(group, webhook);
            if (ofGroup.Reach > exposure.Reach || (ofGroup.Reach == Reach.Unknown && exposure.Reach == Reach.Trusted))
            {
                exposure = ofGroup;
            }
        }

        return exposure;
    }

    private static BuildExposure Of(WebhookFilterGroup group, Webhook webhook)
    {
        foreach (var @event in group.Events)
        {
            if (WebhookVocabulary.UntrustedEvents.Contains(@event.Name))
            {
                return !group.Lacks(FilterType.Actor) ? new BuildExposure(Reach.Gated, @event.Site, FilterType.Actor)
                    : IsApprovalAsked(webhook) ? new BuildExposure(Reach.Gated, @event.Site, Approval)
                    : new BuildExposure(Reach.Open, @event.Site);
            }
        }

        return new BuildExposure(group.AreEventsComplete && !group.Events.IsEmpty ? Reach.Trusted : Reach.Unknown);
    }

    /// <summary>A policy that cannot be read may ask for it: what is known to be built is built all the same.</summary>
    private static bool IsApprovalAsked(Webhook webhook) =>
        !webhook.LacksPolicy && webhook.Policy?.Requires?.Text != WebhookVocabulary.Disabled;
}
