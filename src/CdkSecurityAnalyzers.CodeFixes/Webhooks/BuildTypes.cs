namespace CdkSecurityAnalyzers.CodeFixes.Webhooks;

/// <summary>The types of the build service's CDK module that fixes write about.</summary>
internal static class BuildTypes
{
    public const string EventAction = Module + "EventAction";

    public const string FilterGroup = Module + "FilterGroup";

    public const string Resource = Module + "CfnProject";

    public const string WebhookFilter = Resource + "+WebhookFilterProperty";

    /// <summary>Only in CDK 2.212.0 and later.</summary>
    public const string PullRequestBuildPolicy = Resource + "+PullRequestBuildPolicyProperty";

    public const string BucketCacheOptions = Module + "BucketCacheOptions";

    public const string UntrustedCodeBoundaryPolicy = Module + "UntrustedCodeBoundaryPolicy";

    public const string PermissionsBoundary = "Amazon.CDK.AWS.IAM.PermissionsBoundary";

    private const string Module = "Amazon.CDK.AWS.CodeBuild.";
}
