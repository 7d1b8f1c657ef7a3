using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules;

public sealed class ActorFilterTests
{
    private static readonly WebhookProgram Unanchored = new("CDKSEC103");
    private static readonly WebhookProgram Wildcard = new("CDKSEC104");

    [Theory]
    [InlineData("{|CDKSEC103:\"755743\"|}")]
    [InlineData("{|CDKSEC103:\"123|456\"|}")]
    [InlineData("{|CDKSEC103:\"^123|456$\"|}")]
    [InlineData("{|CDKSEC103:\"12\" + \"3\"|}")]
    [InlineData("{|CDKSEC103:string.Join(\"|\", new[] { \"123\", \"456\" })|}")]
    [InlineData("{|CDKSEC103:$\"^{123}\"|}")]
    [InlineData("\"^(123|456)$\"")]
    [InlineData("\"^\" + \"123\" + \"$\"")]
    [InlineData("\".*\"")]
    [InlineData("\"octocat\"")]
    [InlineData("id")]
    public Task PatternsThatFindMoreThanTheyList(string pattern) =>
        Unanchored.Groups($"FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs({pattern})");

    [Theory]
    [InlineData("{|CDKSEC104:\".*\"|}")]
    [InlineData("{|CDKSEC104:\"^[0-9]+$\"|}")]
    [InlineData("{|CDKSEC104:\"\"|}")]
    [InlineData("{|CDKSEC104:\"^123$|\"|}")]
    [InlineData("\"123\"")]
    [InlineData("\"^123$\"")]
    public Task PatternsThatFindAnybody(string pattern) => Wildcard.Groups($"FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs({pattern})");

    [Fact]
    public Task ADenyListIsNotJudged() => Unanchored.Groups("FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIsNot(\"123\")");

    [Fact]
    public Task TheTemplatesClassesCountAlike() => Unanchored.Filters(
        """
        new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" },
        new CfnProject.WebhookFilterProperty { Type = "ACTOR_ACCOUNT_ID", Pattern = {|CDKSEC103:"123"|} }
        """);

    [Fact]
    public Task AnOverriddenPatternIsTheOneThatCounts() => Unanchored.Groups(
        "FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs(\"^123$\")",
        "((CfnProject)project.Node.DefaultChild!).AddPropertyOverride(\"Triggers.FilterGroups.0.1.Pattern\", {|CDKSEC103:\"123\"|});");

    [Fact]
    public Task ALaterOverrideWins() => Unanchored.Groups(
        "FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs(\"123\")",
        "((CfnProject)project.Node.DefaultChild!).AddPropertyOverride(\"Triggers.FilterGroups.0.1.Pattern\", \"^123$\");");

    [Fact]
    public Task AnAddedFilterCounts() => Unanchored.Groups(
        "FilterGroup.InEventOf(EventAction.PUSH)",
        """
        ((CfnProject)project.Node.DefaultChild!).AddPropertyOverride(
            "Triggers.FilterGroups.0.1", new Dictionary<string, object> { ["Type"] = "ACTOR_ACCOUNT_ID", ["Pattern"] = {|CDKSEC103:"123"|} });
        """);

    [Fact]
    public Task AWebhookThatIsOffIsSilent() => Unanchored.Triggers(
        """Webhook = false, FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "ACTOR_ACCOUNT_ID", Pattern = "123" } } }""");

    [Fact]
    public Task AccountsOfBitbucketAreNoNumbers() =>
        Unanchored.Groups("FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs({|CDKSEC103:\"octocat\"|})", source: "BitBucket");
}
