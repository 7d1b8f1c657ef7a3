using Amazon.CDK.AWS.CodeBuild;

namespace HardenedPipeline;

/// <summary>The filter groups that several builds share.</summary>
internal static class PullRequests
{
    public static FilterGroup From(string accounts) =>
        FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED, EventAction.PULL_REQUEST_UPDATED)
            .AndActorAccountIs(accounts);

    public static FilterGroup FromMaintainers() =>
        FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED, EventAction.PULL_REQUEST_UPDATED)
            .AndActorAccountIs($"^({MaintainerAccounts.Octocat}|{MaintainerAccounts.Releaser})$");
}
