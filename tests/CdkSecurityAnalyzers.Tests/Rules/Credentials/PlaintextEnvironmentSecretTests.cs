using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Credentials;

public sealed class PlaintextEnvironmentSecretTests
{
    [Theory]
    [InlineData("""["TARGET"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:"@token@"|} }""")]
    [InlineData("""["TARGET"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:"token @token@"|} }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:"hunter2-and-more"|} }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.PLAINTEXT, Value = {|CDKSEC302:"hunter2-and-more"|} }""")]
    [InlineData("""["AWS_ACCESS_KEY_ID"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:"@key@"|} }""")]
    [InlineData("""{ "DB_PASSWORD", new BuildEnvironmentVariable { Value = {|CDKSEC302:"hunter2-and-more"|} } }""")]
    [InlineData("""["TARGET"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = {|CDKSEC302:"@token@"|} }""")]
    [InlineData("""["TARGET"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.PARAMETER_STORE, Value = {|CDKSEC302:"@token@"|} }""")]
    [InlineData("""["A"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:"@token@"|} }, ["B"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:"@npm@"|} }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:"hunter2" + "-and-more"|} }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:string.Join("-", "hunter2", "and", "more")|} }""")]
    [InlineData("""["TARGET"] = new BuildEnvironmentVariable { Value = id == "prod" ? {|CDKSEC302:"@token@"|} : "none" }""")]
    public Task A_secret(string variables) => SecretProgram.Reports(SecretProgram.Project(variables));

