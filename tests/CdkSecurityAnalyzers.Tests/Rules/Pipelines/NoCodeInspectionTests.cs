using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Pipelines;

public sealed class NoCodeInspectionTests
{
    private static readonly PipelineProgram Program = new("CDKSEC504");

    [Theory]
    [InlineData("\"npm ci\", \"npx cdk synth\"", true)]
    [InlineData("\"npm ci\", \"semgrep ci --config auto\"", false)]
    [InlineData("\"./bin/gitleaks detect --no-banner\"", false)]
    [InlineData("\"docker run --rm aquasec/trivy:0.56 fs .\"", false)]
    [InlineData("\"dotnet list src/App.sln package --vulnerable --include-transitive\"", false)]
    [InlineData("\"dotnet list package --outdated\"", true)]
    [InlineData("\"bash build.sh\"", true)]
    [InlineData("\"ash --source-dir .\"", false)]
    [InlineData("\"make -C \" + folder", false)]
    public Task Commands(string commands, bool isReported) => Program.Statements(
        $$"""
        var folder = System.Environment.GetEnvironmentVariable("FOLDER");
        {{Marked(
            isReported,
            $$"""
            new CodePipeline(this, "Delivery", new CodePipelineProps
            {
                Synth = new ShellStep("Synth", new ShellStepProps { Input = CodePipelineSource.GitHub("octo/app", "main"), Commands = new[] { {{commands}} } }),
            })
            """)}};
        """);

    [Theory]
    [InlineData("new ShellStep(\"Scan\", new ShellStepProps { Commands = new[] { \"checkov -d .\" } })", false)]
    [InlineData("new ShellStep(\"Scan\", new ShellStepProps { InstallCommands = new[] { \"pip install semgrep\" }, Commands = new[] { \"make scan\" } })", false)]
    [InlineData("new ShellStep(\"Test\", new ShellStepProps { Commands = new[] { \"make test\" } })", true)]
    [InlineData("new CodeBuildStep(\"Test\", new CodeBuildStepProps { Commands = new[] { \"make test\" } })", true)]
    [InlineData("new CodeBuildStep(\"Test\", new CodeBuildStepProps { Commands = new[] { \"make test\" }, PartialBuildSpec = BuildSpec.FromSourceFilename(\"b.yml\") })", false)]
    [InlineData("new ManualApprovalStep(\"Approve\")", true)]
    public Task Steps(string step, bool isReported) => Program.Statements(
        $$"""
        var pipeline = {{Marked(
            isReported,
            """
            new CodePipeline(this, "Delivery", new CodePipelineProps
            {
                Synth = new ShellStep("Synth", new ShellStepProps { Input = CodePipelineSource.GitHub("octo/app", "main"), Commands = new[] { "cdk synth" } }),
            })
            """)}};
        pipeline.AddStage(new AppStage(this, "Beta"), new AddStageOpts { Pre = new[] { {{step}} } });
        """);

    [Theory]
    [InlineData("BuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { [\"phases\"] = new Dictionary<string, object> { [\"build\"] = new Dictionary<string, object> { [\"commands\"] = new[] { \"make\" } } } })", true)]
    [InlineData("BuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { [\"phases\"] = new Dictionary<string, object> { [\"build\"] = new Dictionary<string, object> { [\"commands\"] = new[] { \"make\", \"trivy fs .\" } } } })", false)]
    [InlineData("BuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { [\"version\"] = \"0.2\" })", true)]
    [InlineData("BuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { [\"version\"] = \"0.2\" })", false, "((CfnProject)project.Node.DefaultChild!).AddPropertyOverride(\"Source.BuildSpec\", \"scan.yml\");")]
    [InlineData("BuildSpec = BuildSpec.FromSourceFilename(\"build.yml\")", false)]
    [InlineData("", false)]
    public Task Projects(string buildSpec, bool isReported, string change = "") => Program.Statements(
        $$"""
        var project = new PipelineProject(this, "Build", new PipelineProjectProps { {{buildSpec}} });
        {{change}}
        {{Marked(
            isReported,
            """
            new Pipeline(this, "Delivery", new PipelineProps
            {
                Stages = new[]
                {
                    new StageProps { StageName = "Source", Actions = new[] { Checkout() } },
                    new StageProps { StageName = "Build", Actions = new[] { new CodeBuildAction(new CodeBuildActionProps { ActionName = "Build", Project = project, Input = code }) } },
                },
            })
            """)}};
        """);

    [Fact]
    public Task PipelinesThatBuildNothing() => Program.Stages("new StageProps { StageName = \"Beta\", Actions = new[] { Deploy(\"Deploy\") } }");

    [Theory]
    [InlineData("acme-scan, make audit", "make -s audit", false)]
    [InlineData("acme-scan, make audit", "/opt/acme-scan .", false)]
    [InlineData("acme-scan", "make audit", true)]
    public Task Settings(string scanners, string command, bool isReported) =>
        Program.Configured($"cdksec.additional_code_scanners = {scanners}").Statements(
            Marked(
                isReported,
                $$"""
                new CodePipeline(this, "Delivery", new CodePipelineProps
                {
                    Synth = new ShellStep("Synth", new ShellStepProps { Input = CodePipelineSource.GitHub("octo/app", "main"), Commands = new[] { "{{command}}" } }),
                })
                """) + ";");

    private static string Marked(bool isReported, string creation) => isReported ? $"{{|CDKSEC504:{creation}|}}" : creation;
}
