using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Scenarios;

/// <summary>Filter groups are alternatives: one open group defeats a guarded one beside it.</summary>
public sealed class OpenGroupBesideGuardedGroupTests
{
    [Fact]
    public Task OnlyTheOpenGroupIsReported() => Verify.InStack(Project("{|CDKSEC101:EventAction.PULL_REQUEST_UPDATED|}"));

    [Fact]
    public Task AnApprovalPolicySetByOverrideGuardsBoth() => Verify.InStack(
        Project("EventAction.PULL_REQUEST_UPDATED")
        + """

          ((CfnProject)build.Node.DefaultChild!).AddPropertyOverride("Triggers.PullRequestBuildPolicy.RequiresCommentApproval", "ALL_PULL_REQUESTS");
          """);

    private static string Project(string open) =>
        $$"""
        var build = new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps
            {
                Owner = "octo",
                Repo = "app",
                WebhookFilters = new[]
                {
                    FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs("^583231$"),
                    FilterGroup.InEventOf({{open}}),
                },
            }),
        });
        """;
}
