using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

/// <summary>What every fix promises, with the rules that report: the finding is gone, none is new, a second application changes nothing.</summary>
public sealed class FixContractTests
{
    private const string Approval = "AddPropertyOverride(\"Triggers.PullRequestBuildPolicy.RequiresCommentApproval\", \"ALL_PULL_REQUESTS\");";

    [Fact]
    public Task PushOnly() => Verify.CodeFixInStack(
        Project("""
            FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}, EventAction.PUSH).AndHeadRefIs("^refs/heads/main$"),
            FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_UPDATED|}, EventAction.PULL_REQUEST_REOPENED).AndBaseRefIs("^refs/heads/main$"),
            """),
        Project("""
            FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/heads/main$"),
            FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/heads/main$"),
            """),
        "Build on push only");

    [Fact]
    public Task TrustedActors() => Verify.CodeFixInStack(
        Project("""
            FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}, EventAction.PULL_REQUEST_UPDATED),
            FilterGroup
                .InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_REOPENED|})
                .AndBaseRefIs("^refs/heads/main$"),
            """),
        Project("""
            FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED, EventAction.PULL_REQUEST_UPDATED).AndActorAccountIs({|CDKSEC108:"^(GITHUB_ACCOUNT_ID)$"|}),
            FilterGroup
                .InEventOf(EventAction.PULL_REQUEST_REOPENED)
                .AndBaseRefIs("^refs/heads/main$")
                .AndActorAccountIs({|CDKSEC108:"^(GITHUB_ACCOUNT_ID)$"|}),
            """),
        "Only for trusted actors");

    [Fact]
    public Task CommentApproval() => Verify.CodeFixInStack(
        Project("""
            FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}),
            FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_UPDATED|}),
            """),
        "var build = " + Project("""
            FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED),
            FilterGroup.InEventOf(EventAction.PULL_REQUEST_UPDATED),
            """) + "\n((CfnProject)build.Node.DefaultChild!)." + Approval,
        "Require comment approval for pull requests");

    [Theory]
    [InlineData("Build on push only", "\"PUSH\"", "")]
    [InlineData("Only for trusted actors", "\"PULL_REQUEST_CREATED\"", ", new CfnProject.WebhookFilterProperty { Type = \"ACTOR_ACCOUNT_ID\", Pattern = {|CDKSEC108:\"^(GITHUB_ACCOUNT_ID)$\"|} }")]
    public Task ATemplate(string action, string events, string entry) => Verify.CodeFixInStack(
        Template("""FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = {|CDKSEC101:"PULL_REQUEST_CREATED"|} } } },"""),
        Template($$"""FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = {{events}} }{{entry}} } },"""),
        action);

    [Fact]
    public Task ATemplateWithCommentApproval() => Verify.CodeFixInStack(
        Template("""FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = {|CDKSEC101:"PULL_REQUEST_CREATED"|} } } },"""),
        Template("""
            FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" } } },
                    PullRequestBuildPolicy = new CfnProject.PullRequestBuildPolicyProperty { RequiresCommentApproval = "ALL_PULL_REQUESTS" },
            """),
        "Require comment approval for pull requests",
        ProgramOptions.Default with { CdkVersions = [CdkLibrary.Newest] });

    [Fact]
    public Task ATemplateOfAnOlderCdkWithCommentApproval() => Verify.CodeFixInStack(
        Template("""FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = {|CDKSEC101:"PULL_REQUEST_CREATED"|} } } },"""),
        "var build = " + Template("""FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" } } },""")
            + "\nbuild." + Approval,
        "Require comment approval for pull requests",
        ProgramOptions.Default with { CdkVersions = [CdkLibrary.Oldest, CdkLibrary.Runnable] });

    [Theory]
    [InlineData("Build on push only", "Webhook = true, WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH) }")]
    [InlineData("Switch the webhook off (check that nothing relies on it)", "Webhook = false")]
    [InlineData(
        "Only for trusted actors",
        "Webhook = true, WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED, EventAction.PULL_REQUEST_UPDATED, EventAction.PULL_REQUEST_REOPENED).AndActorAccountIs({|CDKSEC108:\"^(GITHUB_ACCOUNT_ID)$\"|}), FilterGroup.InEventOf(EventAction.PUSH) }")]
    public Task AWebhookWithoutGroups(string action, string webhook) => Verify.CodeFixInStack(
        Source("Webhook = {|CDKSEC102:true|}"),
        Source(webhook),
        action);

