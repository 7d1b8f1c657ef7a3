using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Credentials;

/// <summary>Apps as people write them, full of names and values that sound like secrets and are none.</summary>
public sealed class HarmlessAppTests
{
    [Fact]
    public Task A_service_with_a_login() => Silent(
        """
        var userPool = new Amazon.CDK.AWS.Cognito.UserPool(this, "Users", new Amazon.CDK.AWS.Cognito.UserPoolProps
        {
            PasswordPolicy = new Amazon.CDK.AWS.Cognito.PasswordPolicy { MinLength = 14, RequireSymbols = true },
        });
        var client = userPool.AddClient("Web", new Amazon.CDK.AWS.Cognito.UserPoolClientOptions { GenerateSecret = true, AccessTokenValidity = Duration.Hours(1) });
        var key = new Amazon.CDK.AWS.KMS.Key(this, "Key");
        var database = new Amazon.CDK.AWS.SecretsManager.Secret(this, "Database", new Amazon.CDK.AWS.SecretsManager.SecretProps
        {
            GenerateSecretString = new Amazon.CDK.AWS.SecretsManager.SecretStringGenerator { SecretStringTemplate = "{\"username\":\"app\"}", GenerateStringKey = "password", ExcludeCharacters = "/@\" " },
        });
        new Amazon.CDK.AWS.Lambda.Function(this, "Api", new Amazon.CDK.AWS.Lambda.FunctionProps
        {
            Runtime = Amazon.CDK.AWS.Lambda.Runtime.DOTNET_8,
            Handler = "Api::Api.Function::Handle",
            Code = Amazon.CDK.AWS.Lambda.Code.FromInline("none"),
            Environment = new Dictionary<string, string>
            {
                ["TOKEN_ISSUER"] = "https://cognito-idp.eu-west-1.amazonaws.com/" + userPool.UserPoolId,
                ["CLIENT_ID"] = client.UserPoolClientId,
                ["KEY_ID"] = key.KeyId,
                ["DB_SECRET_ARN"] = database.SecretArn,
                ["PASSWORD_RESET_URL"] = "https://example.com/password/reset?token=",
            },
        });
        new CfnOutput(this, "SecretArn", new CfnOutputProps { Value = database.SecretArn, Description = "The ARN of the secret with the database's password" });
        new CfnOutput(this, "TokenEndpoint", new CfnOutputProps { Value = "https://auth.example.com/oauth2/token", ExportName = "token-endpoint" });
        new CfnParameter(this, "TokenLifetime", new CfnParameterProps { Type = "Number", Default = 3600 });
        new CfnParameter(this, "GitHubTokenSecretName", new CfnParameterProps { Default = "codebuild/github-token" });
        new CfnParameter(this, "ApiKeyHeader", new CfnParameterProps { Default = "x-api-key" });
        new CfnParameter(this, "DatabasePassword", new CfnParameterProps { NoEcho = true, Description = "The password of the database" });
        new CfnParameter(this, "PublicKey", new CfnParameterProps { Default = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ" });
        Amazon.CDK.Tags.Of(this).Add("secret-rotation", "quarterly-by-operations");
        """);

