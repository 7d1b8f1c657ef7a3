using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Pipelines;

public sealed class DeployWithoutApprovalTests
{
    private const string Prod = "new StageProps { StageName = {|CDKSEC501:\"Prod\"|}, Actions = new[] { Deploy(\"Deploy\") } }";
    private const string SilentProd = "new StageProps { StageName = \"Prod\", Actions = new[] { Deploy(\"Deploy\") } }";
    private const string Gate = "new StageProps { StageName = \"Gate\", Actions = new[] { Approve() } }";
    private static readonly PipelineProgram Program = new("CDKSEC501");

    [Theory]
    [InlineData(Prod)]
    [InlineData(Gate + ", " + SilentProd)]
    [InlineData(Prod + ", " + Gate)]
    [InlineData("new StageProps { StageName = \"Prod\", Actions = new[] { Approve(1), Deploy(\"Deploy\", 2) } }")]
    [InlineData("new StageProps { StageName = {|CDKSEC501:\"Prod\"|}, Actions = new[] { Approve(1), Deploy(\"Deploy\", 1) } }")]
    [InlineData("new StageProps { StageName = {|CDKSEC501:\"Prod\"|}, Actions = new[] { Approve(2), Deploy(\"Deploy\", 1) } }")]
    [InlineData("new StageProps { StageName = \"Beta\", Actions = new[] { Deploy(\"Deploy\") } }")]
    [InlineData("new StageProps { StageName = \"Beta\", Actions = new[] { Deploy(\"Deploy\") } }, " + Gate + ", " + SilentProd)]
    [InlineData("new StageProps { StageName = \"Deploy\", Actions = new[] { Deploy(\"Beta\"), Deploy({|CDKSEC501:\"DeployProd\"|}) } }")]
    [InlineData("new StageProps { StageName = \"Deploy\", Actions = new[] { Deploy(\"Prod\", 2), Approve() } }")]
    [InlineData(Prod + ", new StageProps { StageName = \"Prod2\", Actions = new[] { Deploy(\"Deploy\") } }")]
    [InlineData("new StageProps { StageName = \"Prod\", TransitionToEnabled = false, Actions = new[] { Deploy(\"Deploy\") } }")]
    [InlineData("new StageProps { StageName = \"Prod\", Actions = new[] { new LambdaInvokeAction(new LambdaInvokeActionProps { ActionName = \"Notify\" }) } }")]
    public Task Stages(string stages) => Program.Stages(stages);

