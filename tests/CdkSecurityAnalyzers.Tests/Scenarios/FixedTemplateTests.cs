using System.Text.Json.Nodes;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Scenarios;

/// <summary>What a fix promises in its title is what the template holds afterwards.</summary>
public sealed class FixedTemplateTests
{
    private const string Placeholder = "^(GITHUB_ACCOUNT_ID)$";

    [Fact]
    public Task PushOnlyReplacesPullRequests() => Gives(
        Groups("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED, EventAction.PULL_REQUEST_UPDATED)"),
        "CDKSEC101",
        "Build on push only",
        """{ "Webhook": true, "FilterGroups": [[{ "Type": "EVENT", "Pattern": "PUSH" }]] }""");

    [Fact]
    public Task PushOnlyTurnsTheTargetBranchIntoThePushedBranch() => Gives(
        Groups("""FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndBaseRefIs("^refs/heads/main$")"""),
        "CDKSEC101",
        "Build on push only",
        """{ "Webhook": true, "FilterGroups": [[{ "Type": "EVENT", "Pattern": "PUSH" }, { "Type": "HEAD_REF", "Pattern": "^refs/heads/main$" }]] }""");

    [Fact]
    public Task TrustedActorsGetAFilter() => Gives(
        Groups("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)"),
        "CDKSEC101",
        "Only for trusted actors",
        $$"""{ "Webhook": true, "FilterGroups": [[{ "Type": "EVENT", "Pattern": "PULL_REQUEST_CREATED" }, { "Type": "ACTOR_ACCOUNT_ID", "Pattern": "{{Placeholder}}" }]] }""",
        remaining: "CDKSEC108");

    [Fact]
    public Task CommentApprovalIsAPolicyBesideTheGroups() => Gives(
        Groups("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)"),
        "CDKSEC101",
        "Require comment approval for pull requests",
        """
        {
          "Webhook": true,
          "FilterGroups": [[{ "Type": "EVENT", "Pattern": "PULL_REQUEST_CREATED" }]],
          "PullRequestBuildPolicy": { "RequiresCommentApproval": "ALL_PULL_REQUESTS" }
        }
        """);

    [Fact]
    public Task AnUnfilteredWebhookBuildsOnPushOnly() => Gives(
        Source("Webhook = true"),
        "CDKSEC102",
        "Build on push only",
        """{ "Webhook": true, "FilterGroups": [[{ "Type": "EVENT", "Pattern": "PUSH" }]] }""");

    [Fact]
    public Task AnUnfilteredWebhookIsSwitchedOff() => Gives(
        Source("Webhook = true"),
        "CDKSEC102",
        "Switch the webhook off (check that nothing relies on it)",
        """{ "Webhook": false }""");

    [Fact]
    public Task ADiscardedFilterIsUsed() => Gives(
        """
        var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED);
        group.AndActorAccountIs("^1$");
        """ + "\n" + Groups("group"),
        "CDKSEC105",
        "Use the result",
        """{ "Webhook": true, "FilterGroups": [[{ "Type": "EVENT", "Pattern": "PULL_REQUEST_CREATED" }, { "Type": "ACTOR_ACCOUNT_ID", "Pattern": "^1$" }]] }""");

    [Fact]
    public Task ABranchIsAnchored() => Gives(
        Groups("""FilterGroup.InEventOf(EventAction.PUSH).AndBranchIs("main")"""),
        "CDKSEC107",
        "Anchor the branch",
        """{ "Webhook": true, "FilterGroups": [[{ "Type": "EVENT", "Pattern": "PUSH" }, { "Type": "HEAD_REF", "Pattern": "^refs/heads/main$" }]] }""");

    [Fact]
    public Task BranchesOfALoopAreAnchoredEach() => Gives(
        """
        var groups = new List<FilterGroup>();
        foreach (var branch in new[] { "main", "develop" })
        {
            groups.Add(FilterGroup.InEventOf(EventAction.PUSH).AndBranchIs(branch));
        }
        """ + "\n" + Source("WebhookFilters = groups.ToArray()"),
        "CDKSEC107",
        "Anchor the branch",
        """
        {
          "Webhook": true,
          "FilterGroups": [
            [{ "Type": "EVENT", "Pattern": "PUSH" }, { "Type": "HEAD_REF", "Pattern": "^refs/heads/main$" }],
            [{ "Type": "EVENT", "Pattern": "PUSH" }, { "Type": "HEAD_REF", "Pattern": "^refs/heads/develop$" }]
          ]
        }
        """);

    [Fact]
    public Task ADeadBranchFilterSaysWhatItMeans() => Gives(
        Groups("""FilterGroup.InEventOf(EventAction.PUSH).AndBranchIs("^main$")"""),
        "CDKSEC108",
        "Correct the filter",
        """{ "Webhook": true, "FilterGroups": [[{ "Type": "EVENT", "Pattern": "PUSH" }, { "Type": "HEAD_REF", "Pattern": "^refs/heads/main$" }]] }""");

    /// <summary>Applies a fix to the only finding of a rule and compares the webhook that is synthesized then.</summary>
    /// <param name="remaining">The only finding that may be left: the one of a placeholder.</param>
    private static async Task Gives(string statements, string ruleId, string title, string webhook, string? remaining = null)
    {
        var mended = await EditableProgram.InStack(statements).Fixed(ruleId, title);

        Assert.Equal(remaining is null ? [] : [remaining], (await mended.Findings()).Select(finding => finding.Id));
        var synthesized = Synthesis.Triggers(await mended.Template())["Build"];
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(webhook), synthesized), $"The webhook is {synthesized}");
    }

    private static string Groups(string groups) => Source($"WebhookFilters = new[] {{ {groups} }}");

    private static string Source(string webhook) =>
        $$"""
        new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", {{webhook}} }),
        });
        """;
}
