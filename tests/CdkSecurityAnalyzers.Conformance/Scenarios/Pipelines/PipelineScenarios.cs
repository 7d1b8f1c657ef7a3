using static CdkSecurityAnalyzers.Conformance.Scenarios.Pipelines.PipelineText;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Pipelines;

/// <summary>Pipelines in all spellings, each with the rules that it violates.</summary>
internal static class PipelineScenarios
{
    private const string Prod = "new StageProps { StageName = \"Prod\", Actions = new[] { Deploy(\"Deploy\") } }";
    private const string Beta = "new StageProps { StageName = \"Beta\", Actions = new[] { Deploy(\"Deploy\") } }";
    private const string Gate = "new StageProps { StageName = \"Gate\", Actions = new[] { Approve() } }";
    private const string AddProd = "pipeline.AddStage(new StageOptions { StageName = \"Prod\", Actions = new[] { Deploy(\"Deploy\") } });";
    private const string AddGate = "pipeline.AddStage(new StageOptions { StageName = \"Gate\", Actions = new[] { Approve() } });";
    private const string ProdResource = "new CfnPipeline.StageDeclarationProperty { Name = \"Prod\", Actions = new[] { Action(\"Deploy\", \"Deploy\", \"CloudFormation\") } },";
    private const string BetaResource = "new CfnPipeline.StageDeclarationProperty { Name = \"Beta\", Actions = new[] { Action(\"Deploy\", \"Deploy\", \"CloudFormation\") } },";
    private const string GateResource = "new CfnPipeline.StageDeclarationProperty { Name = \"Gate\", Actions = new[] { Action(\"Approve\", \"Approval\", \"Manual\") } },";

