namespace CdkSecurityAnalyzers.CodeFixes.Webhooks;

/// <summary>The words of the approval of pull requests by comment.</summary>
internal static class ApprovalPolicy
{
    /// <summary>The property of the triggers.</summary>
    public const string Property = "PullRequestBuildPolicy";

    /// <summary>The property of the policy that says which pull requests need approval.</summary>
    public const string Requirement = "RequiresCommentApproval";

    public const string AllPullRequests = "ALL_PULL_REQUESTS";

    /// <summary>Where the requirement stands among the properties of the resource.</summary>
    public const string Path = $"Triggers.{Property}.{Requirement}";

    /// <summary>The override that sets the policy where the CDK's classes have no property for it.</summary>
    public const string Override = $"AddPropertyOverride(\"{Path}\", \"{AllPullRequests}\")";
}
