using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

public sealed class OnlyForTrustedActorsTests
{
    private const string Contributors = "namespace Trust { internal static class TrustedContributors { public const string ActorPattern = \"^(1|2)$\"; } }";

    private static readonly MarkedFinding Finding = new("CDKSEC101", "Only for trusted actors");

    private static readonly MarkedFinding Template = Finding with { Spelling = "Template" };

    [Fact]
    public Task TheFilterEndsTheChain() => Finding.Becomes(
        "var group = {|group:{|events:FilterGroup.InEventOf({|value:EventAction.PULL_REQUEST_CREATED|})|}.AndBaseBranchIs(\"main\")|}; // ours",
        "var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndBaseBranchIs(\"main\").AndActorAccountIs(\"^(GITHUB_ACCOUNT_ID)$\"); // ours");

    [Fact]
    public Task AChainOnSeveralLinesGetsOneMore() => Finding.Becomes(
        """
        FilterGroup[] groups = new[]
        {
            {|group:{|events:FilterGroup
                .InEventOf({|value:EventAction.PULL_REQUEST_CREATED|})|}
                .AndBaseBranchIs("main")|}, // the release branch
        };
        """,
        """
        FilterGroup[] groups = new[]
        {
            FilterGroup
                .InEventOf(EventAction.PULL_REQUEST_CREATED)
                .AndBaseBranchIs("main")
                .AndActorAccountIs("^(GITHUB_ACCOUNT_ID)$"), // the release branch
        };
        """);

    [Fact]
    public Task AProjectWithAListOfContributorsUsesIt() =>
        (Finding with { Options = Finding.Options with { MoreSources = [("Trust.cs", Contributors)] } }).ProgramBecomes(
            "class Groups { FilterGroup group = {|group:{|events:FilterGroup.InEventOf({|value:EventAction.PULL_REQUEST_CREATED|})|}|}; }\n",
            "using Trust;\n\nclass Groups { FilterGroup group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(TrustedContributors.ActorPattern); }\n");

    [Fact]
    public Task ATemplateGetsAnEntryLikeTheOthers() => Template.Becomes(
        """
        var groups = new[]
        {
            {|group:new[] { {|events:new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = {|value:"PULL_REQUEST_CREATED"|} }|} }|},
            {|group#2:new CfnProject.WebhookFilterProperty[]
            {
                {|events#2:new()
                {
                    Type = "EVENT",
                    Pattern = {|value#2:"PULL_REQUEST_UPDATED"|}
                }|} // everybody
            }|},
        };
        """,
        """
        var groups = new[]
        {
            new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" }, new CfnProject.WebhookFilterProperty { Type = "ACTOR_ACCOUNT_ID", Pattern = "^(GITHUB_ACCOUNT_ID)$" } },
            new CfnProject.WebhookFilterProperty[]
            {
                new()
                {
                    Type = "EVENT",
                    Pattern = "PULL_REQUEST_UPDATED"
                }, // everybody
                new()
                {
                    Type = "ACTOR_ACCOUNT_ID",
                    Pattern = "^(GITHUB_ACCOUNT_ID)$",
                }
            },
        };
        """);

    [Fact]
    public Task AWildcardGivesWayToTheTrustedAccounts() => (Finding with { RuleId = "CDKSEC104", Action = "Only for trusted actors (fill in their account ids)" }).Becomes(
        "var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs({|value:\"^.*$\"|});",
        "var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(\"^(GITHUB_ACCOUNT_ID)$\");");

    [Fact]
    public Task PushesAreLimitedInTheSameWay() => (Finding with { RuleId = "CDKSEC109", Action = "Limit pushes to the main branch (check the branch name)" }).Becomes(
        "var group = {|group:{|events:FilterGroup.InEventOf({|value:EventAction.PUSH|})|}|};",
        "var group = FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs(\"^refs/heads/main$\");");
}