    [Theory]
    [InlineData("Production", true)]
    [InlineData("deploy-to-prod", true)]
    [InlineData("ProdEu1", true)]
    [InlineData("PROD_EU", true)]
    [InlineData("eu.prod2", true)]
    [InlineData("LiveSite", true)]
    [InlineData("Release", true)]
    [InlineData("Product", false)]
    [InlineData("Delivery", false)]
    [InlineData("Reproduction", false)]
    [InlineData("NonProd", false)]
    [InlineData("pre-production", false)]
    [InlineData("PreRelease", false)]
    [InlineData("Beta", false)]
    public Task Names(string name, bool isProduction) => Program.Stages(
        $"new StageProps {{ StageName = {(isProduction ? $"{{|CDKSEC501:\"{name}\"|}}" : $"\"{name}\"")}, Actions = new[] {{ Deploy(\"Deploy\") }} }}");

    [Theory]
    [InlineData("pipeline.AddStage(new StageOptions { StageName = {|CDKSEC501:\"Prod\"|}, Actions = new[] { Deploy(\"Deploy\") } });")]
    [InlineData("var stage = pipeline.AddStage(new StageOptions { StageName = {|CDKSEC501:\"Prod\"|} }); stage.AddAction(Deploy(\"Deploy\"));")]
    [InlineData("var stage = pipeline.AddStage(new StageOptions { StageName = \"Prod\" }); stage.AddAction(Deploy(\"Deploy\", 2)); stage.AddAction(Approve());")]
    [InlineData("var stage = pipeline.AddStage(new StageOptions { StageName = \"Prod\", Actions = new[] { Deploy(\"Deploy\", 2) } }); pipeline.Stage(\"Prod\").AddAction(Approve());")]
    [InlineData("var stage = pipeline.AddStage(new StageOptions { StageName = \"Prod\", Actions = new[] { Deploy(\"Deploy\", 2) } }); foreach (var each in pipeline.Stages) each.AddAction(Approve());")]
    [InlineData("var stage = pipeline.AddStage(new StageOptions { StageName = \"Prod\", Actions = new[] { Deploy(\"Deploy\") } }); pipeline.AddStage(new StageOptions { StageName = \"Gate\", Actions = new[] { Approve() }, Placement = new StagePlacement { RightBefore = stage } });")]
    [InlineData("var stage = pipeline.AddStage(new StageOptions { StageName = {|CDKSEC501:\"Prod\"|}, Actions = new[] { Deploy(\"Deploy\") } }); pipeline.AddStage(new StageOptions { StageName = \"Gate\", Actions = new[] { Approve() }, Placement = new StagePlacement { JustAfter = stage } });")]
    [InlineData("if (args.Length > 0) pipeline.AddStage(new StageOptions { StageName = \"Gate\", Actions = new[] { Approve() } }); pipeline.AddStage(new StageOptions { StageName = {|CDKSEC501:\"Prod\"|}, Actions = new[] { Deploy(\"Deploy\") } });")]
    [InlineData("foreach (var name in new[] { \"Beta\", {|CDKSEC501:\"Prod\"|} }) pipeline.AddStage(new StageOptions { StageName = name, Actions = new[] { Deploy(\"Deploy\") } });")]
    [InlineData("foreach (var name in new[] { \"Beta\", \"Prod\" }) pipeline.AddStage(new StageOptions { StageName = name, Actions = name == \"Prod\" ? new[] { Approve(), Deploy(\"Deploy\", 2) } : new[] { Deploy(\"Deploy\") } });")]
    [InlineData("AddStage(pipeline, {|CDKSEC501:\"Prod\"|});")]
    [InlineData("pipeline.AddStage(new StageOptions { StageName = args[0], Actions = new[] { Deploy(\"Deploy\") } });")]
    [InlineData("pipeline.AddStage(new StageOptions { StageName = args[0] + \"-prod\", Actions = new[] { Deploy(\"Deploy\") } });", true)]
    [InlineData("pipeline.AddStage(new StageOptions { StageName = args[0] + \"prod\", Actions = new[] { Deploy(\"Deploy\") } });")]
    [InlineData("pipeline.AddStage(new StageOptions { StageName = \"Prod\", Actions = new[] { Deploy(\"Deploy\", orders[0]), Approve() } });")]
    [InlineData("pipeline.AddStage(new StageOptions { StageName = \"Gate\", Actions = given }); pipeline.AddStage(new StageOptions { StageName = \"Prod\", Actions = new[] { Deploy(\"Deploy\") } });")]
    [InlineData("pipeline.AddStage(options); pipeline.AddStage(new StageOptions { StageName = \"Prod\", Actions = new[] { Deploy(\"Deploy\") } });")]
    public Task AddedStages(string statements, bool marksName = false) => Program.Stages(
        "new StageProps { StageName = \"Beta0\", Actions = new[] { Deploy(\"Deploy\") } }",
        (marksName ? statements.Replace("args[0] + \"-prod\"", "{|CDKSEC501:args[0] + \"-prod\"|}", StringComparison.Ordinal) : statements)
            .Replace("args", "Args", StringComparison.Ordinal),
        """
        static readonly string[] Args = System.Environment.GetCommandLineArgs();
        static readonly double[] orders = Array.ConvertAll(Args, double.Parse);
        static readonly IAction[] given = AppContext.GetData("actions") as IAction[];
        static readonly StageOptions options = AppContext.GetData("options") as StageOptions;
        static void AddStage(Pipeline pipeline, string name) => pipeline.AddStage(new StageOptions { StageName = name, Actions = new[] { Deploy("Deploy") } });
        """);

    [Theory]
    [InlineData("pipeline.AddStage(new AppStage(this, \"Beta\")); pipeline.AddStage({|CDKSEC501:new AppStage(this, \"Prod\")|});")]
    [InlineData("pipeline.AddStage(new AppStage(this, \"Prod\"), new AddStageOpts { Pre = new[] { new ManualApprovalStep(\"Approve\") } });")]
    [InlineData("pipeline.AddStage({|CDKSEC501:new AppStage(this, \"Prod\")|}, new AddStageOpts { Post = new[] { new ManualApprovalStep(\"Approve\") } });")]
    [InlineData("pipeline.AddStage(new AppStage(this, \"Beta\"), new AddStageOpts { Post = new[] { new ManualApprovalStep(\"Approve\") } }); pipeline.AddStage(new AppStage(this, \"Prod\"));")]
    [InlineData("pipeline.AddStage(new AppStage(this, \"Prod\")).AddPre(new ManualApprovalStep(\"Approve\"));")]
    [InlineData("var prod = new AppStage(this, \"Prod\"); var stage = pipeline.AddStage({|CDKSEC501:prod|}); stage.AddPre(new ShellStep(\"Test\", new ShellStepProps { Commands = new[] { \"true\" } }));")]
    [InlineData("var wave = pipeline.AddWave(\"Everywhere\"); wave.AddStage({|CDKSEC501:new AppStage(this, \"ProdEu\")|}); wave.AddStage(new AppStage(this, \"ProdUs\"));")]
    [InlineData("var wave = pipeline.AddWave({|CDKSEC501:\"Production\"|}); wave.AddStage(new AppStage(this, \"Eu\")); wave.AddStage(new AppStage(this, \"Us\"));")]
    [InlineData("var wave = pipeline.AddWave(\"Production\"); wave.AddStage(new AppStage(this, \"Eu\"));")]
    [InlineData("var wave = pipeline.AddWave(\"Production\", new WaveOptions { Pre = new[] { new ManualApprovalStep(\"Approve\") } }); wave.AddStage(new AppStage(this, \"Eu\")); wave.AddStage(new AppStage(this, \"Us\"));")]
    [InlineData("var wave = pipeline.AddWave(\"Production\"); wave.AddPre(new ManualApprovalStep(\"Approve\")); wave.AddStage(new AppStage(this, \"Eu\")); wave.AddStage(new AppStage(this, \"Us\"));")]
    [InlineData("pipeline.AddWave(\"Gate\").AddPost(new ManualApprovalStep(\"Approve\")); pipeline.AddStage(new AppStage(this, \"Prod\"));")]
    [InlineData("var wave = pipeline.AddWave(\"Everywhere\"); wave.AddStage(new AppStage(this, \"Beta\"), new AddStageOpts { Pre = new[] { new ManualApprovalStep(\"Approve\") } }); wave.AddStage(new AppStage(this, \"Prod\"));")]
    [InlineData("foreach (var name in new[] { \"Beta\", {|CDKSEC501:\"Prod\"|} }) pipeline.AddStage(new AppStage(this, name));")]
    [InlineData("foreach (var name in new[] { \"Beta\", \"Prod\" }) { var stage = pipeline.AddStage(new AppStage(this, name)); if (name == \"Prod\") stage.AddPre(new ManualApprovalStep(\"Approve\")); }")]
    [InlineData("var test = new ShellStep(\"Test\", new ShellStepProps { Commands = new[] { \"true\" } }); test.AddStepDependency(new ManualApprovalStep(\"Approve\")); pipeline.AddStage(new AppStage(this, \"Prod\"), new AddStageOpts { Pre = new[] { test } });")]
    [InlineData("pipeline.AddStage(new AppStage(this, \"Prod\"), new AddStageOpts { Pre = Step.Sequence(new Step[] { new ShellStep(\"Test\", new ShellStepProps { Commands = new[] { \"true\" } }), new ManualApprovalStep(\"Approve\") }) });")]
    [InlineData("pipeline.AddStage(new AppStage(this, \"Prod\"), new AddStageOpts { Pre = given });")]
    [InlineData("pipeline.AddStage(new AppStage(this, \"Prod\"), new AddStageOpts { Pre = new Step[] { new OwnStep() } });")]
    [InlineData("pipeline.AddStage(given2);")]
    public Task Delivery(string statements) => Program.Delivery(
        statements,
        members: """
        static readonly Step[] given = AppContext.GetData("steps") as Step[];
        static readonly Stage given2 = AppContext.GetData("stage") as Stage;
        """,
        types: """
        class OwnStep : Step
        {
            public OwnStep() : base("Own") { }
        }
        """);

    [Theory]
    [InlineData("CodePipelineSource.Connection(\"octo/app\", \"main\", new ConnectionSourceOptions { ConnectionArn = \"arn:aws:codeconnections:eu-central-1:111122223333:connection/1\" })", true)]
    [InlineData("CodePipelineSource.S3(Amazon.CDK.AWS.S3.Bucket.FromBucketName(this, \"B\", \"b\"), \"app.zip\")", false)]
    [InlineData("new ShellStep(\"Fetch\", new ShellStepProps { Input = CodePipelineSource.GitHub(\"octo/app\", \"main\"), Commands = new[] { \"make\" }, PrimaryOutputDirectory = \"out\" })", true)]
    [InlineData("new ShellStep(\"Fetch\", new ShellStepProps { Input = CodePipelineSource.GitHub(\"octo/app\", \"main\"), Commands = new[] { \"make\" } }).AddOutputDirectory(\"out\")", true)]
    public Task Sources(string source, bool isThirdParty) => Program.Delivery(
        $"pipeline.AddStage({(isThirdParty ? "{|CDKSEC501:new AppStage(this, \"Prod\")|}" : "new AppStage(this, \"Prod\")")});",
        source: source);

    [Theory]
    [InlineData("new CfnPipeline.StageDeclarationProperty { Name = {|CDKSEC501:\"Prod\"|}, Actions = new[] { Action(\"Deploy\", \"Deploy\") } }")]
    [InlineData("new CfnPipeline.StageDeclarationProperty { Name = \"Prod\", Actions = new[] { Action(\"Approve\", \"Approval\"), Action(\"Deploy\", \"Deploy\", 2) } }")]
    [InlineData("new CfnPipeline.StageDeclarationProperty { Name = \"Prod\", Actions = new[] { Action(\"Prepare\", \"Deploy\", 1, \"CHANGE_SET_REPLACE\"), Action(\"Approve\", \"Approval\", 2), Action(\"Deploy\", \"Deploy\", 3, \"CHANGE_SET_EXECUTE\") } }")]
    [InlineData("new CfnPipeline.StageDeclarationProperty { Name = {|CDKSEC501:\"Prod\"|}, Actions = new[] { Action(\"Prepare\", \"Deploy\", 1, \"CHANGE_SET_REPLACE\"), Action(\"Deploy\", \"Deploy\", 3, \"CHANGE_SET_EXECUTE\") } }")]
    [InlineData("new CfnPipeline.StageDeclarationProperty { Name = \"Deploy\", Actions = new[] { Action({|CDKSEC501:\"DeployProd\"|}, \"Deploy\") } }")]
    [InlineData("new CfnPipeline.StageDeclarationProperty { Name = \"Prod\", Actions = new[] { Action(\"Deploy\", \"Deploy\") } }", "DisableInboundStageTransitions = new[] { new CfnPipeline.StageTransitionProperty { StageName = \"Prod\", Reason = \"by hand\" } },")]
    [InlineData("new CfnPipeline.StageDeclarationProperty { Name = {|CDKSEC501:\"Prod\"|}, Actions = new[] { Action(\"Deploy\", \"Deploy\") } }, new CfnPipeline.StageDeclarationProperty { Name = \"Other\", Actions = new[] { Action(\"Deploy\", \"Deploy\") } }", "DisableInboundStageTransitions = new[] { new CfnPipeline.StageTransitionProperty { StageName = \"Other\", Reason = \"by hand\" } },")]
    [InlineData("new CfnPipeline.StageDeclarationProperty { Name = \"Prod\", Actions = new[] { Action(\"Gate\", \"Approval\"), Action(\"Deploy\", \"Deploy\", 2) } }", "", "pipeline.AddPropertyOverride(\"Stages.1.Actions.0.ActionTypeId.Category\", \"Test\");", true)]
    [InlineData("new CfnPipeline.StageDeclarationProperty { Name = \"Beta\", Actions = new[] { Action(\"Deploy\", \"Deploy\") } }", "", "pipeline.AddPropertyOverride(\"Stages.1.Name\", {|CDKSEC501:\"Prod\"|});")]
    [InlineData("new CfnPipeline.StageDeclarationProperty { Name = \"Prod\", Actions = new[] { Action(\"Deploy\", \"Deploy\") } }", "", "pipeline.AddPropertyOverride(\"Stages.1.Name\", \"Beta\");")]
    [InlineData("new CfnPipeline.StageDeclarationProperty { Name = \"Prod\", Actions = new[] { Action(\"Deploy\", \"Deploy\") } }", "", "pipeline.AddDeletionOverride(\"Properties.Stages.0\");")]
    public Task Resources(string stages, string more = "", string after = "", bool marksStage = false) =>
        Program.Resource(marksStage ? stages.Replace("\"Prod\"", "{|CDKSEC501:\"Prod\"|}", StringComparison.Ordinal) : stages, more, after);

    [Theory]
    [InlineData("Provider = \"GitHub\", Owner = \"ThirdParty\"", true)]
    [InlineData("Provider = \"CodeCommit\", Owner = \"AWS\"", false)]
    public Task SourcesOfResources(string source, bool isThirdParty) => Program.Resource(
        $"new CfnPipeline.StageDeclarationProperty {{ Name = {(isThirdParty ? "{|CDKSEC501:\"Prod\"|}" : "\"Prod\"")}, Actions = new[] {{ Action(\"Deploy\", \"Deploy\") }} }}",
        source: source);

    [Fact]
    public Task ResourcesBehindConstructs() => Program.Stages(
        "new StageProps { StageName = \"Beta\", Actions = new[] { Deploy(\"Deploy\") } }",
        "((CfnPipeline)pipeline.Node.DefaultChild!).AddPropertyOverride(\"Stages.1.Name\", {|CDKSEC501:\"Prod\"|});");

    [Fact]
    public Task PipelinesThatCdkPipelinesIsGiven() => Program.Statements(
        """
        var inner = new Pipeline(this, "Inner", new PipelineProps { RestartExecutionOnUpdate = true });
        var pipeline = new CodePipeline(this, "Delivery", new CodePipelineProps
        {
            CodePipeline = inner,
            Synth = new ShellStep("Synth", new ShellStepProps { Input = CodePipelineSource.GitHub("octo/app", "main"), Commands = new[] { "cdk synth" } }),
        });
        pipeline.AddStage({|CDKSEC501:new AppStage(this, "Prod")|});
        """);

    [Fact]
    public Task Aspects() => Program.Stages(
        "new StageProps { StageName = \"Prod\", Actions = new[] { Deploy(\"Deploy\") } }",
        "Aspects.Of(this).Add(new Gatekeeper());",
        """
        class Gatekeeper : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect
        {
            public void Visit(IConstruct node)
            {
                if (node is CfnPipeline pipeline)
                {
                    pipeline.AddPropertyOverride("Stages.1.Actions.1.Name", "Approve");
                }
            }
        }
        """);

    [Theory]
    [InlineData("cdksec.production_names = customers, blue-green", "new StageProps { StageName = {|CDKSEC501:\"CustomersEu\"|}, Actions = new[] { Deploy(\"Deploy\") } }")]
    [InlineData("cdksec.production_names = customers, blue-green", "new StageProps { StageName = {|CDKSEC501:\"BlueGreen\"|}, Actions = new[] { Deploy(\"Deploy\") } }")]
    [InlineData("cdksec.production_names = customers", "new StageProps { StageName = \"Prod\", Actions = new[] { Deploy(\"Deploy\") } }")]
    [InlineData("cdksec.production_names =", Prod)]
    public Task Settings(string setting, string stages) => Program.Configured(setting).Stages(stages);
}
