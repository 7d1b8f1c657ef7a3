using Amazon.CDK.AWS.CodeBuild;
using Constructs;

namespace HardenedPipeline;

/// <summary>The builds of the widgets library: pushes to named branches, and pull requests that somebody vouches for.</summary>
internal sealed class WidgetsStack : BuildStack
{
    public WidgetsStack(Construct scope, string id)
        : base(scope, id)
    {
        // Pushing needs write access, and so does the branch.
        AddBuild("Nightly", "widgets-nightly", FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/heads/main$"));
        AddBuild("Review", "widgets", FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/heads/feature/.*$"));

        // Who may start this one is reviewed in trusted-contributors.txt.
        AddBuild("Test", "widgets", TrustedContributors.PullRequests(), TrustedContributors.Push("main", "release/*"));

        // Anchors at both ends, around the whole list.
        AddBuild("Compatibility", "widgets", PullRequests.From("^(" + string.Join("|", MaintainerAccounts.All) + ")$"));
        AddBuild("Performance", "widgets", PullRequests.FromMaintainers());
        AddBuild("Format", "widgets", PullRequests.From("^" + MaintainerAccounts.Octocat + "$"));

        // Every And… method returns a new group: keep it.
        var integration = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED, EventAction.PULL_REQUEST_UPDATED);
        integration = integration.AndActorAccountIs("^583231$");
        AddBuild("Integration", "widgets", integration);

        // Anyone may ask for this build; a maintainer says yes by a comment on the pull request.
        var preview = AddBuild("Preview", "widgets", FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED));
        ((CfnProject)preview.Node.DefaultChild!).AddPropertyOverride(
            "Triggers.PullRequestBuildPolicy.RequiresCommentApproval",
            "ALL_PULL_REQUESTS");

        AddBuild("Release", "widgets", FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/heads/main$"));
        AddBuild("Publish", "widgets", FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/heads/release/.*$"));
    }
}