    /// <summary>The rules and the statements of each.</summary>
    public static IReadOnlyDictionary<string, (string Rules, string Statements)> All { get; } = new Dictionary<string, (string, string)>
    {
        ["production"] = ("501", Stages(Prod)),
        ["production behind a gate"] = ("", Stages(Gate + ", " + Prod)),
        ["a gate too late"] = ("501", Stages(Prod + ", " + Gate)),
        ["a gate in the stage"] = ("", Stages("new StageProps { StageName = \"Prod\", Actions = new[] { Deploy(\"Deploy\", 2), Approve() } }")),
        ["a gate beside the deployment"] = ("501", Stages("new StageProps { StageName = \"Prod\", Actions = new[] { Deploy(\"Deploy\"), Approve() } }")),
        ["a gate behind the deployment"] = ("501", Stages("new StageProps { StageName = \"Prod\", Actions = new[] { Deploy(\"Deploy\"), Approve(2) } }")),
        ["no production"] = ("", Stages(Beta)),
        ["other names"] = ("", Stages("new StageProps { StageName = \"Products\", Actions = new[] { Deploy(\"NonProd\"), Deploy(\"pre-release\", 2) } }")),
        ["an action that says production"] = ("501", Stages("new StageProps { StageName = \"Deploy\", Actions = new[] { Deploy(\"Beta\"), Deploy(\"LiveEu\", 2) } }")),
        ["one of two actions behind a gate"] = ("", Stages("new StageProps { StageName = \"Deploy\", Actions = new[] { Deploy(\"Beta\"), Approve(2), Deploy(\"Live\", 3) } }")),
        ["a gate between two productions"] = ("501", Stages(Prod + ", " + Gate + ", new StageProps { StageName = \"Prod2\", Actions = new[] { Deploy(\"Deploy\") } }")),
        ["a closed transition"] = ("", Stages("new StageProps { StageName = \"Prod\", TransitionToEnabled = false, Actions = new[] { Deploy(\"Deploy\") } }")),
        ["a closed transition behind"] = ("501", Stages(Prod + ", new StageProps { StageName = \"Beta\", TransitionToEnabled = false, Actions = new[] { Deploy(\"Deploy\") } }")),
        ["an open transition"] = ("501", Stages("new StageProps { StageName = \"Prod\", TransitionToEnabled = true, Actions = new[] { Deploy(\"Deploy\") } }")),
        ["a change set"] = ("", Stages("new StageProps { StageName = \"Prod\", Actions = new IAction[] { Prepare(), Approve(2), Execute(3) } }") + "\n---\n" + ChangeSets),
        ["a change set without a gate"] = ("501", Stages("new StageProps { StageName = \"Prod\", Actions = new IAction[] { Prepare(), Execute(2) } }") + "\n---\n" + ChangeSets),
        ["only a change set"] = ("", Stages("new StageProps { StageName = \"Prod\", Actions = new IAction[] { Prepare() } }") + "\n---\n" + ChangeSets),

        ["added stages"] = ("501", Stages(Beta, AddProd)),
        ["an added gate"] = ("", Stages(Beta, AddGate + AddProd)),
        ["an added action"] = ("501", Stages(Beta, "var stage = pipeline.AddStage(new StageOptions { StageName = \"Prod\" }); stage.AddAction(Deploy(\"Deploy\"));")),
        ["an added approval"] = ("", Stages(Beta, "var stage = pipeline.AddStage(new StageOptions { StageName = \"Prod\" }); stage.AddAction(Deploy(\"Deploy\", 2)); stage.AddAction(Approve());")),
        ["an approval added by name"] = ("", Stages("new StageProps { StageName = \"Prod\", Actions = new[] { Deploy(\"Deploy\", 2) } }", "pipeline.Stage(\"Prod\").AddAction(Approve());")),
        ["a gate right before"] = ("", Stages(Beta, "var prod = pipeline.AddStage(new StageOptions { StageName = \"Prod\", Actions = new[] { Deploy(\"Deploy\") } }); pipeline.AddStage(new StageOptions { StageName = \"Gate\", Actions = new[] { Approve() }, Placement = new StagePlacement { RightBefore = prod } });")),
        ["a gate just after"] = ("501", Stages(Beta, "var prod = pipeline.AddStage(new StageOptions { StageName = \"Prod\", Actions = new[] { Deploy(\"Deploy\") } }); pipeline.AddStage(new StageOptions { StageName = \"Gate\", Actions = new[] { Approve() }, Placement = new StagePlacement { JustAfter = prod } });")),
        ["stages in a loop"] = ("501", Stages(Beta, "foreach (var name in new[] { \"Gamma\", \"Prod\" }) pipeline.AddStage(new StageOptions { StageName = name, Actions = new[] { Deploy(\"Deploy\") } });")),
        ["approvals in a loop"] = ("", Stages(Beta, "foreach (var name in new[] { \"Gamma\", \"Prod\" }) pipeline.AddStage(new StageOptions { StageName = name, Actions = name == \"Prod\" ? new[] { Approve(), Deploy(\"Deploy\", 2) } : new[] { Deploy(\"Deploy\") } });")),
        ["stages by a query"] = ("501", Stages("", "foreach (var stage in new[] { \"Gamma\", \"Prod\" }.Select(name => new StageOptions { StageName = name, Actions = new[] { Deploy(\"Deploy\") } })) pipeline.AddStage(stage);")),
        ["a gate on a condition"] = ("501", Stages(Beta, "if (Inputs.A) { " + AddGate + " } " + AddProd)),
        ["a gate on the condition of production"] = ("", Stages(Beta, "if (Inputs.A) { " + AddGate + " } if (Inputs.A) { " + AddProd + " }")),
        ["production on a condition"] = ("501", Stages("new StageProps { StageName = Inputs.A ? \"Prod\" : \"Beta\", Actions = new[] { Deploy(\"Deploy\") } }")),
        ["an order on a condition"] = ("501", Stages("new StageProps { StageName = \"Prod\", Actions = new[] { Approve(), Deploy(\"Deploy\", Inputs.B ? 1 : 2) } }")),
        ["a method that adds production"] = ("501", Stages(Beta, "Add(pipeline, \"Prod\");") + "\n---\nprivate void Add(Pipeline to, string name) => to.AddStage(new StageOptions { StageName = name, Actions = new[] { Deploy(\"Deploy\") } });"),
        ["a method that adds a gate"] = ("", Stages(Beta, "AddGate(pipeline); " + AddProd) + "\n---\nprivate static void AddGate(Pipeline to) => to.AddStage(new StageOptions { StageName = \"Gate\", Actions = new[] { Approve() } });"),
        ["an override of a name"] = ("501", Stages(Beta, "((CfnPipeline)pipeline.Node.DefaultChild!).AddPropertyOverride(\"Stages.1.Name\", \"Prod\");")),
        ["an override of the name of production"] = ("", Stages(Prod, "((CfnPipeline)pipeline.Node.DefaultChild!).AddPropertyOverride(\"Stages.1.Name\", \"Beta\");")),
        ["an override of an order"] = ("501", Stages("new StageProps { StageName = \"Prod\", Actions = new[] { Approve(), Deploy(\"Deploy\", 2) } }", "((CfnPipeline)pipeline.Node.DefaultChild!).AddPropertyOverride(\"Stages.1.Actions.1.RunOrder\", 1);")),

        ["delivery"] = ("501", Delivery("pipeline.AddStage(new AppStage(this, \"Beta\")); pipeline.AddStage(new AppStage(this, \"Prod\"));")),
        ["delivery with an approval before"] = ("", Delivery("pipeline.AddStage(new AppStage(this, \"Prod\"), new AddStageOpts { Pre = new[] { new ManualApprovalStep(\"Approve\") } });")),
        ["delivery with an approval after"] = ("501", Delivery("pipeline.AddStage(new AppStage(this, \"Prod\"), new AddStageOpts { Post = new[] { new ManualApprovalStep(\"Approve\") } });")),
        ["delivery with an approval after the stage before"] = ("", Delivery("pipeline.AddStage(new AppStage(this, \"Beta\")).AddPost(new ManualApprovalStep(\"Approve\")); pipeline.AddStage(new AppStage(this, \"Prod\"));")),
        ["delivery with another step"] = ("501", Delivery("pipeline.AddStage(new AppStage(this, \"Prod\")).AddPre(Test());")),
        ["delivery by name"] = ("501", Delivery("pipeline.AddStage(new AppStage(this, \"Beta\", new Amazon.CDK.StageProps { StageName = \"prod-eu\" }));")),
        ["delivery by another name"] = ("", Delivery("pipeline.AddStage(new AppStage(this, \"Prod\", new Amazon.CDK.StageProps { StageName = \"beta-eu\" }));")),
        ["a wave"] = ("501", Delivery("var wave = pipeline.AddWave(\"Everywhere\"); wave.AddStage(new AppStage(this, \"ProdEu\")); wave.AddStage(new AppStage(this, \"ProdUs\"));")),
        ["a wave that says production"] = ("501", Delivery("var wave = pipeline.AddWave(\"Production\"); wave.AddStage(new AppStage(this, \"Eu\")); wave.AddStage(new AppStage(this, \"Us\"));")),
        ["a wave of one stage"] = ("", Delivery("var wave = pipeline.AddWave(\"Production\"); wave.AddStage(new AppStage(this, \"Eu\"));")),
        ["a wave of one production"] = ("501", Delivery("var wave = pipeline.AddWave(\"Everywhere\"); wave.AddStage(new AppStage(this, \"Prod\"));")),
        ["a wave with an approval before"] = ("", Delivery("var wave = pipeline.AddWave(\"Production\", new WaveOptions { Pre = new[] { new ManualApprovalStep(\"Approve\") } }); wave.AddStage(new AppStage(this, \"Eu\")); wave.AddStage(new AppStage(this, \"Us\"));")),
        ["a wave with an approval after"] = ("501", Delivery("var wave = pipeline.AddWave(\"Production\"); wave.AddStage(new AppStage(this, \"Eu\")); wave.AddStage(new AppStage(this, \"Us\")); wave.AddPost(new ManualApprovalStep(\"Approve\"));")),
        ["a wave with an approval before one of its stages"] = ("", Delivery("var wave = pipeline.AddWave(\"Everywhere\"); wave.AddStage(new AppStage(this, \"Beta\"), new AddStageOpts { Pre = new[] { new ManualApprovalStep(\"Approve\") } }); wave.AddStage(new AppStage(this, \"Prod\"));")),
        ["a wave with an approval after one of its stages"] = ("501", Delivery("var wave = pipeline.AddWave(\"Everywhere\"); wave.AddStage(new AppStage(this, \"Beta\"), new AddStageOpts { Post = new[] { new ManualApprovalStep(\"Approve\") } }); wave.AddStage(new AppStage(this, \"Prod\"));")),
        ["a wave without change sets"] = ("501", Delivery("var wave = pipeline.AddWave(\"Everywhere\"); wave.AddStage(new AppStage(this, \"Beta\"), new AddStageOpts { Pre = new[] { new ManualApprovalStep(\"Approve\") } }); wave.AddStage(new AppStage(this, \"Prod\"));", "UseChangeSets = false,")),
        ["a wave before"] = ("", Delivery("pipeline.AddWave(\"Gate\").AddPre(new ManualApprovalStep(\"Approve\")); pipeline.AddStage(new AppStage(this, \"Prod\"));")),
        ["a step that needs an approval"] = ("", Delivery("var test = Test(); test.AddStepDependency(new ManualApprovalStep(\"Approve\")); pipeline.AddStage(new AppStage(this, \"Prod\"), new AddStageOpts { Pre = new[] { test } });")),
        ["a sequence of steps"] = ("", Delivery("pipeline.AddStage(new AppStage(this, \"Prod\"), new AddStageOpts { Pre = Step.Sequence(new Step[] { Test(), new ManualApprovalStep(\"Approve\") }) });")),
        ["stages of delivery in a loop"] = ("501", Delivery("foreach (var name in new[] { \"Beta\", \"Prod\" }) pipeline.AddStage(new AppStage(this, name));")),
        ["approvals of delivery in a loop"] = ("", Delivery("foreach (var name in new[] { \"Beta\", \"Prod\" }) { var stage = pipeline.AddStage(new AppStage(this, name)); if (name == \"Prod\") stage.AddPre(new ManualApprovalStep(\"Approve\")); }")),
        ["an approval of delivery on a condition"] = ("501", Delivery("var stage = pipeline.AddStage(new AppStage(this, \"Prod\")); if (Inputs.A) stage.AddPre(new ManualApprovalStep(\"Approve\"));")),
        ["options of delivery on a condition"] = ("501", Delivery("pipeline.AddStage(new AppStage(this, \"Prod\"), Inputs.A ? new AddStageOpts { Pre = new[] { new ManualApprovalStep(\"Approve\") } } : null);")),
        ["delivery of a connected repository"] = ("501", Delivery("pipeline.AddStage(new AppStage(this, \"Prod\"));", source: "CodePipelineSource.Connection(\"octo/app\", \"main\", new ConnectionSourceOptions { ConnectionArn = \"arn:aws:codeconnections:eu-central-1:111122223333:connection/1\" })")),
        ["delivery of a bucket"] = ("", Delivery("pipeline.AddStage(new AppStage(this, \"Prod\"));", source: "CodePipelineSource.S3(new Amazon.CDK.AWS.S3.Bucket(this, \"Bucket\"), \"app.zip\")")),
        ["delivery of what another step makes"] = ("501", Delivery("pipeline.AddStage(new AppStage(this, \"Prod\"));", source: "new ShellStep(\"Fetch\", new ShellStepProps { Input = CodePipelineSource.GitHub(\"octo/app\", \"main\"), Commands = new[] { \"make\" }, PrimaryOutputDirectory = \"out\" })")),
        ["delivery in a pipeline that is given"] = ("501", Delivery("pipeline.AddStage(new AppStage(this, \"Prod\"));", "CodePipeline = new Pipeline(this, \"Inner\"),")),

        ["a resource"] = ("501", Resource(ProdResource)),
        ["a resource with a gate"] = ("", Resource(GateResource + ProdResource)),
        ["a resource of GitHub"] = ("501", Resource(ProdResource, provider: "GitHub", owner: "ThirdParty")),
        ["a resource of CodeCommit"] = ("", Resource(ProdResource, provider: "CodeCommit")),
        ["a resource with a closed transition"] = ("", Resource(ProdResource, "DisableInboundStageTransitions = new[] { new CfnPipeline.StageTransitionProperty { StageName = \"Prod\", Reason = \"by hand\" } },")),
        ["a resource with another closed transition"] = ("501", Resource(ProdResource + BetaResource, "DisableInboundStageTransitions = new[] { new CfnPipeline.StageTransitionProperty { StageName = \"Beta\", Reason = \"by hand\" } },")),
        ["a resource with orders"] = ("", Resource("new CfnPipeline.StageDeclarationProperty { Name = \"Prod\", Actions = new[] { Action(\"Deploy\", \"Deploy\", \"S3\", 2), Action(\"Approve\", \"Approval\", \"Manual\") } },")),
        ["a resource whose stages are assigned"] = ("", Resource(ProdResource, after: "pipeline.Stages = new[] { new CfnPipeline.StageDeclarationProperty { Name = \"Source\", Actions = new[] { Action(\"Checkout\", \"Source\", \"CodeStarSourceConnection\") } }, " + BetaResource + " };")),
        ["a resource with an override"] = ("501", Resource(GateResource + ProdResource, after: "pipeline.AddPropertyOverride(\"Stages.1.Actions.0.ActionTypeId.Category\", \"Invoke\");")),
        ["a resource by its type"] = ("501", Statements("""
            new CfnResource(this, "Delivery", new CfnResourceProps
            {
                Type = "AWS::CodePipeline::Pipeline",
                Properties = new Dictionary<string, object>
                {
                    ["Stages"] = new object[]
                    {
                        Stage("Source", "Source", "CodeStarSourceConnection"),
                        Stage("Prod", "Deploy", "S3"),
                    },
                },
            });
            """) + "\n---\n" + """
            private static Dictionary<string, object> Stage(string name, string category, string provider) => new()
            {
                ["Name"] = name,
                ["Actions"] = new[]
                {
                    new Dictionary<string, object>
                    {
                        ["Name"] = "Do",
                        ["ActionTypeId"] = new Dictionary<string, object> { ["Category"] = category, ["Owner"] = "AWS", ["Provider"] = provider, ["Version"] = "1" },
                    },
                },
            };
            """),

        ["pull requests"] = ("502", Stages(Beta, Trigger("PullRequestFilter = new[] { new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" } } }"))),
        ["pull requests to production"] = ("501 502", Stages(Prod, Trigger("PullRequestFilter = new[] { new GitPullRequestFilter { BranchesExcludes = new[] { \"wip\" } } }"))),
        ["pull requests behind a gate"] = ("", Stages(Gate + ", " + Beta, Trigger("PullRequestFilter = new[] { new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" } } }"))),
        ["pull requests that deploy nothing"] = ("", Stages(Gate, Trigger("PullRequestFilter = new[] { new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" } } }"))),
        ["pull requests that are closed"] = ("", Stages(Beta, Trigger("PullRequestFilter = new[] { new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" }, Events = new[] { GitPullRequestEvent.CLOSED } } }"))),
        ["pull requests that are closed or updated"] = ("502", Stages(Beta, Trigger("PullRequestFilter = new[] { new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" }, Events = new[] { GitPullRequestEvent.CLOSED, GitPullRequestEvent.UPDATED } } }"))),
        ["pull requests on a condition"] = ("502", Stages(Beta, "if (Inputs.A) { " + Trigger("PullRequestFilter = new[] { new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" } } }") + " }")),
        ["pull requests of a resource"] = ("502", Resource(BetaResource, TriggerResource("PullRequest = new[] { new CfnPipeline.GitPullRequestFilterProperty { Events = new[] { \"OPEN\" } } }"))),
        ["pull requests of a resource behind a gate"] = ("", Resource(GateResource + BetaResource, TriggerResource("PullRequest = new[] { new CfnPipeline.GitPullRequestFilterProperty { Events = new[] { \"OPEN\" } } }"))),
        ["pull requests by an override"] = ("502", Resource(BetaResource, TriggerResource("Push = new[] { new CfnPipeline.GitPushFilterProperty { Tags = new CfnPipeline.GitTagFilterCriteriaProperty { Includes = new[] { \"v*\" } } } }"), "pipeline.AddPropertyOverride(\"Triggers.0.GitConfiguration.PullRequest\", new[] { new Dictionary<string, object> { [\"Events\"] = new[] { \"OPEN\" } } });")),
        ["tags"] = ("", Stages(Beta, Trigger("PushFilter = new[] { new GitPushFilter { TagsIncludes = new[] { \"v*\" } } }"))),
        ["all tags"] = ("503", Stages(Beta, Trigger("PushFilter = new[] { new GitPushFilter { TagsIncludes = new[] { \"v*\", \"**\" } } }"))),
        ["all tags but some"] = ("", Stages(Beta, Trigger("PushFilter = new[] { new GitPushFilter { TagsIncludes = new[] { \"**\" }, TagsExcludes = new[] { \"wip\" } } }"))),
        ["all tags behind a gate"] = ("503", Stages(Gate + ", " + Beta, Trigger("PushFilter = new[] { new GitPushFilter { TagsIncludes = new[] { \"*\" } } }"))),
        ["all tags that deploy nothing"] = ("", Stages(Gate, Trigger("PushFilter = new[] { new GitPushFilter { TagsIncludes = new[] { \"**\" } } }"))),
        ["branches of a resource"] = ("", Resource(BetaResource, TriggerResource("Push = new[] { new CfnPipeline.GitPushFilterProperty { Branches = new CfnPipeline.GitBranchFilterCriteriaProperty { Includes = new[] { \"main\" } } } }"))),
        ["all branches of a resource"] = ("503", Resource(BetaResource, TriggerResource("Push = new[] { new CfnPipeline.GitPushFilterProperty { Branches = new CfnPipeline.GitBranchFilterCriteriaProperty { Includes = new[] { \"**\" } } } }"))),
        ["files of a resource"] = ("503", Resource(BetaResource, TriggerResource("Push = new[] { new CfnPipeline.GitPushFilterProperty { FilePaths = new CfnPipeline.GitFilePathFilterCriteriaProperty { Includes = new[] { \"src/**\" } } } }"))),
        ["a branch on a condition"] = ("503", Resource(BetaResource, TriggerResource("Push = new[] { new CfnPipeline.GitPushFilterProperty { Branches = new CfnPipeline.GitBranchFilterCriteriaProperty { Includes = new[] { Inputs.A ? \"main\" : \"**\" } } } }"))),
        ["pull requests of delivery"] = ("502", Triggered("pipeline.AddStage(new AppStage(this, \"Beta\"));", "PullRequest = new[] { new CfnPipeline.GitPullRequestFilterProperty { Events = new[] { \"OPEN\" } } }")),
        ["pull requests of delivery by the child"] = ("502", Triggered("pipeline.AddStage(new AppStage(this, \"Beta\"));", "PullRequest = new[] { new CfnPipeline.GitPullRequestFilterProperty { Events = new[] { \"OPEN\" } } }", "pipeline.Node.FindChild(\"Pipeline\")")),
        ["pull requests of delivery behind a gate"] = ("", Triggered("pipeline.AddStage(new AppStage(this, \"Beta\"), new AddStageOpts { Pre = new[] { new ManualApprovalStep(\"Approve\") } });", "PullRequest = new[] { new CfnPipeline.GitPullRequestFilterProperty { Events = new[] { \"OPEN\" } } }")),
        ["pull requests of delivery on a condition"] = ("502", Triggered("pipeline.AddStage(new AppStage(this, \"Beta\"));", "PullRequest = new[] { new CfnPipeline.GitPullRequestFilterProperty { Events = new[] { \"OPEN\" } } }", "pipeline.Pipeline", "if (Inputs.A) ")),
        ["pull requests of delivery in a pipeline that is given"] = ("502", Triggered("pipeline.AddStage(new AppStage(this, \"Beta\"));", "PullRequest = new[] { new CfnPipeline.GitPullRequestFilterProperty { Events = new[] { \"OPEN\" } } }", "inner", more: "CodePipeline = inner,")),
        ["pull requests of delivery by an override"] = ("502", Delivery("pipeline.AddStage(new AppStage(this, \"Beta\")); pipeline.BuildPipeline(); ((CfnPipeline)pipeline.Pipeline.Node.DefaultChild!).AddPropertyOverride(\"Triggers\", new[] { new Dictionary<string, object> { [\"ProviderType\"] = \"CodeStarSourceConnection\", [\"GitConfiguration\"] = new Dictionary<string, object> { [\"SourceActionName\"] = \"octo_app\", [\"PullRequest\"] = new[] { new Dictionary<string, object> { [\"Events\"] = new[] { \"OPEN\" } } } } } });")),
        ["pull requests of delivery that are taken away"] = ("", Triggered("pipeline.AddStage(new AppStage(this, \"Beta\")); pipeline.BuildPipeline(); ((CfnPipeline)pipeline.Pipeline.Node.DefaultChild!).AddPropertyDeletionOverride(\"Triggers\");", "PullRequest = new[] { new CfnPipeline.GitPullRequestFilterProperty { Events = new[] { \"OPEN\" } } }", build: "")),
        ["all branches of delivery"] = ("503", Triggered("pipeline.AddStage(new AppStage(this, \"Beta\"));", "Push = new[] { new CfnPipeline.GitPushFilterProperty { Branches = new CfnPipeline.GitBranchFilterCriteriaProperty { Includes = new[] { \"**\" } } } }")),
        ["tags of delivery"] = ("", Triggered("pipeline.AddStage(new AppStage(this, \"Beta\"));", "Push = new[] { new CfnPipeline.GitPushFilterProperty { Tags = new CfnPipeline.GitTagFilterCriteriaProperty { Includes = new[] { \"v*\" } } } }")),