    [Fact]
    public Task Builds_with_many_settings() => Silent(
        """
        var signing = Amazon.CDK.AWS.SecretsManager.Secret.FromSecretNameV2(this, "Signing", "codebuild/signing");
        var stage = (string?)Node.TryGetContext("stage") ?? "beta";
        var variables = new Dictionary<string, IBuildEnvironmentVariable>
        {
            ["GITHUB_TOKEN"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = "codebuild/github:token" },
            ["SIGNING_PASSPHRASE"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = signing.SecretArn },
            ["SONAR_TOKEN"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.PARAMETER_STORE, Value = "/codebuild/SonarToken" },
            ["SONAR_TOKEN_PARAMETER"] = new BuildEnvironmentVariable { Value = "/codebuild/SonarToken" },
            ["AWS_ROLE_SESSION_NAME"] = new BuildEnvironmentVariable { Value = "integration-tests" },
            ["AWS_ACCOUNT_ID"] = new BuildEnvironmentVariable { Value = Account },
            ["AUTHOR"] = new BuildEnvironmentVariable { Value = "Mona Lisa Octocat" },
            ["CACHE_KEY"] = new BuildEnvironmentVariable { Value = "v3-linux-x64-2024" },
            ["NUGET_SOURCE"] = new BuildEnvironmentVariable { Value = "https://packages.example.com/v3/index.json" },
            ["KMS_KEY_ID"] = new BuildEnvironmentVariable { Value = "1234abcd-12ab-34cd-56ef-1234567890ab" },
            ["COMMIT"] = new BuildEnvironmentVariable { Value = "5d41402abc4b2a76b9719d911017c5925d414020" },
            ["IMAGE_DIGEST"] = new BuildEnvironmentVariable { Value = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" },
            ["TEST_DATABASE"] = new BuildEnvironmentVariable { Value = "postgres://postgres:postgres@localhost:5432/test" },
            ["CONNECTION"] = new BuildEnvironmentVariable { Value = $"postgres://app:$DB_PASSWORD@db.{stage}.internal/app" },
            ["TOKENIZERS_PARALLELISM"] = new BuildEnvironmentVariable { Value = "false" },
            ["DISABLE_TOKEN_CHECK"] = new BuildEnvironmentVariable { Value = "for-pull-requests" },
            ["MAX_TOKEN"] = new BuildEnvironmentVariable { Value = "4096-per-minute" },
            ["VAULT_TOKEN_PATH"] = new BuildEnvironmentVariable { Value = "/home/build/.vault-token" },
            ["API_KEY"] = new BuildEnvironmentVariable { Value = System.Environment.GetEnvironmentVariable("API_KEY") ?? "changeme" },
            ["REPOSITORY"] = new BuildEnvironmentVariable { Value = "https://git@github.com/octo-org/widgets.git" },
        };
        new Project(this, "Build", new ProjectProps
        {
            Description = "Runs with the token of the release account; see the password policy.",
            EnvironmentVariables = variables,
            BuildSpec = BuildSpec.FromObject(new Dictionary<string, object>
            {
                ["version"] = "0.2",
                ["env"] = new Dictionary<string, object>
                {
                    ["git-credential-helper"] = "yes",
                    ["variables"] = new Dictionary<string, object> { ["TOKEN_URL"] = "https://login.example.com/token", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" },
                    ["secrets-manager"] = new Dictionary<string, object> { ["NPM_TOKEN"] = "codebuild/npm:token" },
                    ["parameter-store"] = new Dictionary<string, object> { ["DB_PASSWORD"] = "/codebuild/DbPassword" },
                },
                ["phases"] = new Dictionary<string, object>
                {
                    ["install"] = new Dictionary<string, object> { ["commands"] = new[] { "npm config set //packages.example.com/:_authToken \"${NPM_TOKEN}\"", "echo $GITHUB_TOKEN | docker login images.example.com -u octocat --password-stdin" } },
                    ["build"] = new Dictionary<string, object> { ["commands"] = new[] { "git clone https://x-access-token:${GITHUB_TOKEN}@github.com/octo-org/widgets.git", "export TOKEN=$(aws secretsmanager get-secret-value --secret-id token --query SecretString --output text)", "dotnet nuget push out/*.nupkg --api-key $NUGET_API_KEY" } },
                },
            }),
        });
        """);

    [Fact]
    public Task A_template_of_text() => Silent(SecretProgram.Template(
        "EnvironmentVariables = new[] { new CfnProject.EnvironmentVariableProperty { Name = \"GITHUB_TOKEN\", Type = \"SECRETS_MANAGER\", Value = \"codebuild/github-token\" }, new CfnProject.EnvironmentVariableProperty { Name = \"TOKEN_TTL\", Value = \"3600-seconds\" } }",
        "Location = \"https://github.com/octo-org/widgets.git\", Auth = new CfnProject.SourceAuthProperty { Type = \"OAUTH\" }, BuildSpec = \"version: 0.2\\nenv:\\n  variables:\\n    PASSWORD_FILE: /run/secrets/password\\n  secrets-manager:\\n    TOKEN: a:b\\nphases:\\n  build:\\n    commands:\\n      - 'curl -H \\\"Authorization: Bearer $TOKEN\\\" https://example.com'\\n\""));

    [Fact]
    public Task A_pipeline_with_connections() => Verify.Analyzer(
        SecretProgram.Usings + TestProgram.InStack(
            """
            var pipeline = new CodePipeline(this, "Pipeline", new CodePipelineProps
            {
                Synth = new ShellStep("Synth", new ShellStepProps
                {
                    Input = CodePipelineSource.GitHub("octo-org/widgets", "main", new GitHubSourceOptions { Authentication = SecretValue.SecretsManager("github-token", new SecretsManagerSecretOptions { JsonField = "token" }) }),
                    Env = new Dictionary<string, string> { ["STAGE"] = "beta-and-more", ["TOKEN_ENDPOINT"] = "login.example.com", ["NPM_TOKEN_NAME"] = "codebuild/npm-token" },
                    Commands = new[] { "npm ci", "npx cdk synth -c tokenUrl=https://login.example.com" },
                }),
                CodeBuildDefaults = new CodeBuildOptions { PartialBuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { ["env"] = new Dictionary<string, object> { ["secrets-manager"] = new Dictionary<string, object> { ["NPM_TOKEN"] = "codebuild/npm-token" } } }) },
            });
            new CfnSourceCredential(this, "Connection", new CfnSourceCredentialProps { ServerType = "GITHUB", AuthType = "CODECONNECTIONS", Token = "arn:aws:codeconnections:eu-west-1:111122223333:connection/0a1b2c3d" });
            """),
        SecretProgram.Options);

    private static Task Silent(string statements) => Verify.InStack(statements, SecretProgram.Options);
}
