using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules;

public sealed class UntrustedPullRequestBuildTests
{
    private const string OpenGroup = "FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)";
    private const string MarkedGroup = "FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|})";
    private const string Policy = "Triggers.PullRequestBuildPolicy.RequiresCommentApproval";

    private static readonly WebhookProgram Program = new("CDKSEC101");

    [Theory]
    [InlineData("PULL_REQUEST_CREATED")]
    [InlineData("PULL_REQUEST_UPDATED")]
    [InlineData("PULL_REQUEST_REOPENED")]
    public Task EveryEventOfAnUntrustedSenderCounts(string name) => Program.Groups($"FilterGroup.InEventOf({{|CDKSEC101:EventAction.{name}|}})");

    [Fact]
    public Task TheFirstOfSeveralEventsIsMarked() =>
        Program.Groups("FilterGroup.InEventOf(EventAction.PUSH, {|CDKSEC101:EventAction.PULL_REQUEST_UPDATED|}, EventAction.PULL_REQUEST_CREATED)");

    [Theory]
    [InlineData("PUSH")]
    [InlineData("PULL_REQUEST_MERGED")]
    public Task EventsThatNeedWriteAccessAreSilent(string name) => Program.Groups($"FilterGroup.InEventOf(EventAction.{name})");

    [Theory]
    [InlineData("AndHeadRefIs(\"^refs/heads/main$\")")]
    [InlineData("AndBaseBranchIs(\"main\")")]
    [InlineData("AndCommitMessageIs(\"release\")")]
    [InlineData("AndFilePathIsNot(\"^buildspec.yml$\")")]
    [InlineData("AndActorAccountIsNot(\"^123$\")")]
    public Task OtherFiltersAreNoGate(string filter) => Program.Groups($"{MarkedGroup}.{filter}");

    [Theory]
    [InlineData("\"^123$\"")]
    [InlineData("\"123\"")]
    [InlineData("\".*\"")]
    [InlineData("id")]
    public Task AnActorFilterCountsWhateverItsPattern(string pattern) => Program.Groups($"{OpenGroup}.AndActorAccountIs({pattern})");

    [Fact]
    public Task EachGroupIsJudgedAlone() => Program.Groups($"{OpenGroup}.AndActorAccountIs(\"^123$\"), {MarkedGroup}");

    [Theory]
    [InlineData("ALL_PULL_REQUESTS")]
    [InlineData("FORK_PULL_REQUESTS")]
    [InlineData("DISABLED")]
    public Task APolicyByOverrideIsSilent(string value) =>
        Program.Groups(OpenGroup, $"((CfnProject)project.Node.DefaultChild!).AddPropertyOverride(\"{Policy}\", \"{value}\");");

    [Theory]
    [InlineData("(project.Node.DefaultChild as CfnProject)!.AddOverride(\"Properties." + Policy + "\", \"ALL_PULL_REQUESTS\");")]
    [InlineData("((CfnResource)project.Node.FindChild(\"Resource\")).AddPropertyOverride(\"" + Policy + "\", \"ALL_PULL_REQUESTS\");")]
    [InlineData("if (project.Node.DefaultChild is CfnProject cfn) { cfn.AddPropertyOverride(\"" + Policy + "\", \"ALL_PULL_REQUESTS\"); }")]
    [InlineData("((CfnProject)project.Node.DefaultChild!).AddPropertyOverride(\"Triggers.PullRequestBuildPolicy\", new Dictionary<string, object> { [\"RequiresCommentApproval\"] = \"ALL_PULL_REQUESTS\" });")]
    [InlineData("((CfnProject)project.Node.DefaultChild!).AddPropertyOverride(\"Triggers.PullRequestBuildPolicy.RequiresCommentApproval\", id);")]
    [InlineData("((CfnProject)project.Node.DefaultChild!).AddPropertyOverride(id, \"ALL_PULL_REQUESTS\");")]
    [InlineData("((CfnProject)project.Node.DefaultChild!).AddPropertyOverride(\"Triggers.Webhook\", false);")]
    [InlineData("((CfnProject)project.Node.DefaultChild!).AddPropertyDeletionOverride(\"Triggers\");")]
    [InlineData("((CfnProject)project.Node.DefaultChild!).AddPropertyDeletionOverride(\"Triggers.FilterGroups.0\");")]
    public Task LaterChangesCount(string change) => Program.Groups(OpenGroup, change);

