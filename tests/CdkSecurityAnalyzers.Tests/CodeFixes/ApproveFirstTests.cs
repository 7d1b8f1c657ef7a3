using CdkSecurityAnalyzers.Tests.Rules.Pipelines;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

/// <summary>A manual approval comes before the stage that deploys, in the classes of the pipeline.</summary>
public sealed class ApproveFirstTests
{
    private const string Title = "Let a person approve first (check who is asked)";

    private const string Approval = "new StageProps { StageName = \"ApproveProd\", Actions = [new ManualApprovalAction(new ManualApprovalActionProps { ActionName = \"Approve\" })] }";

    private static readonly ProgramOptions Options = ProgramOptions.Default with { Only = ["CDKSEC501", "CDKSEC502"], CdkVersions = [CdkLibrary.Runnable] };

    [Theory]
    [InlineData(
        "pipeline.AddStage({|CDKSEC501:new Stage(this, \"Prod\")|});",
        "pipeline.AddStage(new Stage(this, \"Prod\"), new AddStageOpts { Pre = [new ManualApprovalStep(\"ApproveProd\")] });")]
    [InlineData(
        "pipeline.AddStage({|CDKSEC501:new Stage(this, \"prod\")|}, new AddStageOpts { Post = [] });",
        "pipeline.AddStage(new Stage(this, \"prod\"), new AddStageOpts { Post = [], Pre = [new ManualApprovalStep(\"ApproveProd\")] });")]
    [InlineData(
        "pipeline.AddStage({|CDKSEC501:new Stage(this, \"Prod\")|}, new AddStageOpts { Pre = new Step[] { test } });",
        "pipeline.AddStage(new Stage(this, \"Prod\"), new AddStageOpts { Pre = new Step[] { test, new ManualApprovalStep(\"ApproveProd\") } });")]
    [InlineData(
        "pipeline.AddWave(\"Everywhere\").AddStage({|CDKSEC501:new Stage(this, \"Prod\")|});",
        "pipeline.AddWave(\"Everywhere\").AddStage(new Stage(this, \"Prod\"), new AddStageOpts { Pre = [new ManualApprovalStep(\"ApproveProd\")] });")]
    [InlineData(
        "var wave = pipeline.AddWave({|CDKSEC501:\"Live\"|}); wave.AddStage(new Stage(this, \"Eu\")); wave.AddStage(new Stage(this, \"Us\"));",
        "var wave = pipeline.AddWave(\"Live\", new WaveOptions { Pre = [new ManualApprovalStep(\"ApproveLive\")] }); wave.AddStage(new Stage(this, \"Eu\")); wave.AddStage(new Stage(this, \"Us\"));")]
    public Task StagesOfCdkPipelines(string before, string after) => Verify.CodeFix(Delivery(before), Delivery(after), Title, Options);

    [Fact]
    public Task OlderLanguages() => Verify.CodeFix(
        Delivery("pipeline.AddStage({|CDKSEC501:new Stage(this, \"Prod\")|});"),
        Delivery("pipeline.AddStage(new Stage(this, \"Prod\"), new AddStageOpts { Pre = new[] { new ManualApprovalStep(\"ApproveProd\") } });"),
        Title,
        Options with { LanguageVersion = LanguageVersion.CSharp11 });

    [Theory]
    [InlineData("foreach (var name in new[] { \"Beta\", {|CDKSEC501:\"Prod\"|} }) pipeline.AddStage(new Stage(this, name));")]
    [InlineData("var options = new AddStageOpts { Post = [] }; pipeline.AddStage({|CDKSEC501:new Stage(this, \"Prod\")|}, options);")]
    [InlineData("pipeline.AddStage({|CDKSEC501:new Stage(this, id + \"-prod\")|});")]
    public Task NotWhereItTakesMore(string statements) => Verify.NoCodeFix(Delivery(statements), Title, Options);

    [Fact]
    public Task StagesInAnArray() => Verify.CodeFix(
        Stages("new StageProps { StageName = {|CDKSEC501:\"Prod\"|}, Actions = [Deploy()] },"),
        Stages($"{Approval},\n        new StageProps {{ StageName = \"Prod\", Actions = [Deploy()] }},"),
        Title,
        Options);

    [Fact]
    public Task AddedStages() => Verify.CodeFix(
        Stages("", "var prod = pipeline.AddStage(new StageOptions { StageName = {|CDKSEC501:\"Prod\"|}, Actions = [Deploy()] });"),
        Stages("", $"pipeline.AddStage({Approval.Replace("StageProps", "StageOptions", StringComparison.Ordinal)});\nvar prod = pipeline.AddStage(new StageOptions {{ StageName = \"Prod\", Actions = [Deploy()] }});"),
        Title,
        Options);

