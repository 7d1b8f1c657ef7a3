using CdkSecurityAnalyzers.Tests.Rules.Credentials;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

/// <summary>The fixes that name a secret in place of the secret itself.</summary>
public sealed class StoreSecretTests
{
    private const string Credential = "Read the credential from Secrets Manager (create the secret first)";
    private const string Variable = "Take the value from Secrets Manager (create the secret first)";
    private const string BuildSpecVariable = "Move the variable to env.secrets-manager (create the secret first)";

    [Theory]
    [InlineData("SecretValue.UnsafePlainText({|CDKSEC301:\"hunter2-and-more\"|})")]
    [InlineData("SecretValue.UnsafePlainText(secret: {|CDKSEC301:\"@token@\"|})")]
    [InlineData("new SecretValue({|CDKSEC301:\"hunter2-and-more\"|})")]
    public Task A_secret_value(string secret) => Fixes(
        $$"""new GitHubSourceCredentials(this, "Credentials", new GitHubSourceCredentialsProps { AccessToken = {{secret}} });""",
        """new GitHubSourceCredentials(this, "Credentials", new GitHubSourceCredentialsProps { AccessToken = SecretValue.SecretsManager("codebuild/github-token") });""",
        Credential);

    [Fact]
    public Task Without_a_using() => Verify.CodeFix(
        """
        using Amazon.CDK.AWS.CodeBuild;

        class TestStack : Amazon.CDK.Stack
        {
            public TestStack(Constructs.Construct scope, string id) : base(scope, id)
            {
                new GitHubSourceCredentials(this, "Credentials", new GitHubSourceCredentialsProps { AccessToken = new({|CDKSEC301:"hunter2-and-more"|}) });
            }
        }

        """,
        """
        using Amazon.CDK;
        using Amazon.CDK.AWS.CodeBuild;

        class TestStack : Amazon.CDK.Stack
        {
            public TestStack(Constructs.Construct scope, string id) : base(scope, id)
            {
                new GitHubSourceCredentials(this, "Credentials", new GitHubSourceCredentialsProps { AccessToken = SecretValue.SecretsManager("codebuild/github-token") });
            }
        }

        """,
        Credential,
        SecretProgram.Options with { GlobalUsings = false });

    [Fact]
    public Task A_source_credential_of_a_template() => Fixes(
        """
        new CfnSourceCredential(this, "Credentials", new CfnSourceCredentialProps
        {
            ServerType = "GITHUB",
            AuthType = "PERSONAL_ACCESS_TOKEN",
            Token = {|CDKSEC301:"hunter2-and-more"|},
        });
        """,
        """
        new CfnSourceCredential(this, "Credentials", new CfnSourceCredentialProps
        {
            ServerType = "GITHUB",
            AuthType = "SECRETS_MANAGER",
            Token = "arn:aws:secretsmanager:REGION:ACCOUNT:secret:codebuild/github-token",
        });
        """,
        Credential);

    [Fact]
    public Task A_source_credential_that_is_changed_later() => Fixes(
        """
        var credential = new CfnSourceCredential(this, "Credentials", new CfnSourceCredentialProps { ServerType = "BITBUCKET", AuthType = "OAUTH", Token = "" });
        credential.Token = {|CDKSEC301:"hunter2-and-more"|};
        """,
        """
        var credential = new CfnSourceCredential(this, "Credentials", new CfnSourceCredentialProps { ServerType = "BITBUCKET", AuthType = "OAUTH", Token = "" });
        credential.Token = SecretValue.SecretsManager("codebuild/bitbucket-token").UnsafeUnwrap();
        """,
        Credential);

    [Fact]
    public Task The_secret_of_a_webhook() => Fixes(
        Webhook("{|CDKSEC301:\"hunter2-and-more\"|}"), Webhook("SecretValue.SecretsManager(\"codebuild/github-token\").UnsafeUnwrap()"), Credential);

    [Theory]
    [InlineData(
        """["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:"hunter2-and-more"|} }""",
        """["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Value = "codebuild/github-token", Type = BuildEnvironmentVariableType.SECRETS_MANAGER }""")]
    [InlineData(
        """["npmToken"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.PLAINTEXT, Value = {|CDKSEC302:"@npm@"|} }""",
        """["npmToken"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = "codebuild/npm-token" }""")]
    [InlineData(
        """{ "DB_PASSWORD", new BuildEnvironmentVariable { Value = {|CDKSEC302:"hunter2" + "-and-more"|} } }""",
        """{ "DB_PASSWORD", new BuildEnvironmentVariable { Value = "codebuild/db-password", Type = BuildEnvironmentVariableType.SECRETS_MANAGER } }""")]
    [InlineData(
        """["STAGE"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = {|CDKSEC302:"@token@"|} }""",
        """["STAGE"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = "codebuild/stage" }""")]
    public Task A_variable(string variable, string fixedVariable) =>
        Fixes(SecretProgram.Project(variable), SecretProgram.Project(fixedVariable), Variable);