    [Theory]
    [InlineData("((CfnProject)project.Node.DefaultChild!).AddPropertyOverride(\"Environment.Image\", \"aws/codebuild/standard:7.0\");")]
    [InlineData("((CfnProject)project.Node.DefaultChild!).AddPropertyOverride($\"Environment.{id}\", \"x\");")]
    [InlineData("new Project(this, \"Other\", new ProjectProps()); ((CfnProject)new Project(this, \"Third\", new ProjectProps()).Node.DefaultChild!).AddPropertyOverride(\"" + Policy + "\", \"ALL_PULL_REQUESTS\");")]
    public Task ChangesElsewhereDoNotCount(string change) => Program.Groups(MarkedGroup, change);

    [Fact]
    public Task OneWorldWithoutAGateIsEnough() => Program.Statements(
        """
        var group = FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|});
        if (id.Length > 3)
        {
            group = group.AndActorAccountIs("^123$");
        }

        new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { group } }),
        });
        """);

    [Fact]
    public Task AWorldThatThrowsSynthesizesNothing() => Program.Statements(
        """
        var isOpen = id.Length > 3;
        if (isOpen)
        {
            throw new InvalidOperationException();
        }

        var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED);
        new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { isOpen ? group : group.AndActorAccountIs("^1$") } }),
        });
        """);

    [Fact]
    public Task ADiscardedActorFilterIsReportedAsSuch() => Program.Statements(
        """
        var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED);
        group.AndActorAccountIs("^123$");
        new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { group.AndFilePathIs("^src/") } }),
        });
        """);

    [Fact]
    public Task SecondarySourcesHaveNoWebhook() => Program.Statements(
        $$"""
        var second = Source.GitHub(new GitHubSourceProps { Identifier = "second", Owner = "octo", Repo = "lib", WebhookFilters = new[] { {{OpenGroup}} } });
        var project = new Project(this, "Build", new ProjectProps { SecondarySources = new[] { second } });
        project.AddSecondarySource(Source.GitHub(new GitHubSourceProps { Identifier = "third", Owner = "octo", Repo = "doc", WebhookFilters = new[] { {{OpenGroup}} } }));
        """);

    [Theory]
    [InlineData("Newtonsoft.Json.JsonConvert.PopulateObject(id, project);")]
    [InlineData("Newtonsoft.Json.JsonConvert.PopulateObject(id, project.Node.DefaultChild!);")]
    public Task CodeThatCannotBeReadMayStateThePolicy(string call) => Program.Groups(OpenGroup, call);

    [Fact]
    public Task WhatTheCdkIsGivenStaysAsItIs() => Program.Groups(MarkedGroup, "Amazon.CDK.Tags.Of(project).Add(\"team\", \"build\");");

    [Fact]
    public Task WhatGoesNowhereIsSilent() => Program.Statements($"var unused = {OpenGroup};");

    [Theory]
    [InlineData("PULL_REQUEST_CREATED")]
    [InlineData("PUSH, PULL_REQUEST_CLOSED")]
    [InlineData("PULL_REQUEST_UPDATED,PULL_REQUEST_MERGED")]
    public Task TheTemplatesClassesCountAlike(string events) => Program.Filters(
        $$"""new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = {|CDKSEC101:"{{events}}"|} }""");

    [Fact]
    public Task AnActorFilterOfTheTemplateIsSilent() => Program.Filters(
        """
        new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" },
        new CfnProject.WebhookFilterProperty { Type = "ACTOR_ACCOUNT_ID", Pattern = "^123$", ExcludeMatchedPattern = false }
        """);

    [Fact]
    public Task AnExcludingActorFilterOfTheTemplateIsNone() => Program.Filters(
        """
        new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = {|CDKSEC101:"PULL_REQUEST_CREATED"|} },
        new CfnProject.WebhookFilterProperty { Type = "ACTOR_ACCOUNT_ID", Pattern = "^123$", ExcludeMatchedPattern = true }
        """);

