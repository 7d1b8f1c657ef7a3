namespace CdkSecurityAnalyzers.Conformance.Scenarios.Credentials;

/// <summary>Where a secret comes into a pipeline: its sources, its actions, its steps, and what starts it.</summary>
internal static class PipelineSecretSinks
{
    private const string Variables = "new Dictionary<string, IBuildEnvironmentVariable>";
    private const string Actions = "Amazon.CDK.AWS.CodePipeline.Actions.";
    private const string Pipelines = "Amazon.CDK.Pipelines.";
    private const string Connection = "Amazon.CDK.Pipelines.CodePipelineSource.Connection(\"octo/app\", \"main\", new Amazon.CDK.Pipelines.ConnectionSourceOptions { ConnectionArn = \"arn:aws:codeconnections:eu-west-1:111122223333:connection/1\" })";
    private const string Task = "Amazon.CDK.AWS.StepFunctions.Tasks.";

    private const string SourceStage =
        "var source = new Amazon.CDK.AWS.CodePipeline.Artifact_();\nvar pipeline = new Amazon.CDK.AWS.CodePipeline.Pipeline(this, \"Pipeline\");\n"
        + "pipeline.AddStage(new Amazon.CDK.AWS.CodePipeline.StageOptions { StageName = \"Source\", Actions = new[] { new " + Actions + "CodeStarConnectionsSourceAction(new "
        + Actions + "CodeStarConnectionsSourceActionProps { ActionName = \"Source\", Owner = \"octo\", Repo = \"app\", Output = source, ConnectionArn = \"arn:aws:codeconnections:eu-west-1:111122223333:connection/1\" }) } });\n";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["variable of an action"] = "var project = new PipelineProject(this, \"Build\");\n" + BuildStage("EnvironmentVariables = " + Variables + " { [\"A_TOKEN\"] = new BuildEnvironmentVariable { Value = @ } }"),
        ["variable of a pipeline's project"] = "new PipelineProject(this, \"Build\", new PipelineProjectProps { EnvironmentVariables = " + Variables + " { [\"A_TOKEN\"] = new BuildEnvironmentVariable { Value = @ } } });",
        ["variable of an action in JSON"] = RawAction("Category = \"Build\", Owner = \"AWS\", Provider = \"CodeBuild\", Version = \"1\"", "[\"EnvironmentVariables\"] = \"[{\\\"name\\\":\\\"A_TOKEN\\\",\\\"value\\\":\\\"\" + @ + \"\\\"}]\""),
        ["token of an action's configuration"] = RawAction("Category = \"Source\", Owner = \"ThirdParty\", Provider = \"GitHub\", Version = \"1\"", "[\"OAuthToken\"] = @"),
        ["token of a GitHub action"] =
            "var source = new Amazon.CDK.AWS.CodePipeline.Artifact_();\nvar pipeline = new Amazon.CDK.AWS.CodePipeline.Pipeline(this, \"Pipeline\");\n"
            + "pipeline.AddStage(new Amazon.CDK.AWS.CodePipeline.StageOptions { StageName = \"Source\", Actions = new[] { new " + Actions + "GitHubSourceAction(new " + Actions
            + "GitHubSourceActionProps { ActionName = \"Source\", Owner = \"octo\", Repo = \"app\", Output = source, OauthToken = SecretValue.UnsafePlainText(@) }) } });\n"
            + "pipeline.AddStage(new Amazon.CDK.AWS.CodePipeline.StageOptions { StageName = \"Build\", Actions = new[] { new " + Actions + "ManualApprovalAction(new " + Actions + "ManualApprovalActionProps { ActionName = \"Approve\" }) } });",
        ["token of a step's source"] = Delivery("new " + Pipelines + "ShellStep(\"Synth\", new " + Pipelines + "ShellStepProps { Input = " + Pipelines + "CodePipelineSource.GitHub(\"octo/app\", \"main\", new " + Pipelines + "GitHubSourceOptions { Authentication = SecretValue.UnsafePlainText(@) }), Commands = new[] { \"npx cdk synth\" } })"),
        ["secret of a pipeline's webhook"] = "new Amazon.CDK.AWS.CodePipeline.CfnWebhook(this, \"Webhook\", new Amazon.CDK.AWS.CodePipeline.CfnWebhookProps { Authentication = \"GITHUB_HMAC\", AuthenticationConfiguration = new Amazon.CDK.AWS.CodePipeline.CfnWebhook.WebhookAuthConfigurationProperty { SecretToken = @ }, Filters = new object[] { new Amazon.CDK.AWS.CodePipeline.CfnWebhook.WebhookFilterRuleProperty { JsonPath = \"$.ref\" } }, TargetAction = \"Source\", TargetPipeline = \"pipeline\", TargetPipelineVersion = 1 });",
        ["variable of a step"] = Delivery(Step("CodeBuildStep", "Env = new Dictionary<string, string> { [\"A_TOKEN\"] = @, [\"STAGE\"] = \"beta\" }")),
        ["variable of a shell step"] = Delivery(Step("ShellStep", "Env = new Dictionary<string, string> { [\"A_TOKEN\"] = @ }")),
        ["variable of a step's environment"] = Delivery(Step("CodeBuildStep", "BuildEnvironment = new BuildEnvironment { EnvironmentVariables = " + Variables + " { [\"A_TOKEN\"] = new BuildEnvironmentVariable { Value = @ } } }")),
        ["buildspec of a step"] = Delivery(Step("CodeBuildStep", "PartialBuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { [\"env\"] = new Dictionary<string, object> { [\"variables\"] = new Dictionary<string, object> { [\"A_TOKEN\"] = @ } } })")),
        ["variable of all steps"] = Delivery(Step("ShellStep", ""), ", CodeBuildDefaults = new " + Pipelines + "CodeBuildOptions { BuildEnvironment = new BuildEnvironment { EnvironmentVariables = " + Variables + " { [\"A_TOKEN\"] = new BuildEnvironmentVariable { Value = @ } } } }"),
        ["buildspec of all steps"] = Delivery(Step("ShellStep", ""), ", SynthCodeBuildDefaults = new " + Pipelines + "CodeBuildOptions { PartialBuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { [\"env\"] = new Dictionary<string, object> { [\"variables\"] = new Dictionary<string, object> { [\"A_TOKEN\"] = @ } } }) }"),
        ["variable of a state machine"] = StateMachine("CodeBuildStartBuild"),
        ["variable of a batch in a state machine"] = StateMachine("CodeBuildStartBuildBatch"),
    };

    private static string BuildStage(string properties) =>
        SourceStage + "pipeline.AddStage(new Amazon.CDK.AWS.CodePipeline.StageOptions { StageName = \"Build\", Actions = new[] { new " + Actions + "CodeBuildAction(new " + Actions
            + "CodeBuildActionProps { ActionName = \"Build\", Project = project, Input = source, " + properties + " }) } });";

    private static string RawAction(string type, string configuration) =>
        "new Amazon.CDK.AWS.CodePipeline.CfnPipeline(this, \"Pipeline\", new Amazon.CDK.AWS.CodePipeline.CfnPipelineProps { RoleArn = \"role\", Stages = new object[] { new Amazon.CDK.AWS.CodePipeline.CfnPipeline.StageDeclarationProperty { Name = \"Build\", Actions = new object[] { new Amazon.CDK.AWS.CodePipeline.CfnPipeline.ActionDeclarationProperty { Name = \"Build\", ActionTypeId = new Amazon.CDK.AWS.CodePipeline.CfnPipeline.ActionTypeIdProperty { "
        + type + " }, Configuration = new Dictionary<string, object> { " + configuration + " } } } } } });";

    private static string Step(string kind, string properties) =>
        "new " + Pipelines + kind + "(\"Synth\", new " + Pipelines + kind + "Props { Input = " + Connection + ", Commands = new[] { \"npx cdk synth\" }" + (properties.Length == 0 ? "" : ", " + properties) + " })";

    private static string Delivery(string step, string properties = "") =>
        "new " + Pipelines + "CodePipeline(this, \"Pipeline\", new " + Pipelines + "CodePipelineProps { SelfMutation = false, Synth = " + step + properties + " });";

    private static string StateMachine(string task) =>
        "var task = new " + Task + task + "(this, \"Start\", new " + Task + task + "Props { Project = new PipelineProject(this, \"Build\"), EnvironmentVariablesOverride = " + Variables
        + " { [\"A_TOKEN\"] = new BuildEnvironmentVariable { Value = @ } } });\nnew Amazon.CDK.AWS.StepFunctions.StateMachine(this, \"Machine\", new Amazon.CDK.AWS.StepFunctions.StateMachineProps { DefinitionBody = Amazon.CDK.AWS.StepFunctions.DefinitionBody.FromChainable(task) });";
}
