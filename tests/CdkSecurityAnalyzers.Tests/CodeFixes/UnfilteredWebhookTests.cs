using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

public sealed class UnfilteredWebhookTests
{
    private static readonly MarkedFinding PushOnly = new("CDKSEC102", "Build on push only");

    private static readonly MarkedFinding TrustedActors = PushOnly with { Action = "Only for trusted actors" };

    private static readonly MarkedFinding Off = PushOnly with { Action = "Switch the webhook off (check that nothing relies on it)" };

    [Fact]
    public Task APropertyIsAddedOnALineOfItsOwn() => PushOnly.Becomes(
        """
        var source = {|triggers:new GitHubSourceProps
        {
            Owner = "o",
            Repo = "r",
            Webhook = {|value:true|}, // builds on every push
        }|};
        """,
        """
        var source = new GitHubSourceProps
        {
            Owner = "o",
            Repo = "r",
            Webhook = true, // builds on every push
            WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH) },
        };
        """);

    [Fact]
    public Task ALastPropertyWithoutACommaGetsOne() => PushOnly.Becomes(
        """
        var source = {|triggers:new GitHubSourceProps
        {
            Owner = "o", Repo = "r",
            Webhook = {|value:true|} // builds on every push
        }|};
        """,
        """
        var source = new GitHubSourceProps
        {
            Owner = "o", Repo = "r",
            Webhook = true, // builds on every push
            WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH) }
        };
        """);

    [Fact]
    public Task OneLineStaysOneLine() => PushOnly.Becomes(
        """var source = {|triggers:new GitHubSourceProps { Owner = "o", Repo = "r", Webhook = {|value:true|} }|};""",
        """var source = new GitHubSourceProps { Owner = "o", Repo = "r", Webhook = true, WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH) } };""");

    [Fact]
    public Task AFileWithCollectionExpressionsGetsAnother() => PushOnly.Becomes(
        """
        string[] names = ["a"];
        var source = {|triggers:new GitHubSourceProps { Webhook = {|value:true|} }|};
        """,
        """
        string[] names = ["a"];
        var source = new GitHubSourceProps { Webhook = true, WebhookFilters = [FilterGroup.InEventOf(EventAction.PUSH)] };
        """);

    [Theory]
    [InlineData("null")]
    [InlineData("Array.Empty<FilterGroup>()")]
    [InlineData("new FilterGroup[0]")]
    [InlineData("new FilterGroup[] { }")]
    public Task AnEmptyListIsReplaced(string empty) => (PushOnly with { Options = PushOnly.Options with { LanguageVersion = LanguageVersion.CSharp10 } }).Becomes(
        $"var source = {{|triggers:new GitHubSourceProps {{ WebhookFilters = {empty}, Webhook = {{|value:true|}} }}|}};",
        "var source = new GitHubSourceProps { WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH) }, Webhook = true };");

    [Fact]
    public Task AnAssignmentIsFollowedByAnother() => PushOnly.Becomes(
        """
        var source = {|triggers:new GitHubSourceProps()|};
        source.Webhook = {|value:true|}; // builds on every push
        source.Owner = "o";
        """,
        """
        var source = new GitHubSourceProps();
        source.Webhook = true; // builds on every push
        source.WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH) };
        source.Owner = "o";
        """);

    [Fact]
    public Task AnAssignedEmptyListIsReplaced() => PushOnly.Becomes(
        """
        var source = {|triggers:new GitHubSourceProps { Webhook = {|value:true|} }|};
        source.WebhookFilters = null;
        """,
        """
        var source = new GitHubSourceProps { Webhook = true };
        source.WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH) };
        """);

    [Fact]
    public Task ATemplateGetsFilterObjects() => (PushOnly with { Spelling = "Template" }).Becomes(
        "object triggers = {|triggers:new CfnProject.ProjectTriggersProperty { Webhook = {|value:true|} }|};",
        "object triggers = new CfnProject.ProjectTriggersProperty { Webhook = true, FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = \"EVENT\", Pattern = \"PUSH\" } } } };");

    [Fact]
    public Task TrustedActorsGetAGroupOfTheirOwn() => (TrustedActors with { Texts = new Dictionary<string, string> { ["provider"] = "GITHUB" } }).Becomes(
        """
        var source = {|triggers:new GitHubSourceProps
        {
            Webhook = {|value:true|},
        }|};
        """,
        """
        var source = new GitHubSourceProps
        {
            Webhook = true,
            WebhookFilters = new[]
            {
                FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED, EventAction.PULL_REQUEST_UPDATED, EventAction.PULL_REQUEST_REOPENED).AndActorAccountIs("^(GITHUB_ACCOUNT_ID)$"),
                FilterGroup.InEventOf(EventAction.PUSH),
            },
        };
        """);

    [Fact]
    public Task ABitbucketSourceGetsNoEventThatItLacks() => (TrustedActors with { Texts = new Dictionary<string, string> { ["provider"] = "BITBUCKET" } }).Becomes(
        "var source = {|triggers:new BitBucketSourceProps { Webhook = {|value:true|} }|};",
        "var source = new BitBucketSourceProps { Webhook = true, WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED, EventAction.PULL_REQUEST_UPDATED).AndActorAccountIs(\"^(GITHUB_ACCOUNT_ID)$\"), FilterGroup.InEventOf(EventAction.PUSH) } };");

    [Fact]
    public Task ATemplateGetsBothGroups() => (TrustedActors with { Spelling = "Template" }).Becomes(
        """
        object triggers = {|triggers:new CfnProject.ProjectTriggersProperty
        {
            Webhook = {|value:true|},
        }|};
        """,
        """
        object triggers = new CfnProject.ProjectTriggersProperty
        {
            Webhook = true,
            FilterGroups = new[]
            {
                new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED, PULL_REQUEST_UPDATED" }, new CfnProject.WebhookFilterProperty { Type = "ACTOR_ACCOUNT_ID", Pattern = "^(GITHUB_ACCOUNT_ID)$" } },
                new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PUSH" } },
            },
        };
        """);

    [Fact]
    public Task TheWebhookIsSwitchedOffWhereItIsSwitchedOn() => Off.Becomes(
        """
        var source = {|triggers:new GitHubSourceProps { Owner = "o", Repo = "r" }|};
        source.Webhook = {|value:true|};
        """,
        """
        var source = new GitHubSourceProps { Owner = "o", Repo = "r" };
        source.Webhook = false;
        """);

    [Fact]
    public Task TheWebhookOfAnOrganizationCannotBeSwitchedOff() => Off.IsNotOfferedFor(
        "var source = {|triggers:new GitHubSourceProps { Owner = \"o\", Webhook = {|value:true|} }|};");
}
