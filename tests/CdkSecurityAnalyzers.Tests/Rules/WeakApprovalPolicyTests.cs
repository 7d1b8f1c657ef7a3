using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules;

public sealed class WeakApprovalPolicyTests
{
    private const string Event = """new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" }""";

    private static readonly WebhookProgram Program = new("CDKSEC106");

    [Theory]
    [InlineData("{|CDKSEC106:\"DISABLED\"|}", "\"GITHUB_READ\"")]
    [InlineData("{|CDKSEC106:\"ALL_PULL_REQUEST\"|}", "\"GITHUB_WRITE\"")]
    [InlineData("\"ALL_PULL_REQUESTS\"", "\"GITHUB_ADMIN\", {|CDKSEC106:\"GITHUB_READ\"|}, {|CDKSEC106:\"GITHUB_TRIAGE\"|}")]
    [InlineData("\"FORK_PULL_REQUESTS\"", "{|CDKSEC106:\"GITHUB_MAINTAINER\"|}")]
    [InlineData("\"ALL_PULL_REQUESTS\"", "{|CDKSEC106:\"GITLAB_OWNER\"|}")]
    [InlineData("\"ALL_PULL_REQUESTS\"", "\"GITHUB_WRITE\", \"GITHUB_MAINTAIN\", \"GITHUB_ADMIN\"")]
    [InlineData("id", "\"GITHUB_WRITE\"")]
    public Task Policies(string requires, string roles) => Program.OnNewest().Filters(
        Event,
        $"PullRequestBuildPolicy = new CfnProject.PullRequestBuildPolicyProperty {{ RequiresCommentApproval = {requires}, ApproverRoles = new[] {{ {roles} }} }},");

    [Theory]
    [InlineData("GITHUB_ENTERPRISE", "\"GITHUB_WRITE\"")]
    [InlineData("GITLAB_SELF_MANAGED", "\"GITLAB_OWNER\"")]
    [InlineData("GITLAB", "{|CDKSEC106:\"GITLAB_GUEST\"|}")]
    [InlineData("BITBUCKET", "{|CDKSEC106:\"GITHUB_WRITE\"|}")]
    public Task RolesBelongToTheProvider(string provider, string role) => Program.OnNewest().Filters(
        Event,
        $"PullRequestBuildPolicy = new CfnProject.PullRequestBuildPolicyProperty {{ RequiresCommentApproval = \"ALL_PULL_REQUESTS\", ApproverRoles = new[] {{ {role} }} }},",
        provider);

    [Fact]
    public Task AnOverrideCountsAlike() => Program.Groups(
        "FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)",
        """((CfnProject)project.Node.DefaultChild!).AddPropertyOverride("Triggers.PullRequestBuildPolicy.RequiresCommentApproval", {|CDKSEC106:"DISABLED"|});""");
}