    [Fact]
    public Task NotWherePositionsCount() => Verify.NoCodeFix(
        Stages(
            "new StageProps { StageName = {|CDKSEC501:\"Prod\"|}, Actions = [Deploy()] },",
            "((CfnPipeline)pipeline.Node.DefaultChild!).AddPropertyOverride(\"Stages.1.Actions.0.RunOrder\", 2);"),
        Title,
        Options);

    [Fact]
    public Task StagesOfTemplates() => Verify.CodeFix(
        Resource("new CfnPipeline.StageDeclarationProperty { Name = {|CDKSEC501:\"Prod\"|}, Actions = new[] { Action(\"Deploy\", \"CloudFormation\") } },"),
        Resource(
            "new CfnPipeline.StageDeclarationProperty { Name = \"ApproveProd\", Actions = new[] { new CfnPipeline.ActionDeclarationProperty { Name = \"Approve\", ActionTypeId = new CfnPipeline.ActionTypeIdProperty { Category = \"Approval\", Owner = \"AWS\", Provider = \"Manual\", Version = \"1\" } } } },\n        "
                + "new CfnPipeline.StageDeclarationProperty { Name = \"Prod\", Actions = new[] { Action(\"Deploy\", \"CloudFormation\") } },"),
        Title,
        Options);

    [Fact]
    public Task PullRequests() => Verify.CodeFix(
        Stages("", Triggered("", "{|CDKSEC502:new GitPullRequestFilter { BranchesIncludes = [\"main\"] }|}")),
        Stages(
            "",
            Triggered(
                "pipeline.AddStage(new StageOptions { StageName = \"ApproveBeta\", Actions = [new ManualApprovalAction(new ManualApprovalActionProps { ActionName = \"Approve\" })] });\n",
                "new GitPullRequestFilter { BranchesIncludes = [\"main\"] }")),
        Title,
        Options);

    private static string Triggered(string approval, string filter) =>
        $$"""
        {{approval}}pipeline.AddStage(new StageOptions { StageName = "Beta", Actions = [Deploy()] });
        pipeline.AddTrigger(new TriggerProps
        {
            ProviderType = ProviderType.CODE_STAR_SOURCE_CONNECTION,
            GitConfiguration = new GitConfiguration { SourceAction = checkout, PullRequestFilter = [{{filter}}] },
        });
        """;

    private static string Delivery(string statements) => PipelineProgram.Usings + TestProgram.InStack(
        $$"""
        var test = new ShellStep("Test", new ShellStepProps { Commands = new[] { "make test" } });
        var pipeline = new CodePipeline(this, "Delivery", new CodePipelineProps
        {
            Synth = new ShellStep("Synth", new ShellStepProps { Input = CodePipelineSource.GitHub("octo/app", "main"), Commands = new[] { "cdk synth" } }),
        });
        {{statements}}
        """);

    private static string Stages(string stages, string after = "") => PipelineProgram.Usings + PipelineProgram.TriggerUsings + TestProgram.InStack(
        $$"""
        var checkout = new CodeStarConnectionsSourceAction(new CodeStarConnectionsSourceActionProps
        {
            ActionName = "Checkout",
            ConnectionArn = "arn:aws:codeconnections:eu-central-1:111122223333:connection/1",
            Owner = "octo",
            Repo = "app",
            Output = code,
        });
        var pipeline = new Pipeline(this, "Delivery", new PipelineProps
        {
            Stages =
            [
                new StageProps { StageName = "Source", Actions = [checkout] },
                {{stages}}
            ],
        });
        {{after}}
        """,
        """
        private static readonly Artifact_ code = new Artifact_("Code");

        private static IAction Deploy() => new CloudFormationCreateUpdateStackAction(new CloudFormationCreateUpdateStackActionProps
        {
            ActionName = "Deploy",
            StackName = "app",
            TemplatePath = code.AtPath("app.json"),
            AdminPermissions = false,
        });
        """);

    private static string Resource(string stages) => PipelineProgram.Usings + TestProgram.InStack(
        $$"""
        new CfnPipeline(this, "Delivery", new CfnPipelineProps
        {
            RoleArn = "arn:aws:iam::111122223333:role/delivery",
            Stages = new[]
            {
                new CfnPipeline.StageDeclarationProperty { Name = "Source", Actions = new[] { Action("Source", "CodeStarSourceConnection") } },
                {{stages}}
            },
        });
        """,
        """
        private static CfnPipeline.ActionDeclarationProperty Action(string name, string provider) => new CfnPipeline.ActionDeclarationProperty
        {
            Name = name,
            ActionTypeId = new CfnPipeline.ActionTypeIdProperty { Category = name, Owner = "AWS", Provider = provider, Version = "1" },
        };
        """);
}