    [Fact]
    public Task A_variable_that_is_filled_by_statements() => Fixes(
        "var token = new BuildEnvironmentVariable();\ntoken.Value = {|CDKSEC302:\"hunter2-and-more\"|};\n" + SecretProgram.Project("[\"A_TOKEN\"] = token"),
        "var token = new BuildEnvironmentVariable();\ntoken.Value = \"codebuild/a-token\";\ntoken.Type = BuildEnvironmentVariableType.SECRETS_MANAGER;\n" + SecretProgram.Project("[\"A_TOKEN\"] = token"),
        Variable);

    [Fact]
    public Task A_variable_of_a_template() => Fixes(
        SecretProgram.Template("EnvironmentVariables = new[] { new CfnProject.EnvironmentVariableProperty { Name = \"A_TOKEN\", Value = {|CDKSEC302:\"hunter2-and-more\"|} } }"),
        SecretProgram.Template("EnvironmentVariables = new[] { new CfnProject.EnvironmentVariableProperty { Name = \"A_TOKEN\", Value = \"codebuild/a-token\", Type = \"SECRETS_MANAGER\" } }"),
        Variable);

    [Fact]
    public Task A_variable_by_override() => Fixes(
        "var project = " + SecretProgram.Project("") + "\n((CfnProject)project.Node.DefaultChild!).AddPropertyOverride(\"Environment.EnvironmentVariables\", new object[] { new Dictionary<string, object> { [\"Name\"] = \"A_TOKEN\", [\"Value\"] = {|CDKSEC302:\"hunter2-and-more\"|} } });",
        "var project = " + SecretProgram.Project("") + "\n((CfnProject)project.Node.DefaultChild!).AddPropertyOverride(\"Environment.EnvironmentVariables\", new object[] { new Dictionary<string, object> { [\"Name\"] = \"A_TOKEN\", [\"Value\"] = \"codebuild/a-token\", [\"Type\"] = \"SECRETS_MANAGER\" } });",
        Variable);

    [Theory]
    [InlineData(
        """Env = new Dictionary<string, string> { ["A_TOKEN"] = {|CDKSEC302:"hunter2-and-more"|}, ["STAGE"] = "beta" }""",
        """Env = new Dictionary<string, string> { ["STAGE"] = "beta" }, BuildEnvironment = new BuildEnvironment { EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { ["A_TOKEN"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = "codebuild/a-token" } } }""")]
    [InlineData(
        """Env = new Dictionary<string, string> { ["STAGE"] = "beta", ["A_TOKEN"] = {|CDKSEC302:"hunter2-and-more"|} }, BuildEnvironment = new BuildEnvironment { Privileged = true }""",
        """Env = new Dictionary<string, string> { ["STAGE"] = "beta" }, BuildEnvironment = new BuildEnvironment { Privileged = true, EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { ["A_TOKEN"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = "codebuild/a-token" } } }""")]
    [InlineData(
        """Env = new Dictionary<string, string> { ["STAGE"] = "beta", ["A_TOKEN"] = {|CDKSEC302:"hunter2-and-more"|} }, BuildEnvironment = new BuildEnvironment { EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { ["B"] = new BuildEnvironmentVariable { Value = "b" } } }""",
        """Env = new Dictionary<string, string> { ["STAGE"] = "beta" }, BuildEnvironment = new BuildEnvironment { EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { ["B"] = new BuildEnvironmentVariable { Value = "b" }, ["A_TOKEN"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = "codebuild/a-token" } } }""")]
    public Task A_variable_of_a_step(string properties, string fixedProperties) => Fixes(Step("CodeBuildStep", properties), Step("CodeBuildStep", fixedProperties), Variable);

    [Fact]
    public Task A_step_without_a_build_environment_is_left_alone() =>
        Verify.NoCodeFix(TestProgram.InStack(Step("ShellStep", "Env = new Dictionary<string, string> { [\"A_TOKEN\"] = {|CDKSEC302:\"hunter2-and-more\"|} }")), Variable, SecretProgram.Options);

    [Fact]
    public Task A_constant_that_nothing_else_uses_goes() => Verify.CodeFix(
        TestProgram.InStack(SecretProgram.Filled(SecretProgram.Project("[\"A_TOKEN\"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:Token|} }")), SecretProgram.Filled("""
            private readonly string stage = "beta";

            /// <summary>What signs in.</summary>
            private const string Token = "@token@";

            public override string ToString() => stage;
            """)),
        TestProgram.InStack(SecretProgram.Project("[\"A_TOKEN\"] = new BuildEnvironmentVariable { Value = \"codebuild/a-token\", Type = BuildEnvironmentVariableType.SECRETS_MANAGER }"), """
            private readonly string stage = "beta";

            public override string ToString() => stage;
            """),
        Variable,
        SecretProgram.Options);

