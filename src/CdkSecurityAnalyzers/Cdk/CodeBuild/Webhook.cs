using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;

namespace CdkSecurityAnalyzers.Cdk.CodeBuild;

/// <summary>Whether a webhook starts builds.</summary>
internal enum WebhookState
{
    /// <summary>There is no webhook, or it is switched off.</summary>
    Off,

    /// <summary>It is switched on.</summary>
    On,

    /// <summary>That cannot be told.</summary>
    Unknown,
}

/// <summary>
/// What starts the builds of a project, in one world of the program. Filter groups that leave the method are seen as a webhook too, of a project that is not known.
/// </summary>
/// <param name="Switch">The value that switches the webhook on, or the creation that does so by default.</param>
internal sealed record Webhook(Site Switch)
{
    public WebhookState State { get; init; }

    /// <summary>The creation of the source's props or of the triggers; null when they are not written as one object.</summary>
    public Site? Triggers { get; init; }

    public Spelling Spelling { get; init; }

    /// <summary>The source's type: see <see cref="SourceProvider"/>; null when it is not known.</summary>
    public string? Provider { get; init; }

    /// <summary>The creation of the project; null for what leaves the method without one.</summary>
    public Site? Construct { get; init; }

    /// <summary>Whether the webhook or its project leaves the method: whoever takes it may still change it, or never use it.</summary>
    public bool IsLeaving { get; init; }

    /// <summary>Whether the caller of the method decides, by what it passes, that the webhook is like this.</summary>
    public bool IsOfCaller { get; init; }

    public ImmutableArray<WebhookFilterGroup> Groups { get; init; } = [];

    /// <summary>False when there may be further groups.</summary>
    public bool AreGroupsComplete { get; init; }

    /// <summary>The statement that took the groups away; null when none did.</summary>
    public Site? GroupsDeleted { get; init; }

    /// <summary>Whether some run overrides parts of the groups by their position: no group and no filter may come or go before them.</summary>
    public bool ArePositionsUsed { get; init; }

    /// <summary>The approval policy, as far as it is there; null when it is missing or cannot be read.</summary>
    public ApprovalPolicy? Policy { get; init; }

    /// <summary>Whether the policy is known to be missing.</summary>
    public bool LacksPolicy { get; init; }

    /// <summary>Whether the webhook belongs to an organisation or a whole installation rather than to a repository.</summary>
    public bool IsForManyRepositories { get; init; }

    /// <summary>The values that decide verdicts on the webhook, known and unknown.</summary>
    public ImmutableArray<SecurityValue> Values { get; init; } = [];
}
