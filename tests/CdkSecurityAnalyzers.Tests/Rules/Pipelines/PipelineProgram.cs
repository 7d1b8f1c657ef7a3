using CdkSecurityAnalyzers.Tests.Variations;
using CdkSecurityAnalyzers.Verification;

namespace CdkSecurityAnalyzers.Tests.Rules.Pipelines;

/// <summary>Programs with pipelines, checked against one rule alone, and a few differently spelled twins of each.</summary>
/// <param name="ruleId">The rule.</param>
internal sealed class PipelineProgram(string ruleId)
{
    /// <summary>The names that CDK namespaces share are those of CodePipeline here.</summary>
    public const string Usings = """
        using Amazon.CDK.AWS.CodePipeline.Actions;
        using Amazon.CDK.Pipelines;
        using Artifact_ = Amazon.CDK.AWS.CodePipeline.Artifact_;
        using CfnPipeline = Amazon.CDK.AWS.CodePipeline.CfnPipeline;
        using CfnPipelineProps = Amazon.CDK.AWS.CodePipeline.CfnPipelineProps;
        using IAction = Amazon.CDK.AWS.CodePipeline.IAction;
        using IStage = Amazon.CDK.AWS.CodePipeline.IStage;
        using Pipeline = Amazon.CDK.AWS.CodePipeline.Pipeline;
        using PipelineProps = Amazon.CDK.AWS.CodePipeline.PipelineProps;
        using StageOptions = Amazon.CDK.AWS.CodePipeline.StageOptions;
        using StagePlacement = Amazon.CDK.AWS.CodePipeline.StagePlacement;
        using StageProps = Amazon.CDK.AWS.CodePipeline.StageProps;

        """;

    /// <summary>The names of triggers, which older releases lack.</summary>
    public const string TriggerUsings = """
        using GitConfiguration = Amazon.CDK.AWS.CodePipeline.GitConfiguration;
        using GitPullRequestEvent = Amazon.CDK.AWS.CodePipeline.GitPullRequestEvent;
        using GitPullRequestFilter = Amazon.CDK.AWS.CodePipeline.GitPullRequestFilter;
        using GitPushFilter = Amazon.CDK.AWS.CodePipeline.GitPushFilter;
        using PipelineType = Amazon.CDK.AWS.CodePipeline.PipelineType;
        using ProviderType = Amazon.CDK.AWS.CodePipeline.ProviderType;
        using TriggerProps = Amazon.CDK.AWS.CodePipeline.TriggerProps;

        """;

    private const string Members = """
        static readonly Artifact_ code = new Artifact_("Code");

        static IAction Checkout() => new CodeStarConnectionsSourceAction(new CodeStarConnectionsSourceActionProps
        {
            ActionName = "Checkout",
            ConnectionArn = "arn:aws:codeconnections:eu-central-1:111122223333:connection/1",
            Owner = "octo",
            Repo = "app",
            Output = code,
        });

        static IAction Deploy(string name, double order = 1) => new CloudFormationCreateUpdateStackAction(new CloudFormationCreateUpdateStackActionProps
        {
            ActionName = name,
            RunOrder = order,
            StackName = "app",
            TemplatePath = code.AtPath("app.json"),
            AdminPermissions = false,
        });

        static IAction Approve(double order = 1) => new ManualApprovalAction(new ManualApprovalActionProps { ActionName = "Approve", RunOrder = order });
        """;

    private const string AppStage = """

        class AppStage : Stage
        {
            public AppStage(Construct scope, string id) : base(scope, id)
            {
                new Stack(this, "App");
            }
        }
        """;

    private ProgramOptions Options { get; init; } =
        ProgramOptions.Default with { Only = [ruleId], Enable = [ruleId], CdkVersions = [CdkLibrary.Oldest, CdkLibrary.Newest] };

    private string MoreUsings { get; init; } = "";

    /// <summary>The same programs against the newest CDK only, for API that older ones lack.</summary>
    public PipelineProgram OnNewest() => new(ruleId) { Options = Options with { CdkVersions = [CdkLibrary.Newest] }, MoreUsings = TriggerUsings };

    /// <summary>The same programs in a project that configures something.</summary>
    public PipelineProgram Configured(string setting) => new(ruleId) { Options = Options with { EditorConfig = "[*.cs]\n" + setting } };

    /// <summary>Statements of a stack's constructor, beside a class of stages for CDK Pipelines.</summary>
    public async Task Statements(string statements, string members = "", string types = "")
    {
        var program = Usings + MoreUsings + TestProgram.InStack(statements, Members + "\n" + members) + AppStage + "\n" + types;
        await Verify.Analyzer(program, Options);
        await SpellingCheck.Some(TestProgram.WithoutMarkup(program), Options);
    }

    /// <summary>A pipeline with the given stages after that of its source.</summary>
    /// <param name="stages">Elements of an array.</param>
    /// <param name="after">Statements that follow.</param>
    public Task Stages(string stages, string after = "", string members = "", string before = "", string more = "") => Statements(
        $$"""
        {{before}}
        var pipeline = new Pipeline(this, "Delivery", new PipelineProps
        {
            {{more}}
            Stages = new[]
            {
                new StageProps { StageName = "Source", Actions = new[] { Checkout() } },
                {{stages}}
            },
        });
        {{after}}
        """,
        members);

    /// <summary>A pipeline of CDK Pipelines from a repository at GitHub.</summary>
    public Task Delivery(string statements, string more = "", string members = "", string types = "", string source = "CodePipelineSource.GitHub(\"octo/app\", \"main\")", string before = "") => Statements(
        $$"""
        {{before}}
        var pipeline = new CodePipeline(this, "Delivery", new CodePipelineProps
        {
            {{more}}
            Synth = new ShellStep("Synth", new ShellStepProps { Input = {{source}}, Commands = new[] { "cdk synth" } }),
        });
        {{statements}}
        """,
        members,
        types);

    /// <summary>A template's resource with the given stages after that of its source.</summary>
    public Task Resource(string stages, string more = "", string after = "", string source = "Provider = \"CodeStarSourceConnection\", Owner = \"AWS\"") => Statements(
        $$"""
        var pipeline = new CfnPipeline(this, "Delivery", new CfnPipelineProps
        {
            RoleArn = "arn:aws:iam::111122223333:role/delivery",
            {{more}}
            Stages = new[]
            {
                new CfnPipeline.StageDeclarationProperty { Name = "Source", Actions = new[] { Action("Checkout", "Source") } },
                {{stages}}
            },
        });
        {{after}}
        """,
        $$"""
        static CfnPipeline.ActionDeclarationProperty Action(string name, string category, double? order = null, string? mode = null) => new CfnPipeline.ActionDeclarationProperty
        {
            Name = name,
            ActionTypeId = category == "Source"
                ? new CfnPipeline.ActionTypeIdProperty { Category = category, {{source}}, Version = "1" }
                : new CfnPipeline.ActionTypeIdProperty { Category = category, Owner = "AWS", Provider = category == "Approval" ? "Manual" : "CloudFormation", Version = "1" },
            RunOrder = order,
            Configuration = mode is null ? null : new Dictionary<string, object> { ["ActionMode"] = mode },
        };
        """);
}
