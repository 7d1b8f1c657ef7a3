using CdkSecurityAnalyzers.Evaluation;

namespace CdkSecurityAnalyzers.Cdk.CodeBuild;

/// <summary>What is known about a webhook beside its own settings.</summary>
/// <param name="Site">What makes the webhook where no setting of its own does.</param>
internal readonly record struct WebhookContext(Site Site)
{
    /// <summary>The source's type: see <see cref="SourceProvider"/>; null when it is not known.</summary>
    public string? Provider { get; init; }

    /// <summary>The creation of the project; null for what leaves the method without one.</summary>
    public Site? Construct { get; init; }

    /// <summary>Whether what is missing is known to be missing.</summary>
    public bool IsAbsenceKnown { get; init; }

    /// <summary>See <see cref="Webhook.ArePositionsUsed"/>.</summary>
    public bool ArePositionsUsed { get; init; }

    /// <summary>See <see cref="Webhook.IsLeaving"/>.</summary>
    public bool IsLeaving { get; init; }
}