    [Theory]
    [InlineData("GITHUB_ACTOR_ACCOUNT_ID")]
    [InlineData("ACTOR_ID")]
    [InlineData("actor_account_id")]
    public Task AnActorFilterOfAWrongTypeIsReportedAsSuch(string type) => Program.Filters(
        $$"""
        new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" },
        new CfnProject.WebhookFilterProperty { Type = "{{type}}", Pattern = "^123$" }
        """);

    [Fact]
    public Task AClassInAnOverrideSwitchesNothingOff() => Program.Groups(
        MarkedGroup,
        """((CfnProject)project.Node.DefaultChild!).AddPropertyOverride("Triggers", new CfnProject.ProjectTriggersProperty { Webhook = false });""");

    [Theory]
    [InlineData("Webhook = true, FilterGroups = new List<object> { new[] { new CfnProject.WebhookFilterProperty { Type = \"EVENT\", Pattern = \"PULL_REQUEST_CREATED\" } } }")]
    [InlineData("Webhook = true, FilterGroups = new[] { new object[] { new Dictionary<string, object> { [\"Type\"] = \"EVENT\", [\"Pattern\"] = \"PULL_REQUEST_CREATED\" } } }")]
    [InlineData("Webhook = \"true\", FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = \"EVENT\", Pattern = \"PULL_REQUEST_CREATED\" } } }")]
    public Task WhatTheRuntimeRefusesIsNotSynthesized(string triggers) => Program.Triggers(triggers);

    [Fact]
    public Task UnknownEventsAreSilent() => Program.Filters("new CfnProject.WebhookFilterProperty { Type = \"EVENT\", Pattern = id }");

    [Fact]
    public Task APolicyOfTheTemplateIsSilent() => Program.OnNewest().Filters(
        """new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" }""",
        """PullRequestBuildPolicy = new CfnProject.PullRequestBuildPolicyProperty { RequiresCommentApproval = "ALL_PULL_REQUESTS" },""");

    [Fact]
    public Task AnUnknownSwitchOfTheTemplateIsSilent() => Program.Triggers(
        """
        Webhook = Node.TryGetContext("webhook"),
        FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" } } },
        """);

    [Fact]
    public Task AssignedTriggersReplaceTheFilters() => Program.Groups(
        OpenGroup,
        """
        var cfn = (CfnProject)project.Node.DefaultChild!;
        cfn.Triggers = new CfnProject.ProjectTriggersProperty
        {
            Webhook = true,
            FilterGroups = new object[] { new object[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = {|CDKSEC101:"PULL_REQUEST_REOPENED"|} } } },
        };
        """);

    [Fact]
    public Task WhatLeavesTheMethodCountsAsAttached() => Program.Types(
        $$"""
        class Filters
        {
            public static readonly FilterGroup[] All = { {{MarkedGroup}} };
            public FilterGroup One() => {{MarkedGroup}};
            public GitHubSourceProps Props() => new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { {{MarkedGroup}} } };
            public ISource Made() => Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { {{MarkedGroup}} } });
        }
        """);

    [Fact]
    public Task AFieldOfAProjectThatHasAPolicyIsJudgedWithTheProject() => Program.Types(
        $$"""
        class BuildStack : Stack
        {
            private readonly FilterGroup group;
            private readonly ISource source;

            public BuildStack(Construct scope, string id) : base(scope, id)
            {
                group = {{OpenGroup}};
                source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { group } });
                var project = new Project(this, "Build", new ProjectProps { Source = source });
                ((CfnProject)project.Node.DefaultChild!).AddPropertyOverride("{{Policy}}", "ALL_PULL_REQUESTS");
            }
        }
        """);

    [Fact]
    public Task ASubclassMayStateThePolicy() => Program.Types(
        $$"""
        class ApprovedProject : Project
        {
            public ApprovedProject(Construct scope, string id, ISource source) : base(scope, id, new ProjectProps { Source = source })
            {
                ((CfnProject)Node.DefaultChild!).AddPropertyOverride("{{Policy}}", "ALL_PULL_REQUESTS");
            }
        }

        class PlainProject : Project
        {
            public PlainProject(Construct scope, string id, ISource source) : base(scope, id, new ProjectProps { Source = source })
            {
            }
        }

        class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id) : base(scope, id)
            {
                new ApprovedProject(this, "A", Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { {{OpenGroup}} } }));
                new PlainProject(this, "B", Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { {{MarkedGroup}} } }));
            }
        }
        """);
}
