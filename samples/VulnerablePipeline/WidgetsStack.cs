using Amazon.CDK.AWS.CodeBuild;
using Constructs;

namespace VulnerablePipeline;

/// <summary>The builds of the widgets library, every one of them open to people who should not start it.</summary>
internal sealed class WidgetsStack : BuildStack
{
    public WidgetsStack(Construct scope, string id)
        : base(scope, id)
    {
        // The filters were to come later.
        new Project(this, "Nightly", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps
            {
                Owner = "octo-org",
                Repo = "widgets-nightly",
                Webhook = true, // CDKSEC102
            }),
        });

        // Pull requests of anyone; the branch is named by whoever opens the pull request.
        AddBuild(
            "Review",
            "widgets",
            FilterGroup.InEventOf(
                EventAction.PULL_REQUEST_CREATED, // CDKSEC101
                EventAction.PULL_REQUEST_UPDATED,
                EventAction.PULL_REQUEST_REOPENED)
                .AndHeadRefIs("^refs/heads/feature/.*$"));

        // A list of accounts without anchors, in three spellings; the fourth is in the documentation stack.
        AddBuild("Test", "widgets", PullRequests.From("583231|755743")); // CDKSEC103
        AddBuild("Compatibility", "widgets", PullRequests.From(string.Join("|", MaintainerAccounts.All))); // CDKSEC103
        AddBuild("Performance", "widgets", PullRequests.FromMaintainers());

        // Every account has an id of digits.
        AddBuild("Format", "widgets", PullRequests.From(@"^\d+$")); // CDKSEC104

        // The group with the actor filter is a new one, which nobody keeps.
        var integration = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED, EventAction.PULL_REQUEST_UPDATED);
        integration.AndActorAccountIs("^583231$"); // CDKSEC105
        AddBuild("Integration", "widgets", integration);

        var preview = AddBuild("Preview", "widgets", FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED));
        ((CfnProject)preview.Node.DefaultChild!).AddPropertyOverride(
            "Triggers.PullRequestBuildPolicy.RequiresCommentApproval",
            "DISABLED"); // CDKSEC106

        // Finds "main" anywhere in a ref; the second looks for "refs/heads/^main$" and finds nothing.
        AddBuild("Release", "widgets", FilterGroup.InEventOf(EventAction.PUSH).AndBranchIs("main")); // CDKSEC107
        AddBuild("Publish", "widgets", FilterGroup.InEventOf(EventAction.PUSH).AndBranchIs("^main$")); // CDKSEC108
    }
}
