namespace CdkSecurityAnalyzers.Conformance.Scenarios.Pipelines;

/// <summary>The programs around what a scenario is about.</summary>
internal static class PipelineText
{
    public const string AppStage = """
        class AppStage : Stage
        {
            public AppStage(Construct scope, string id, Amazon.CDK.IStageProps? props = null) : base(scope, id, props)
            {
                new Stack(this, "App");
            }
        }
        """;

    public const string Members = """
        private readonly Artifact_ code = new Artifact_("Code");

        private CodeStarConnectionsSourceAction Checkout() => new CodeStarConnectionsSourceAction(new CodeStarConnectionsSourceActionProps
        {
            ActionName = "Checkout",
            ConnectionArn = "arn:aws:codeconnections:eu-central-1:111122223333:connection/1",
            Owner = "octo",
            Repo = "app",
            Output = code,
        });

        private IAction Deploy(string name, double order = 1) => new CloudFormationCreateUpdateStackAction(new CloudFormationCreateUpdateStackActionProps
        {
            ActionName = name,
            RunOrder = order,
            StackName = "app",
            TemplatePath = code.AtPath("app.json"),
            AdminPermissions = false,
        });

        private static IAction Approve(double order = 1, string name = "Approve") => new ManualApprovalAction(new ManualApprovalActionProps { ActionName = name, RunOrder = order });

        private static ShellStep Test(string id = "Test") => new ShellStep(id, new ShellStepProps { Commands = new[] { "make test" } });

        private static CfnPipeline.ActionDeclarationProperty Action(string name, string category, string provider, double? order = null, string owner = "AWS", string? mode = null) =>
            new CfnPipeline.ActionDeclarationProperty
            {
                Name = name,
                ActionTypeId = new CfnPipeline.ActionTypeIdProperty { Category = category, Owner = owner, Provider = provider, Version = "1" },
                RunOrder = order,
                Configuration = mode is null ? null : new Dictionary<string, object> { ["ActionMode"] = mode },
            };
        """;

    private const string Usings = """
        using Amazon.CDK.AWS.CodePipeline.Actions;
        using Amazon.CDK.Pipelines;
        using Artifact_ = Amazon.CDK.AWS.CodePipeline.Artifact_;
        using CfnPipeline = Amazon.CDK.AWS.CodePipeline.CfnPipeline;
        using CfnPipelineProps = Amazon.CDK.AWS.CodePipeline.CfnPipelineProps;
        using GitConfiguration = Amazon.CDK.AWS.CodePipeline.GitConfiguration;
        using GitPullRequestEvent = Amazon.CDK.AWS.CodePipeline.GitPullRequestEvent;
        using GitPullRequestFilter = Amazon.CDK.AWS.CodePipeline.GitPullRequestFilter;
        using GitPushFilter = Amazon.CDK.AWS.CodePipeline.GitPushFilter;
        using IAction = Amazon.CDK.AWS.CodePipeline.IAction;
        using IStage = Amazon.CDK.AWS.CodePipeline.IStage;
        using Pipeline = Amazon.CDK.AWS.CodePipeline.Pipeline;
        using PipelineProps = Amazon.CDK.AWS.CodePipeline.PipelineProps;
        using PipelineType = Amazon.CDK.AWS.CodePipeline.PipelineType;
        using ProviderType = Amazon.CDK.AWS.CodePipeline.ProviderType;
        using StageOptions = Amazon.CDK.AWS.CodePipeline.StageOptions;
        using StagePlacement = Amazon.CDK.AWS.CodePipeline.StagePlacement;
        using StageProps = Amazon.CDK.AWS.CodePipeline.StageProps;
        using TriggerProps = Amazon.CDK.AWS.CodePipeline.TriggerProps;

        """;

    /// <summary>Statements of a stack's constructor.</summary>
    public static string Statements(string statements) => Usings + statements;

    /// <summary>A pipeline with stages after that of its source.</summary>
    public static string Stages(string stages, string after = "") => Statements(
        $$"""
        var checkout = Checkout();
        var pipeline = new Pipeline(this, "Delivery", new PipelineProps
        {
            PipelineType = PipelineType.V2,
            Stages = new[] { new StageProps { StageName = "Source", Actions = new[] { checkout } }, {{stages}} },
        });
        {{after}}
        """);

    /// <summary>A pipeline of CDK Pipelines, in whose build a scanner runs.</summary>
    public static string Delivery(string statements, string more = "", string source = "CodePipelineSource.GitHub(\"octo/app\", \"main\")", string commands = "\"semgrep ci\", \"cdk synth\"", string before = "") => Statements(
        $$"""
        {{before}}
        var pipeline = new CodePipeline(this, "Delivery", new CodePipelineProps
        {
            {{more}}
            Synth = new ShellStep("Synth", new ShellStepProps { Input = {{source}}, Commands = new[] { {{commands}} } }),
        });
        {{statements}}
        """);

    /// <summary>The template's resource with stages after that of its source.</summary>
    public static string Resource(string stages, string more = "", string after = "", string provider = "CodeStarSourceConnection", string owner = "AWS") => Statements(
        $$"""
        var pipeline = new CfnPipeline(this, "Delivery", new CfnPipelineProps
        {
            RoleArn = "arn:aws:iam::111122223333:role/delivery",
            {{more}}
            Stages = new[]
            {
                new CfnPipeline.StageDeclarationProperty { Name = "Source", Actions = new[] { Action("Checkout", "Source", "{{provider}}", owner: "{{owner}}") } },
                {{stages}}
            },
        });
        {{after}}
        """);

    /// <summary>A trigger of an L2 pipeline.</summary>
    public static string Trigger(string filters) =>
        $$"""
        pipeline.AddTrigger(new TriggerProps
        {
            ProviderType = ProviderType.CODE_STAR_SOURCE_CONNECTION,
            GitConfiguration = new GitConfiguration { SourceAction = checkout, {{filters}} },
        });
        """;

    /// <summary>The same in a template.</summary>
    public static string TriggerResource(string filters) =>
        $$"""
        Triggers = new[]
        {
            new CfnPipeline.PipelineTriggerDeclarationProperty
            {
                ProviderType = "CodeStarSourceConnection",
                GitConfiguration = new CfnPipeline.GitConfigurationProperty { SourceActionName = "Checkout", {{filters}} },
            },
        },
        """;
}