    [Theory]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = "codebuild/github-token" }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = "github:token:AWSCURRENT" }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.PARAMETER_STORE, Value = "GitHubTokenOfBuilds" }""")]
    [InlineData("""["OAUTH_TOKEN_URL"] = new BuildEnvironmentVariable { Value = "https-token-issuer" }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = "https://login.example.com/oauth" }""")]
    [InlineData("""["GITHUB_TOKEN_FILE"] = new BuildEnvironmentVariable { Value = "hunter2-and-more" }""")]
    [InlineData("""["DB_SECRET_ARN"] = new BuildEnvironmentVariable { Value = "hunter2-and-more" }""")]
    [InlineData("""["SECRET_NAME"] = new BuildEnvironmentVariable { Value = "github-token-of-builds" }""")]
    [InlineData("""["SECRET_ARN"] = new BuildEnvironmentVariable { Value = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:github" }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:github" }""")]
    [InlineData("""["KMS_KEY_ID"] = new BuildEnvironmentVariable { Value = "1234abcd-12ab-34cd-56ef-1234567890ab" }""")]
    [InlineData("""["PUBLIC_KEY"] = new BuildEnvironmentVariable { Value = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE" }""")]
    [InlineData("""["TOKENIZER"] = new BuildEnvironmentVariable { Value = "wordpiece-large" }""")]
    [InlineData("""["PASSWORD_POLICY"] = new BuildEnvironmentVariable { Value = "fourteen-characters" }""")]
    [InlineData("""["AUTHOR"] = new BuildEnvironmentVariable { Value = "Mona Lisa Octocat" }""")]
    [InlineData("""["USE_TOKEN"] = new BuildEnvironmentVariable { Value = "sometimes-not" }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = true }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = 1234567890 }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = "1234567890" }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = "/codebuild/GitHubToken" }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = "{{resolve:secretsmanager:codebuild/github-token}}" }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = "changeme-please" }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = "" }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = Aws.ACCOUNT_ID }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = "prefix-of-" + Aws.ACCOUNT_ID }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = System.Environment.GetEnvironmentVariable("GITHUB_TOKEN")! }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = (string)Node.TryGetContext("token") }""")]
    [InlineData("""["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = id }""")]
    [InlineData("""["AWS_ACCESS_KEY_ID"] = new BuildEnvironmentVariable { Value = "AKIAIOSFODNN7EXAMPLE" }""")]
    [InlineData("""[id] = new BuildEnvironmentVariable { Value = "hunter2-and-more" }""")]
    public Task What_is_none(string variables) => SecretProgram.Reports(SecretProgram.Project(variables));

    [Fact]
    public Task Of_the_environment() => SecretProgram.Reports(
        """
        new Project(this, "Build", new ProjectProps
        {
            BuildSpec = BuildSpec.FromSourceFilename("buildspec.yml"),
            Environment = new BuildEnvironment
            {
                EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable>
                {
                    ["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = "hunter2-is-replaced" },
                    ["NPM_TOKEN"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:"hunter2-and-more"|} },
                },
            },
            EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable>
            {
                ["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = "codebuild/github-token" },
            },
        });
        """);

    [Fact]
    public Task Of_a_pipeline_project_an_action_and_a_step() => SecretProgram.ReportsInPipeline(
        """
        var project = new PipelineProject(this, "Build", new PipelineProjectProps
        {
            EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { ["A_TOKEN"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:"hunter2-and-more"|} } },
        });
        var action = new CodeBuildAction(new CodeBuildActionProps
        {
            ActionName = "Build",
            Project = project,
            Input = new Artifact_(),
            EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { ["B_TOKEN"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:"hunter2-and-more"|} } },
        });
        new Pipeline(this, "Pipeline").AddStage(new StageOptions { StageName = "Build", Actions = new[] { action } });
        var step = new CodeBuildStep("Synth", new CodeBuildStepProps
        {
            Input = CodePipelineSource.GitHub("octo-org/widgets", "main"),
            Commands = new[] { "npx cdk synth", {|CDKSEC304:"curl -H 'Authorization: @token@' https://api.github.com"|} },
            Env = new Dictionary<string, string> { ["C_TOKEN"] = {|CDKSEC302:"hunter2-and-more"|}, ["STAGE"] = "beta-and-more" },
            BuildEnvironment = new BuildEnvironment
            {
                EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { ["D_TOKEN"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:"hunter2-and-more"|} } },
            },
        });
        new CodePipeline(this, "Deploy", new CodePipelineProps { Synth = step });
        new CodePipeline(this, "Other", new CodePipelineProps { Synth = new ShellStep("Synth", new ShellStepProps
        {
            Input = CodePipelineSource.GitHub("octo-org/widgets", "main"),
            Commands = new[] { "npx cdk synth" },
            Env = new Dictionary<string, string> { ["E_TOKEN"] = {|CDKSEC302:"hunter2-and-more"|} },
        }) });
        """);

    [Theory]
    [InlineData("{|CDKSEC302:@|}", """[{\"name\":\"A_TOKEN\",\"value\":\"hunter2-and-more\"}]""")]
    [InlineData("{|CDKSEC302:@|}", """[{\"name\":\"STAGE\",\"value\":\"beta\"},{\"name\":\"A_TOKEN\",\"type\":\"PLAINTEXT\",\"value\":\"hunter2-and-more\"}]""")]
    [InlineData("{|CDKSEC302:@|}", """[{\"name\":\"STAGE\",\"value\":\"@token@\"}]""")]
    [InlineData("{|CDKSEC306:@|}", """[{\"name\":\"STAGE\",\"value\":\"https://octocat:hunter22hunter@github.com/octo-org/widgets\"}]""")]
    [InlineData("@", """[{\"name\":\"A_TOKEN\",\"value\":\"hunter2-and-more\",\"type\":\"SECRETS_MANAGER\"}]""")]
    [InlineData("@", """[{\"name\":\"TOKEN_URL\",\"value\":\"hunter2-and-more\"}]""")]
    [InlineData("@", """[{\"name\":\"A_TOKEN\",\"value\":\"#{Variables.Token}\"}]""")]
    [InlineData("@", """[{\"name\":\"A_TOKEN\" """)]
    [InlineData("@", "hunter2-and-more")]
    public Task Of_an_action_of_a_template(string marked, string json) => SecretProgram.ReportsInPipeline(Action(marked.Replace("@", $"\"{json}\"", StringComparison.Ordinal)));

    [Fact]
    public Task Of_an_action_of_a_template_whose_text_is_put_together() => SecretProgram.ReportsInPipeline(
        "var secret = SecretValue.SecretsManager(\"codebuild/token\");\nvar password = \"hunter2-and-more\";\n"
        + Action("{|CDKSEC302:$\"[{{\\\"name\\\":\\\"A_TOKEN\\\",\\\"value\\\":\\\"{password}\\\"}}]\"|}", "One")
        + Action("\"[{\\\"name\\\":\\\"STAGE\\\",\\\"value\\\":\\\"\" + {|CDKSEC305:secret.UnsafeUnwrap()|} + \"\\\"}]\"", "Two")
        + Action("\"[{\\\"name\\\":\\\"A_TOKEN\\\",\\\"type\\\":\\\"SECRETS_MANAGER\\\",\\\"value\\\":\\\"\" + secret.UnsafeUnwrap() + \"\\\"}]\"", "Three"));

    [Fact]
    public Task Of_a_task_of_a_state_machine() => SecretProgram.Reports(
        """
        var task = new Amazon.CDK.AWS.StepFunctions.Tasks.CodeBuildStartBuild(this, "Start", new Amazon.CDK.AWS.StepFunctions.Tasks.CodeBuildStartBuildProps
        {
            Project = Project.FromProjectName(this, "Build", "build"),
            EnvironmentVariablesOverride = new Dictionary<string, IBuildEnvironmentVariable> { ["A_TOKEN"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:"hunter2-and-more"|} } },
        });
        """);

    [Fact]
    public Task Secrets_that_become_texts_where_the_CDK_does_not_look_for_them() => SecretProgram.Reports(
        """
        var secret = SecretValue.SecretsManager("codebuild/token");
        var task = new Amazon.CDK.AWS.StepFunctions.Tasks.CodeBuildStartBuild(this, "Start", new Amazon.CDK.AWS.StepFunctions.Tasks.CodeBuildStartBuildProps
        {
            Project = Project.FromProjectName(this, "Build", "build"),
            EnvironmentVariablesOverride = new Dictionary<string, IBuildEnvironmentVariable>
            {
                ["A"] = new BuildEnvironmentVariable { Value = {|CDKSEC305:secret.ToString()|} },
                ["B"] = new BuildEnvironmentVariable { Value = {|CDKSEC305:secret|} },
                ["C"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = "codebuild/token" },
            },
        });
        var serialized = Project.SerializeEnvVariables(new Dictionary<string, IBuildEnvironmentVariable> { ["A"] = new BuildEnvironmentVariable { Value = {|CDKSEC305:secret.ToString()|} } });
        """ + SecretProgram.Template("EnvironmentVariables = serialized").Replace("\"Build\"", "\"Template\"", StringComparison.Ordinal));

    [Theory]
    [InlineData("new CfnProject.EnvironmentVariableProperty { Name = \"A_TOKEN\", Value = {|CDKSEC302:\"hunter2-and-more\"|} }")]
    [InlineData("new CfnProject.EnvironmentVariableProperty { Name = \"A_TOKEN\", Value = {|CDKSEC302:\"hunter2-and-more\"|}, Type = \"PLAINTEXT\" }")]
    [InlineData("new CfnProject.EnvironmentVariableProperty { Name = \"A_TOKEN\", Value = \"hunter2-and-more\", Type = \"SECRETS_MANAGER\" }")]
    [InlineData("new CfnProject.EnvironmentVariableProperty { Name = \"STAGE\", Value = {|CDKSEC302:\"@token@\"|}, Type = \"PARAMETER_STORE\" }")]
    [InlineData("new CfnProject.EnvironmentVariableProperty { Name = \"STAGE\", Value = \"hunter2-and-more\" }")]
    public Task Of_a_template(string variable) => SecretProgram.Reports(SecretProgram.Template($"EnvironmentVariables = new[] {{ {variable} }}"));

    [Theory]
    [InlineData("""AddPropertyOverride("Environment.EnvironmentVariables.0.Value", {|CDKSEC302:"hunter2-and-more"|});""")]
    [InlineData("""AddPropertyOverride("Environment.EnvironmentVariables.0.Type", "SECRETS_MANAGER");""")]
    [InlineData("""AddPropertyOverride("Environment.EnvironmentVariables", new object[] { new Dictionary<string, object> { ["Name"] = "B_TOKEN", ["Value"] = {|CDKSEC302:"hunter2-and-more"|} } });""")]
    [InlineData("""AddPropertyOverride("Environment.EnvironmentVariables", new object[] { new Dictionary<string, object> { ["Name"] = "B", ["Value"] = "hunter2-and-more" } });""")]
    [InlineData("""AddPropertyDeletionOverride("Environment.EnvironmentVariables");""")]
    public Task By_override(string call) => SecretProgram.Reports(
        "var project = " + SecretProgram.Project("""["A_TOKEN"] = new BuildEnvironmentVariable { Value = "hunter2-is-replaced" }""")
            + "\n((CfnProject)project.Node.DefaultChild!)." + call);

    [Fact]
    public Task Filled_in_a_loop_and_by_a_helper() => SecretProgram.Reports(
        """
        var variables = new Dictionary<string, IBuildEnvironmentVariable>();
        foreach (var name in new[] { "STAGE", "A_TOKEN" })
        {
            variables[name] = Plain({|CDKSEC302:"hunter2-and-more"|});
        }

        variables.Add("B_PASSWORD", Plain({|CDKSEC302:Password()|}));
        """ + SecretProgram.Project("").Replace("new Dictionary<string, IBuildEnvironmentVariable> {  }", "variables", StringComparison.Ordinal),
        """
        private static IBuildEnvironmentVariable Plain(string value) => new BuildEnvironmentVariable { Value = value };

        private static string Password() => "hunter2-" + "and-more";
        """);

    [Fact]
    public Task A_helper_that_returns_the_variables() => SecretProgram.Reports(
        SecretProgram.Project("").Replace("new Dictionary<string, IBuildEnvironmentVariable> {  }", "Variables()", StringComparison.Ordinal),
        """
        private static Dictionary<string, IBuildEnvironmentVariable> Variables() => new()
        {
            ["A_TOKEN"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:"hunter2-and-more"|} },
        };
        """);

    private static string Action(string variables, string id = "Pipeline") => $$"""
        new CfnPipeline(this, "{{id}}", new CfnPipelineProps
        {
            RoleArn = "arn:aws:iam::111122223333:role/pipeline",
            Stages = new[]
            {
                new CfnPipeline.StageDeclarationProperty
                {
                    Name = "Build",
                    Actions = new[]
                    {
                        new CfnPipeline.ActionDeclarationProperty
                        {
                            Name = "Build",
                            ActionTypeId = new CfnPipeline.ActionTypeIdProperty { Category = "Build", Owner = "AWS", Provider = "CodeBuild", Version = "1" },
                            Configuration = new Dictionary<string, object> { ["ProjectName"] = "build", ["EnvironmentVariables"] = {{variables}} },
                        },
                    },
                },
            },
        });

        """;
}
