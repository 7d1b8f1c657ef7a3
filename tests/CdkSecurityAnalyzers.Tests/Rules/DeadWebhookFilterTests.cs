using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules;

public sealed class DeadWebhookFilterTests
{
    private static readonly WebhookProgram Program = new("CDKSEC108");

    [Theory]
    [InlineData("AndActorAccountIs({|CDKSEC108:\"octocat\"|})")]
    [InlineData("AndActorAccountIs({|CDKSEC108:\"^(GITHUB_ACCOUNT_ID)$\"|})")]
    [InlineData("AndActorAccountIsNot({|CDKSEC108:\"octocat\"|})")]
    [InlineData("AndBranchIs({|CDKSEC108:\"^main$\"|})")]
    [InlineData("AndBranchIsNot({|CDKSEC108:\"^main$\"|})")]
    [InlineData("AndActorAccountIs(\"123\")")]
    [InlineData("AndBranchIs(\"main\")")]
    [InlineData("AndBranchIs(\"main$\")")]
    public Task Patterns(string filter) => Program.Groups($"FilterGroup.InEventOf(EventAction.PUSH).{filter}");

    [Fact]
    public Task APlaceholderIsNobodysAccountAnywhere() =>
        Program.Groups("FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs({|CDKSEC108:\"^(GITHUB_ACCOUNT_ID)$\"|})", source: "BitBucket");

    [Fact]
    public Task AccountsOfBitbucketAreNoNumbers() =>
        Program.Groups("FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs(\"octocat\")", source: "BitBucket");

    [Theory]
    [InlineData("{|CDKSEC108:\"GITHUB_ACTOR_ACCOUNT_ID\"|}", "\"^123$\"")]
    [InlineData("{|CDKSEC108:\"ACTOR_ID\"|}", "\"^123$\"")]
    [InlineData("{|CDKSEC108:\"TAG_NAME\"|}", "\"^v1$\"")]
    [InlineData("{|CDKSEC108:\"RELEASE_NAME\"|}", "\"^v1$\"")]
    [InlineData("{|CDKSEC108:\"BASE_REF\"|}", "\"^refs/heads/main$\"")]
    [InlineData("{|CDKSEC108:\"WORKFLOW_NAME\"|}", "\"^CI$\"")]
    [InlineData("\"HEAD_REF\"", "\"^refs/heads/main$\"")]
    [InlineData("\"FILE_PATH\"", "\"^src/\"")]
    [InlineData("id", "\"octocat\"")]
    public Task Types(string type, string pattern) => Program.Filters(
        $$"""
        new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PUSH" },
        new CfnProject.WebhookFilterProperty { Type = {{type}}, Pattern = {{pattern}} }
        """);

    [Theory]
    [InlineData("{|CDKSEC108:\"PULL_REQUEST\"|}")]
    [InlineData("{|CDKSEC108:\"PUSH, PULL_REQUEST_OPENED\"|}")]
    [InlineData("\"PUSH,PULL_REQUEST_MERGED , RELEASED\"")]
    public Task Events(string pattern) => Program.Filters($$"""new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = {{pattern}} }""");

    [Fact]
    public Task AnEventThatDoesNotExistIsTheOnlyCause() => Program.Filters(
        """
        new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = {|CDKSEC108:"PULL_REQUEST"|} },
        new CfnProject.WebhookFilterProperty { Type = "BASE_REF", Pattern = "^refs/heads/main$" }
        """);
}