    [Fact]
    public Task A_local_that_nothing_else_uses_goes() => Fixes(
        "var token = \"hunter2-and-more\";\nnew GitHubSourceCredentials(this, \"Credentials\", new GitHubSourceCredentialsProps { AccessToken = SecretValue.UnsafePlainText({|CDKSEC301:token|}) });",
        "new GitHubSourceCredentials(this, \"Credentials\", new GitHubSourceCredentialsProps { AccessToken = SecretValue.SecretsManager(\"codebuild/github-token\") });",
        Credential);

    [Fact]
    public Task A_local_that_something_else_uses_stays() => Fixes(
        "var token = \"hunter2-and-more\";\nSystem.Console.Write(token.Length);\nnew GitHubSourceCredentials(this, \"Credentials\", new GitHubSourceCredentialsProps { AccessToken = SecretValue.UnsafePlainText({|CDKSEC301:token|}) });",
        "var token = \"hunter2-and-more\";\nSystem.Console.Write(token.Length);\nnew GitHubSourceCredentials(this, \"Credentials\", new GitHubSourceCredentialsProps { AccessToken = SecretValue.SecretsManager(\"codebuild/github-token\") });",
        Credential);

    [Fact]
    public Task Every_variable_of_a_document() => Fixes(
        SecretProgram.Project("""["A_TOKEN"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:"hunter2-and-more"|} }, ["B_TOKEN"] = new BuildEnvironmentVariable { Value = {|CDKSEC302:"hunter2-and-more"|} }"""),
        SecretProgram.Project("""["A_TOKEN"] = new BuildEnvironmentVariable { Value = "codebuild/a-token", Type = BuildEnvironmentVariableType.SECRETS_MANAGER }, ["B_TOKEN"] = new BuildEnvironmentVariable { Value = "codebuild/b-token", Type = BuildEnvironmentVariableType.SECRETS_MANAGER }"""),
        Variable);

    [Theory]
    [InlineData("""["A_TOKEN"] = new BuildEnvironmentVariable { Value = id == "a" ? {|CDKSEC302:"hunter2-and-more"|} : "none" }""")]
    public Task What_may_be_another_value_is_left_alone(string variable) =>
        Verify.NoCodeFix(TestProgram.InStack(SecretProgram.Project(variable)), Variable, SecretProgram.Options);

    [Theory]
    [InlineData(
        """["variables"] = new Dictionary<string, object> { ["A_TOKEN"] = {|CDKSEC304:"hunter2-and-more"|}, ["STAGE"] = "beta" }""",
        """["variables"] = new Dictionary<string, object> { ["STAGE"] = "beta" }, ["secrets-manager"] = new Dictionary<string, object> { ["A_TOKEN"] = "codebuild/a-token" }""")]
    [InlineData(
        """["variables"] = new Dictionary<string, object> { ["A_TOKEN"] = {|CDKSEC304:"hunter2-and-more"|} }""",
        """["secrets-manager"] = new Dictionary<string, object> { ["A_TOKEN"] = "codebuild/a-token" }""")]
    [InlineData(
        """["secrets-manager"] = new Dictionary<string, object> { ["B"] = "b" }, ["variables"] = new Dictionary<string, object> { ["STAGE"] = "beta", ["A_TOKEN"] = {|CDKSEC304:"hunter2-and-more"|} }""",
        """["secrets-manager"] = new Dictionary<string, object> { ["B"] = "b", ["A_TOKEN"] = "codebuild/a-token" }, ["variables"] = new Dictionary<string, object> { ["STAGE"] = "beta" }""")]
    public Task A_buildspec_of_dictionaries(string environment, string fixedEnvironment) =>
        Fixes(BuildSpec(environment), BuildSpec(fixedEnvironment), BuildSpecVariable);

