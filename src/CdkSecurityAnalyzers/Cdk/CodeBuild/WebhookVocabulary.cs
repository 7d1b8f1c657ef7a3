using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Cdk.CodeBuild;

/// <summary>The words that CodeBuild's API knows in webhooks (API reference: WebhookFilter, PullRequestBuildPolicy).</summary>
internal static class WebhookVocabulary
{
    public const string Push = "PUSH";
    public const string WorkflowJobQueued = "WORKFLOW_JOB_QUEUED";
    public const string PullRequestCreated = "PULL_REQUEST_CREATED";
    public const string PullRequestReopened = "PULL_REQUEST_REOPENED";
    public const string Disabled = "DISABLED";
    public const string AllPullRequests = "ALL_PULL_REQUESTS";
    public const string ForkPullRequests = "FORK_PULL_REQUESTS";

    /// <summary>Events that anyone causes who can open a pull request. A merge needs write access.</summary>
    public static readonly ImmutableHashSet<string> UntrustedEvents =
    [
        PullRequestCreated,
        "PULL_REQUEST_UPDATED",
        PullRequestReopened,
        "PULL_REQUEST_CLOSED",
    ];

    public static readonly ImmutableHashSet<string> PullRequestEvents = UntrustedEvents.Add("PULL_REQUEST_MERGED");

    public static readonly ImmutableHashSet<string> ReleaseEvents = ["RELEASED", "PRERELEASED"];

    public static readonly ImmutableHashSet<string> Events = PullRequestEvents.Union(ReleaseEvents).Add(Push).Add(WorkflowJobQueued);

    public static readonly ImmutableHashSet<string> FilterTypes =
    [
        FilterType.Event,
        FilterType.Actor,
        FilterType.HeadRef,
        FilterType.BaseRef,
        FilterType.FilePath,
        FilterType.CommitMessage,
        FilterType.TagName,
        FilterType.ReleaseName,
        FilterType.RepositoryName,
        FilterType.OrganizationName,
        FilterType.WorkflowName,
    ];

    public static readonly ImmutableHashSet<string> ApprovalValues = [Disabled, AllPullRequests, ForkPullRequests];

    public static readonly ImmutableHashSet<string> ApproverRoles =
    [
        "GITHUB_READ",
        "GITHUB_TRIAGE",
        "GITHUB_WRITE",
        "GITHUB_MAINTAIN",
        "GITHUB_ADMIN",
        "GITLAB_GUEST",
        "GITLAB_PLANNER",
        "GITLAB_REPORTER",
        "GITLAB_DEVELOPER",
        "GITLAB_MAINTAINER",
        "GITLAB_OWNER",
        "BITBUCKET_READ",
        "BITBUCKET_WRITE",
        "BITBUCKET_ADMIN",
    ];

    /// <summary>Roles that people have who cannot change the repository; on a public one everybody may have them.</summary>
    public static readonly ImmutableHashSet<string> WeakApproverRoles =
    [
        "GITHUB_READ",
        "GITHUB_TRIAGE",
        "GITLAB_GUEST",
        "GITLAB_PLANNER",
        "BITBUCKET_READ",
    ];

    /// <summary>
    /// The events that a filter of a type looks at; null when it looks at every event, or when the documentation does not say
    /// (user guide: GitHub webhook events).
    /// </summary>
    public static ImmutableHashSet<string>? EventsOf(string filterType) =>
        filterType switch
        {
            FilterType.BaseRef => PullRequestEvents,
            FilterType.FilePath or FilterType.CommitMessage => PullRequestEvents.Add(Push),
            FilterType.TagName or FilterType.ReleaseName => ReleaseEvents,
            FilterType.WorkflowName => [WorkflowJobQueued],
            _ => null,
        };
}

/// <summary>The types of webhook filters.</summary>
internal static class FilterType
{
    public const string Event = "EVENT";
    public const string Actor = "ACTOR_ACCOUNT_ID";
    public const string HeadRef = "HEAD_REF";
    public const string BaseRef = "BASE_REF";
    public const string FilePath = "FILE_PATH";
    public const string CommitMessage = "COMMIT_MESSAGE";
    public const string TagName = "TAG_NAME";
    public const string ReleaseName = "RELEASE_NAME";
    public const string RepositoryName = "REPOSITORY_NAME";
    public const string OrganizationName = "ORGANIZATION_NAME";
    public const string WorkflowName = "WORKFLOW_NAME";
}