        ["a build without a scanner"] = ("504", Delivery("pipeline.AddStage(new AppStage(this, \"Beta\"));", commands: "\"npm ci\", \"cdk synth\"")),
        ["a build with a scanner on a condition"] = ("504", Delivery("pipeline.AddStage(new AppStage(this, \"Beta\"));", commands: "Inputs.A ? \"gitleaks detect\" : \"npm ci\", \"cdk synth\"")),
        ["packages"] = ("", Delivery("pipeline.AddStage(new AppStage(this, \"Beta\"));", commands: "\"dotnet list package --vulnerable\", \"cdk synth\"")),
        ["a scanner in a step"] = ("", Delivery("pipeline.AddStage(new AppStage(this, \"Beta\")).AddPost(new CodeBuildStep(\"Scan\", new CodeBuildStepProps { Commands = new[] { \"trivy fs .\" } }));", commands: "\"cdk synth\"")),
        ["no scanner in a step"] = ("504", Delivery("pipeline.AddStage(new AppStage(this, \"Beta\")).AddPost(Test());", commands: "\"cdk synth\"")),
        ["a buildspec"] = ("504", Stages(Build("BuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { [\"version\"] = \"0.2\", [\"phases\"] = new Dictionary<string, object> { [\"build\"] = new Dictionary<string, object> { [\"commands\"] = new[] { \"make\" } } } })"))),
        ["a buildspec with a scanner"] = ("", Stages(Build("BuildSpec = BuildSpec.FromObjectToYaml(new Dictionary<string, object> { [\"version\"] = \"0.2\", [\"phases\"] = new Dictionary<string, object> { [\"build\"] = new Dictionary<string, object> { [\"commands\"] = new[] { \"semgrep ci\" } } } })"))),
        ["a buildspec of the repository"] = ("", Stages(Build("BuildSpec = BuildSpec.FromSourceFilename(\"build.yml\")"))),
        ["no buildspec"] = ("", Stages(Build(""))),
    };

    private const string ChangeSets = """
        private IAction Prepare() => new CloudFormationCreateReplaceChangeSetAction(new CloudFormationCreateReplaceChangeSetActionProps
        {
            ActionName = "Prepare", StackName = "app", ChangeSetName = "next", TemplatePath = code.AtPath("app.json"), AdminPermissions = false,
        });

        private static IAction Execute(double order) => new CloudFormationExecuteChangeSetAction(new CloudFormationExecuteChangeSetActionProps
        {
            ActionName = "Execute", StackName = "app", ChangeSetName = "next", RunOrder = order,
        });
        """;

    private static string Triggered(string stages, string filters, string triggered = "pipeline.Pipeline", string condition = "", string more = "", string build = "pipeline.BuildPipeline();") =>
        Delivery(
            $"{stages} {build} {condition}((CfnPipeline){triggered}.Node.DefaultChild!).{TriggerResource(filters).TrimEnd().TrimEnd(',')};",
            more,
            before: more.Length == 0 ? "" : "var inner = new Pipeline(this, \"Inner\", new PipelineProps { PipelineType = PipelineType.V2 });");

    private static string Build(string buildSpec) =>
        $$"""new StageProps { StageName = "Build", Actions = new[] { new CodeBuildAction(new CodeBuildActionProps { ActionName = "Build", Input = code, Project = new PipelineProject(this, "Build", new PipelineProjectProps { {{buildSpec}} }) }) } }""";
}