    [Theory]
    [InlineData("Build on push only", "Webhook = true,", "\n        FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = \"EVENT\", Pattern = \"PUSH\" } } },")]
    [InlineData("Switch the webhook off (check that nothing relies on it)", "Webhook = false,", "")]
    public Task ATemplateWithoutGroups(string action, string webhook, string groups) => Verify.CodeFixInStack(
        Template("").Replace("Webhook = true,", "Webhook = {|CDKSEC102:true|},", StringComparison.Ordinal),
        Template("").Replace("Webhook = true,", webhook + groups, StringComparison.Ordinal),
        action);

    [Fact]
    public Task AWebhookThatIsSwitchedOnLater() => Verify.CodeFixInStack(
        """
        var settings = new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = false };
        settings.Webhook = {|CDKSEC102:true|};
        new Project(this, "Build", new ProjectProps { Source = Source.GitHub(settings) });
        """,
        """
        var settings = new GitHubSourceProps { Owner = "owner", Repo = "repo", Webhook = false };
        settings.Webhook = false;
        new Project(this, "Build", new ProjectProps { Source = Source.GitHub(settings) });
        """,
        "Switch the webhook off (check that nothing relies on it)");

    [Theory]
    [InlineData("resource.AddPropertyOverride(\"Triggers.FilterGroups.0.0.Pattern\", \"PUSH\");", 0)]
    [InlineData("resource.AddPropertyOverride(\"Triggers.BuildType\", \"BUILD\");", 1)]
    public async Task GroupsThatAnOverrideCountsGetNoNewOnes(string change, int offers)
    {
        var program = EditableProgram.Of(
            TestProgram.InStack(
                "var build = "
                    + Project("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)")
                    + "\nvar resource = (CfnProject)build.Node.DefaultChild!;\nif (id == \"test\")\n{\n    "
                    + change
                    + "\n}"),
            new ProgramOptions { CdkVersions = [CdkLibrary.Runnable] });

        Assert.Equal(offers, (await program.EveryFix()).Count(fix => fix.Title == "Only for trusted actors"));
    }

    [Fact]
    public Task AccountIds() => Verify.CodeFixInStack(
        "const string owner = \"755743\";\n" + Project("""
            FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs({|CDKSEC103:"755743|16024985"|}),
            FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs({|CDKSEC103:owner|}),
            FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs({|CDKSEC103:$"{owner}|16024985"|}),
            FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs({|CDKSEC103:string.Join("|", owner, "16024985")|}),
            """),
        "const string owner = \"755743\";\n" + Project("""
            FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs("^(755743|16024985)$"),
            FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs($"^({owner})$"),
            FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs($"^({owner}|16024985)$"),
            FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs("^(" + string.Join("|", owner, "16024985") + ")$"),
            """),
        "Anchor the account ids");

    [Fact]
    public Task AnActorWildcard() => Verify.CodeFixInStack(
        Project("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs({|CDKSEC104:\"^.*$\"|}),"),
        Project("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs({|CDKSEC108:\"^(GITHUB_ACCOUNT_ID)$\"|}),"),
        "Only for trusted actors (fill in their account ids)");

    [Fact]
    public Task ADiscardedGroup() => Verify.CodeFixInStack(
        """
        var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED);
        {|CDKSEC105:group.AndActorAccountIs("^755743$")|};
        {|CDKSEC105:group.AndBaseRefIs("^refs/heads/main$")|};

        """ + Project("group,"),
        """
        var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs("^755743$").AndBaseRefIs("^refs/heads/main$");

        """ + Project("group,"),
        "Use the result");

    [Fact]
    public Task AnApprovalPolicy() => Verify.CodeFixInStack(
        Template("""PullRequestBuildPolicy = new CfnProject.PullRequestBuildPolicyProperty { RequiresCommentApproval = {|CDKSEC106:"DISABLED"|} }, """ + PullRequests),
        Template("""PullRequestBuildPolicy = new CfnProject.PullRequestBuildPolicyProperty { RequiresCommentApproval = "ALL_PULL_REQUESTS" }, """ + PullRequests),
        "Require approval by people with write access",
        ProgramOptions.Default with { CdkVersions = [CdkLibrary.Newest] });

    [Fact]
    public Task ApproverRoles() => Verify.CodeFixInStack(
        Template("""PullRequestBuildPolicy = new CfnProject.PullRequestBuildPolicyProperty { RequiresCommentApproval = "ALL_PULL_REQUESTS", ApproverRoles = ["GITHUB_ADMIN", {|CDKSEC106:"GITHUB_READ"|}, {|CDKSEC106:"GITHUB_MAINTAINER"|}] }, """ + PullRequests),
        Template("""PullRequestBuildPolicy = new CfnProject.PullRequestBuildPolicyProperty { RequiresCommentApproval = "ALL_PULL_REQUESTS", ApproverRoles = ["GITHUB_ADMIN", "GITHUB_MAINTAIN"] }, """ + PullRequests),
        "Require approval by people with write access",
        ProgramOptions.Default with { CdkVersions = [CdkLibrary.Newest] });