    [Theory]
    [InlineData("version: 0.2\\nenv:\\n  variables:\\n    A_TOKEN: hunter2-and-more\\n    STAGE: beta\\n", "version: 0.2\\nenv:\\n  secrets-manager:\\n    A_TOKEN: codebuild/a-token\\n  variables:\\n    STAGE: beta\\n")]
    [InlineData("env:\\n  variables:\\n    A_TOKEN: hunter2-and-more\\nphases: {}", "env:\\n  secrets-manager:\\n    A_TOKEN: codebuild/a-token\\nphases: {}")]
    [InlineData("env:\\n  variables:\\n    STAGE: beta\\n    A_TOKEN: hunter2-and-more\\n  secrets-manager:\\n    B: b\\n", "env:\\n  variables:\\n    STAGE: beta\\n  secrets-manager:\\n    A_TOKEN: codebuild/a-token\\n    B: b\\n")]
    public Task A_buildspec_of_text(string text, string fixedText) =>
        Fixes(SecretProgram.Template("", $"BuildSpec = {{|CDKSEC304:\"{text}\"|}}"), SecretProgram.Template("", $"BuildSpec = \"{fixedText}\""), BuildSpecVariable);

    [Fact]
    public Task A_buildspec_of_lines() => Fixes(
        SecretProgram.Template("", "BuildSpec = {|CDKSEC304:" + Lines("variables:", "  STAGE: beta", "  A_TOKEN: hunter2-and-more") + "|}"),
        SecretProgram.Template("", "BuildSpec = " + Lines("secrets-manager:", "  A_TOKEN: codebuild/a-token", "variables:", "  STAGE: beta")),
        BuildSpecVariable);

    [Theory]
    [InlineData("{|CDKSEC307:new CfnParameter(this, \"GitHubToken\")|};", "new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { NoEcho = true });", "Set NoEcho")]
    [InlineData("{|CDKSEC307:new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { Type = \"String\" })|};", "new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { Type = \"String\", NoEcho = true });", "Set NoEcho")]
    [InlineData("new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { NoEcho = {|CDKSEC307:false|} });", "new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { NoEcho = true });", "Set NoEcho")]
    [InlineData("new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { NoEcho = true, Default = {|CDKSEC307:\"hunter2\"|} });", "new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { NoEcho = true });", "Remove the default (every deployment has to give the value)")]
    public Task A_parameter(string parameter, string fixedParameter, string action) => Fixes(parameter, fixedParameter, action);

    private static Task Fixes(string statements, string fixedStatements, string action) =>
        Verify.CodeFixInStack(SecretProgram.Filled(statements), fixedStatements, action, SecretProgram.Options);

    /// <summary>A raw literal with the given lines under <c>env</c>.</summary>
    private static string Lines(params string[] environment) =>
        "\"\"\"\n        version: 0.2\n        env:\n" + string.Concat(environment.Select(line => $"          {line}\n"))
            + "        phases:\n          build:\n            commands: [make]\n        \"\"\"";

    private static string Step(string kind, string properties) =>
        $$"""
        new Amazon.CDK.Pipelines.CodePipeline(this, "Deploy", new Amazon.CDK.Pipelines.CodePipelineProps
        {
            Synth = new Amazon.CDK.Pipelines.{{kind}}("Synth", new Amazon.CDK.Pipelines.{{kind}}Props
            {
                Input = Amazon.CDK.Pipelines.CodePipelineSource.GitHub("octo-org/widgets", "main"), Commands = new[] { "npx cdk synth" }, {{properties}}
            }),
        });
        """;

    private static string BuildSpec(string environment) =>
        $$"""new Project(this, "Build", new ProjectProps { BuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { ["env"] = new Dictionary<string, object> { {{environment}} } }) });""";

    private static string Action(string variables) => $$"""
        new Amazon.CDK.AWS.CodePipeline.CfnPipeline(this, "Pipeline", new Amazon.CDK.AWS.CodePipeline.CfnPipelineProps
        {
            RoleArn = "role",
            Stages = new[]
            {
                new Amazon.CDK.AWS.CodePipeline.CfnPipeline.StageDeclarationProperty
                {
                    Name = "Build",
                    Actions = new[]
                    {
                        new Amazon.CDK.AWS.CodePipeline.CfnPipeline.ActionDeclarationProperty
                        {
                            Name = "Build",
                            ActionTypeId = new Amazon.CDK.AWS.CodePipeline.CfnPipeline.ActionTypeIdProperty { Category = "Build", Owner = "AWS", Provider = "CodeBuild", Version = "1" },
                            Configuration = new Dictionary<string, object> { ["ProjectName"] = "build", ["EnvironmentVariables"] = {{variables}} },
                        },
                    },
                },
            },
        });
        """;

    private static string Webhook(string secret) => $$"""
        new Amazon.CDK.AWS.CodePipeline.CfnWebhook(this, "Webhook", new Amazon.CDK.AWS.CodePipeline.CfnWebhookProps
        {
            Authentication = "GITHUB_HMAC",
            AuthenticationConfiguration = new Amazon.CDK.AWS.CodePipeline.CfnWebhook.WebhookAuthConfigurationProperty { SecretToken = {{secret}} },
        });
        """;
}
