namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Writes pipelines and state machines that start builds, of which some show a secret.</summary>
/// <param name="number">What the ids of the constructs end with.</param>
/// <param name="first">The number of the first secret.</param>
internal sealed class PipelineCredentialWriter(int number, int first, Choices choices, Block block)
{
    private const string Pipelines = "Amazon.CDK.AWS.CodePipeline.";

    private const string Tasks = "Amazon.CDK.AWS.StepFunctions.";

    private const string Connection = "arn:aws:codeconnections:eu-west-1:111122223333:connection/1";

    private string Id => $"\"Pipeline{number}\"";

    public void Write() => block.Add(choices.OneWay(Template, Actions, StateMachine, Webhook, Steps));

    /// <summary>The resource, whose actions have their settings in a dictionary and their variables in JSON.</summary>
    private string Template()
    {
        var variables = choices.Chance(50) ? $", [\"EnvironmentVariables\"] = {Json()}" : "";
        var token = choices.Chance(60) ? $", [\"OAuthToken\"] = {WantedCredential.Text(choices, first).Spell(choices, block)}" : "";
        return $$"""
            new {{Pipelines}}CfnPipeline(this, {{Id}}, new {{Pipelines}}CfnPipelineProps
            {
                RoleArn = "arn:aws:iam::111122223333:role/pipeline",
                Stages = new object[]
                {
                    new {{Pipelines}}CfnPipeline.StageDeclarationProperty
                    {
                        Name = "Source",
                        Actions = new object[]
                        {
                            new {{Pipelines}}CfnPipeline.ActionDeclarationProperty
                            {
                                Name = "Source",
                                ActionTypeId = new {{Pipelines}}CfnPipeline.ActionTypeIdProperty { Category = "Source", Owner = "ThirdParty", Provider = "GitHub", Version = "1" },
                                Configuration = new Dictionary<string, object> { ["Owner"] = "octo"{{token}}{{variables}} },
                            },
                        },
                    },
                },
            });
            """;
    }

    /// <summary>Variables in JSON, put together.</summary>
    private string Json()
    {
        var name = choices.OneOf(SecretPools.Names(first + 1));
        var type = choices.OneOf("", "", ",\\\"type\\\":\\\"PLAINTEXT\\\"", ",\\\"type\\\":\\\"SECRETS_MANAGER\\\"");
        var value = WantedCredential.Value(choices, first + 1).Spell(choices, block);
        return $"(\"[{{\\\"name\\\":\\\"STAGE\\\",\\\"value\\\":\\\"prod\\\"}},{{\\\"name\\\":\\\"{name}\\\",\\\"value\\\":\\\"\" + {value} + \"\\\"{type}}}]\")";
    }

    private string Actions()
    {
        var (source, artifact) = (choices.Chance(50) ? GitHubAction() : ConnectionAction(), block.Local("var", $"new {Pipelines}Artifact_(\"Source\")"));
        var project = block.Local("var", $"new PipelineProject(this, \"Build{number}\")");
        var variables = WantedDictionary.Variables(choices, first + 10).Spell(choices, block);
        var build = $"new {Pipelines}Actions.CodeBuildAction(new {Pipelines}Actions.CodeBuildActionProps {{ ActionName = \"Build\", Project = {project}, Input = {artifact}, EnvironmentVariables = {variables} }})";
        return $$"""
            new {{Pipelines}}Pipeline(this, {{Id}}, new {{Pipelines}}PipelineProps
            {
                Stages = new[]
                {
                    new {{Pipelines}}StageProps { StageName = "Source", Actions = new[] { {{source.Replace("@", artifact, StringComparison.Ordinal)}} } },
                    new {{Pipelines}}StageProps { StageName = "Build", Actions = new[] { {{build}} } },
                },
            });
            """;
    }

    private string GitHubAction() =>
        $"new {Pipelines}Actions.GitHubSourceAction(new {Pipelines}Actions.GitHubSourceActionProps {{ ActionName = \"Source\", Owner = \"octo\", Repo = \"app\", Output = @, OauthToken = {WantedSecretValue.Any(choices, first).Spell(choices, block)} }})";

    private static string ConnectionAction() =>
        $"new {Pipelines}Actions.CodeStarConnectionsSourceAction(new {Pipelines}Actions.CodeStarConnectionsSourceActionProps {{ ActionName = \"Source\", Owner = \"octo\", Repo = \"app\", Output = @, ConnectionArn = \"{Connection}\" }})";

    private string StateMachine()
    {
        var variables = WantedDictionary.Variables(choices, first).Spell(choices, block);
        var task = block.Local(
            "var",
            $"new {Tasks}Tasks.CodeBuildStartBuild(this, \"Start{number}\", new {Tasks}Tasks.CodeBuildStartBuildProps {{ Project = new PipelineProject(this, \"Build{number}\"), EnvironmentVariablesOverride = {variables} }})");
        return $"new {Tasks}StateMachine(this, \"Machine{number}\", new {Tasks}StateMachineProps {{ DefinitionBody = {Tasks}DefinitionBody.FromChainable({task}) }});";
    }

    private string Webhook() => $$"""
        new {{Pipelines}}CfnWebhook(this, {{Id}}, new {{Pipelines}}CfnWebhookProps
        {
            Authentication = "GITHUB_HMAC",
            AuthenticationConfiguration = new {{Pipelines}}CfnWebhook.WebhookAuthConfigurationProperty { SecretToken = {{WantedCredential.Text(choices, first).Spell(choices, block)}} },
            Filters = new object[] { new {{Pipelines}}CfnWebhook.WebhookFilterRuleProperty { JsonPath = "$.ref", MatchEquals = "refs/heads/main" } },
            TargetAction = "Source", TargetPipeline = "pipeline", TargetPipelineVersion = 1,
        });
        """;

    private string Steps()
    {
        var step = choices.OneOf("ShellStep", "CodeBuildStep");
        var variables = WantedDictionary.Texts(choices, "string", first).Spell(choices, block);
        return $$"""
            new Amazon.CDK.Pipelines.CodePipeline(this, {{Id}}, new Amazon.CDK.Pipelines.CodePipelineProps
            {
                SelfMutation = false,
                Synth = new Amazon.CDK.Pipelines.{{step}}("Synth", new Amazon.CDK.Pipelines.{{step}}Props
                {
                    Input = Amazon.CDK.Pipelines.CodePipelineSource.Connection("octo/app", "main", new Amazon.CDK.Pipelines.ConnectionSourceOptions { ConnectionArn = "{{Connection}}" }),
                    Commands = new[] { "npx cdk synth" },
                    Env = {{variables}},
                }),
            });
            """;
    }
}