    [Fact]
    public Task Branches() => Verify.CodeFixInStack(
        Project("""
            FilterGroup.InEventOf(EventAction.PUSH).AndBranchIs({|CDKSEC107:"main"|}),
            FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs({|CDKSEC107:"refs/heads/main"|}),
            FilterGroup.InEventOf(EventAction.PUSH).AndTagIs(tagName: {|CDKSEC107:"stable"|}),
            """),
        Project("""
            FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/heads/main$"),
            FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/heads/main$"),
            FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/tags/stable$"),
            """),
        "Anchor the branch");

    [Fact]
    public Task ADeadFilter() => Verify.CodeFixInStack(
        Project("""
            FilterGroup.InEventOf(EventAction.PUSH).AndBranchIs({|CDKSEC108:"^main$"|}),
            FilterGroup.InEventOf(EventAction.PUSH).AndBranchIsNot({|CDKSEC108:"^main$"|}),
            """),
        Project("""
            FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/heads/main$"),
            FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIsNot("^refs/heads/main$"),
            """),
        "Correct the filter");

    [Fact]
    public Task APatternThatAnOverrideGivesToTheFilterOfAMethod() => Verify.CodeFixInStack(
        Overridden("AndBranchIsNot(\".*\")", "{|CDKSEC108:\"^main$\"|}"),
        Overridden("AndBranchIsNot(\".*\")", "\"^refs/heads/main$\""),
        "Correct the filter");

    [Fact]
    public Task APatternWithoutAnchorsThatAnOverrideGivesToTheFilterOfAMethod() => Verify.CodeFixInStack(
        Overridden("AndBranchIs(\".*\")", "{|CDKSEC107:\"refs/heads/main\"|}"),
        Overridden("AndBranchIs(\".*\")", "\"^refs/heads/main$\""),
        "Anchor the branch");

    [Fact]
    public Task AnUnknownFilterType() => Verify.CodeFixInStack(
        Template("""FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" }, new CfnProject.WebhookFilterProperty { Type = {|CDKSEC108:"GITHUB_ACTOR_ACCOUNT_ID"|}, Pattern = "^755743$" } } },"""),
        Template("""FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" }, new CfnProject.WebhookFilterProperty { Type = "ACTOR_ACCOUNT_ID", Pattern = "^755743$" } } },"""),
        "Correct the filter");

    [Fact]
    public Task PushesFromAnyBranch() => Verify.CodeFixInStack(
        Project("FilterGroup.InEventOf({|CDKSEC109:EventAction.PUSH|}),"),
        Project("FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs(\"^refs/heads/main$\"),"),
        "Limit pushes to the main branch (check the branch name)",
        ProgramOptions.Default with { Enable = ["CDKSEC109"] });

    private const string PullRequests =
        """FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" } } },""";

    private static string Project(string groups) => $$"""
        new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps
            {
                Owner = "owner",
                Repo = "repository",
                WebhookFilters = new[]
                {
                    {{groups.Replace("\n", "\n            ", StringComparison.Ordinal)}}
                },
            }),
        });
        """;

    /// <summary>A project whose second filter an override gives another pattern.</summary>
    private static string Overridden(string filter, string pattern) =>
        Project($"FilterGroup.InEventOf(EventAction.PUSH).{filter},").Replace("new Project(", "var build = new Project(", StringComparison.Ordinal)
        + $"\n((CfnProject)build.Node.DefaultChild!).AddPropertyOverride(\"Triggers.FilterGroups.0.1.Pattern\", {pattern});";

    private static string Source(string webhook) => $$"""
        new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repository", {{webhook}} }),
        });
        """;

    private static string Template(string triggers) => $$"""
        new CfnProject(this, "Build", new CfnProjectProps
        {
            Source = new CfnProject.SourceProperty { Type = "GITHUB", Location = "https://github.com/owner/repository.git" },
            Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
            Environment = new CfnProject.EnvironmentProperty { Type = "LINUX_CONTAINER", ComputeType = "BUILD_GENERAL1_SMALL", Image = "aws/codebuild/standard:7.0" },
            ServiceRole = "role",
            Triggers = new CfnProject.ProjectTriggersProperty
            {
                Webhook = true,{{(triggers.Length == 0 ? "" : "\n        " + triggers)}}
            },
        });
        """;
}
