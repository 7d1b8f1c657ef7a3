using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Pipelines;

/// <summary>What starts pipelines: pull requests (CDKSEC502) and pushes (CDKSEC503).</summary>
public sealed class PipelineTriggerTests
{
    private const string Deploying = "new StageProps { StageName = \"Beta\", Actions = new[] { Deploy(\"Deploy\") } }";
    private const string Approved = "new StageProps { StageName = \"Beta\", Actions = new[] { Approve(), Deploy(\"Deploy\", 2) } }";
    private const string HalfApproved = Deploying + ", new StageProps { StageName = \"Gate\", Actions = new[] { Approve() } }";
    private const string NotDeploying = "new StageProps { StageName = \"Gate\", Actions = new[] { Approve() } }";

    [Theory]
    [InlineData(Deploying, "PullRequestFilter = new[] { {|CDKSEC502:new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" } }|} }")]
    [InlineData(HalfApproved, "PullRequestFilter = new[] { {|CDKSEC502:new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" } }|} }")]
    [InlineData(Approved, "PullRequestFilter = new[] { new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" } } }")]
    [InlineData(NotDeploying, "PullRequestFilter = new[] { new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" } } }")]
    [InlineData(Deploying, "PullRequestFilter = new[] { {|CDKSEC502:new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" }, Events = new[] { GitPullRequestEvent.CLOSED, GitPullRequestEvent.OPEN } }|} }")]
    [InlineData(Deploying, "PullRequestFilter = new[] { new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" }, Events = new[] { GitPullRequestEvent.CLOSED } } }")]
    [InlineData(Deploying, "PullRequestFilter = new[] { new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" }, Events = AppContext.GetData(\"events\") as GitPullRequestEvent[] } }")]
    [InlineData(Deploying, "PullRequestFilter = new[] { new GitPullRequestFilter() }")]
    [InlineData(Deploying, "PushFilter = new[] { new GitPushFilter { BranchesIncludes = new[] { \"main\" } } }")]
    public async Task PullRequests(string stages, string configuration)
    {
        var program = new PipelineProgram("CDKSEC502").OnNewest();
        var trigger = Trigger(configuration);
        await program.Stages(stages, $"pipeline.AddTrigger({trigger});", before: "var checkout = Checkout();", more: "PipelineType = PipelineType.V2,");
        await program.Stages(stages, before: "var checkout = Checkout();", more: $"PipelineType = PipelineType.V2, Triggers = new[] {{ {trigger} }},");
    }

    [Theory]
    [InlineData(Deploying, "PushFilter = new[] { {|CDKSEC503:new GitPushFilter { FilePathsIncludes = new[] { \"src/**\" } }|} }")]
    [InlineData(Deploying, "PushFilter = new[] { new GitPushFilter { BranchesIncludes = new[] { {|CDKSEC503:\"**\"|} } } }")]
    [InlineData(Deploying, "PushFilter = new[] { new GitPushFilter { BranchesIncludes = new[] { \"main\", {|CDKSEC503:\"*\"|} } } }")]
    [InlineData(Deploying, "PushFilter = new[] { new GitPushFilter { TagsIncludes = new[] { {|CDKSEC503:\"**\"|} } } }")]
    [InlineData(Deploying, "PushFilter = new[] { new GitPushFilter { BranchesIncludes = new[] { \"**\" }, BranchesExcludes = new[] { \"wip/**\" } } }")]
    [InlineData(Deploying, "PushFilter = new[] { new GitPushFilter { BranchesIncludes = new[] { \"release/**\" } } }")]
    [InlineData(Deploying, "PushFilter = new[] { new GitPushFilter { BranchesExcludes = new[] { \"wip/**\" } } }")]
    [InlineData(Deploying, "PushFilter = new[] { new GitPushFilter { TagsIncludes = new[] { \"v*\" } } }")]
    [InlineData(Approved, "PushFilter = new[] { new GitPushFilter { BranchesIncludes = new[] { {|CDKSEC503:\"**\"|} } } }")]
    [InlineData(NotDeploying, "PushFilter = new[] { new GitPushFilter { BranchesIncludes = new[] { \"**\" } } }")]
    [InlineData(Deploying, "PushFilter = System.Environment.GetCommandLineArgs().Select(name => new GitPushFilter { BranchesIncludes = new[] { name } }).ToArray()")]
    [InlineData(Deploying, "PullRequestFilter = new[] { new GitPullRequestFilter { BranchesIncludes = new[] { \"**\" } } }")]
    public Task Pushes(string stages, string configuration) => new PipelineProgram("CDKSEC503").OnNewest().Stages(
        stages,
        $"pipeline.AddTrigger({Trigger(configuration)});",
        before: "var checkout = Checkout();",
        more: "PipelineType = PipelineType.V2,");

    [Fact]
    public Task TheFirstTypeOfPipelinesHasNoTriggers() => new PipelineProgram("CDKSEC502").OnNewest().Stages(
        Deploying,
        $"pipeline.AddTrigger({Trigger("PullRequestFilter = new[] { new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" } } }")});",
        before: "var checkout = Checkout();",
        more: "PipelineType = PipelineType.V1,");

    [Theory]
    [InlineData("CDKSEC502", "PullRequest = new[] { {|CDKSEC502:new CfnPipeline.GitPullRequestFilterProperty { Events = new[] { \"OPEN\" } }|} }")]
    [InlineData("CDKSEC502", "PullRequest = new[] { new CfnPipeline.GitPullRequestFilterProperty { Events = new[] { \"CLOSED\" } } }")]
    [InlineData("CDKSEC502", "Push = new[] { new CfnPipeline.GitPushFilterProperty() }")]
    [InlineData("CDKSEC503", "Push = new[] { {|CDKSEC503:new CfnPipeline.GitPushFilterProperty { FilePaths = new CfnPipeline.GitFilePathFilterCriteriaProperty { Includes = new[] { \"src/**\" } } }|} }")]
    [InlineData("CDKSEC503", "Push = new[] { new CfnPipeline.GitPushFilterProperty { Branches = new CfnPipeline.GitBranchFilterCriteriaProperty { Includes = new[] { {|CDKSEC503:\"**\"|} } } } }")]
    [InlineData("CDKSEC503", "Push = new[] { new CfnPipeline.GitPushFilterProperty { Branches = new CfnPipeline.GitBranchFilterCriteriaProperty { Includes = new[] { \"main\" } } } }")]
    [InlineData("CDKSEC503", "Push = new[] { new CfnPipeline.GitPushFilterProperty { Tags = new CfnPipeline.GitTagFilterCriteriaProperty { Includes = new[] { \"v*\" } } } }")]
    public Task Resources(string rule, string git) => new PipelineProgram(rule).OnNewest().Resource(
        "new CfnPipeline.StageDeclarationProperty { Name = \"Beta\", Actions = new[] { Action(\"Deploy\", \"Deploy\") } }",
        $$"""
        PipelineType = "V2",
        Triggers = new[]
        {
            new CfnPipeline.PipelineTriggerDeclarationProperty
            {
                ProviderType = "CodeStarSourceConnection",
                GitConfiguration = new CfnPipeline.GitConfigurationProperty { SourceActionName = "Checkout", {{git}} },
            },
        },
        """);

    [Fact]
    public Task Overrides() => new PipelineProgram("CDKSEC502").OnNewest().Resource(
        "new CfnPipeline.StageDeclarationProperty { Name = \"Beta\", Actions = new[] { Action(\"Deploy\", \"Deploy\") } }",
        after: """
        pipeline.AddPropertyOverride("Triggers", new[]
        {
            new Dictionary<string, object>
            {
                ["ProviderType"] = "CodeStarSourceConnection",
                ["GitConfiguration"] = new Dictionary<string, object>
                {
                    ["SourceActionName"] = "Checkout",
                    ["PullRequest"] = new[] { {|CDKSEC502:new Dictionary<string, object> { ["Events"] = new[] { "OPEN" } }|} },
                },
            },
        });
        """);

    [Fact]
    public Task DeliveryPipelines() => new PipelineProgram("CDKSEC502").OnNewest().Delivery(
        $$"""
        pipeline.AddStage(new AppStage(this, "Beta"));
        pipeline.BuildPipeline();
        var checkout = Checkout();
        pipeline.Pipeline.AddTrigger({{Trigger("PullRequestFilter = new[] { {|CDKSEC502:new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" } }|} }")}});
        """,
        "PipelineType = PipelineType.V2,");

    [Theory]
    [InlineData("CDKSEC502", "PullRequest = new[] { {|CDKSEC502:new CfnPipeline.GitPullRequestFilterProperty { Events = new[] { \"OPEN\" } }|} }")]
    [InlineData("CDKSEC502", "PullRequest = new[] { new CfnPipeline.GitPullRequestFilterProperty { Events = new[] { \"CLOSED\" } } }")]
    [InlineData("CDKSEC503", "Push = new[] { new CfnPipeline.GitPushFilterProperty { Branches = new CfnPipeline.GitBranchFilterCriteriaProperty { Includes = new[] { {|CDKSEC503:\"**\"|} } } } }")]
    [InlineData("CDKSEC503", "Push = new[] { new CfnPipeline.GitPushFilterProperty { Branches = new CfnPipeline.GitBranchFilterCriteriaProperty { Includes = new[] { \"main\" } } } }")]
    public async Task ResourcesOfDeliveryPipelines(string rule, string git)
    {
        var assigned = $$"""
            Triggers = new[]
            {
                new CfnPipeline.PipelineTriggerDeclarationProperty
                {
                    ProviderType = "CodeStarSourceConnection",
                    GitConfiguration = new CfnPipeline.GitConfigurationProperty { SourceActionName = "octo_app", {{git}} },
                },
            };
            """;
        await OfDelivery(rule, "((CfnPipeline)pipeline.Pipeline.Node.DefaultChild!)." + assigned);
        await OfDelivery(rule, "((CfnPipeline)pipeline.Node.FindChild(\"Pipeline\").Node.DefaultChild!)." + assigned);
        await OfDelivery(rule, "((CfnPipeline)pipeline.Pipeline.Node.DefaultChild!)." + assigned, "CodePipeline = inner,");
    }

    [Theory]
    [InlineData("CDKSEC502", "[\"PullRequest\"] = new[] { {|CDKSEC502:new Dictionary<string, object> { [\"Events\"] = new[] { \"OPEN\" } }|} }")]
    [InlineData("CDKSEC503", "[\"Push\"] = new[] { new Dictionary<string, object> { [\"Branches\"] = new Dictionary<string, object> { [\"Includes\"] = new[] { {|CDKSEC503:\"**\"|} } } } }")]
    public async Task OverridesOfDeliveryPipelines(string rule, string git)
    {
        var overridden = $$"""
            AddPropertyOverride("Triggers", new[]
            {
                new Dictionary<string, object>
                {
                    ["ProviderType"] = "CodeStarSourceConnection",
                    ["GitConfiguration"] = new Dictionary<string, object> { ["SourceActionName"] = "octo_app", {{git}} },
                },
            });
            """;
        await OfDelivery(rule, "((CfnPipeline)pipeline.Pipeline.Node.DefaultChild!)." + overridden);
        await OfDelivery(rule, "((CfnPipeline)inner.Node.DefaultChild!)." + overridden, "CodePipeline = inner,");
    }

    [Theory]
    [InlineData("resource.AddPropertyOverride(\"Name\", \"delivery\");", true)]
    [InlineData("resource.AddPropertyOverride(\"Stages.0.Name\", \"Checkout\");", false)]
    [InlineData("resource.AddPropertyOverride(System.Environment.MachineName, 1);", false)]
    [InlineData("resource.DisableInboundStageTransitions = new[] { new CfnPipeline.StageTransitionProperty { Reason = \"Frozen\", StageName = \"Beta\" } };", false)]
    [InlineData("resource.AddPropertyDeletionOverride(\"Triggers\");", false)]
    public Task ChangesOfDeliveryPipelines(string change, bool isReported) => new PipelineProgram("CDKSEC502").OnNewest().Delivery(
        $$"""
        pipeline.AddStage(new AppStage(this, "Beta"));
        pipeline.BuildPipeline();
        var checkout = Checkout();
        pipeline.Pipeline.AddTrigger({{Trigger("PullRequestFilter = new[] { " + (isReported ? "{|CDKSEC502:" : "") + "new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" } }" + (isReported ? "|}" : "") + " }")}});
        var resource = (CfnPipeline)pipeline.Pipeline.Node.DefaultChild!;
        {{change}}
        """,
        "PipelineType = PipelineType.V2,");

    private static Task OfDelivery(string rule, string change, string props = "") => new PipelineProgram(rule).OnNewest().Delivery(
        $"""
        pipeline.AddStage(new AppStage(this, "Beta"));
        pipeline.BuildPipeline();
        {change}
        """,
        props,
        before: "var inner = new Pipeline(this, \"Inner\", new PipelineProps { PipelineType = PipelineType.V2 });");

    private static string Trigger(string configuration) =>
        $$"""
        new TriggerProps
        {
            ProviderType = ProviderType.CODE_STAR_SOURCE_CONNECTION,
            GitConfiguration = new GitConfiguration { SourceAction = checkout, {{configuration}} },
        }
        """;
}
