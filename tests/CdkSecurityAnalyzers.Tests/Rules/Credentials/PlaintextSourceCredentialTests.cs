using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Credentials;

public sealed class PlaintextSourceCredentialTests
{
    [Theory]
    [InlineData("SecretValue.UnsafePlainText({|CDKSEC301:\"hunter2-and-more\"|})")]
    [InlineData("SecretValue.UnsafePlainText({|CDKSEC301:\"hunter2\"|})")]
    [InlineData("SecretValue.UnsafePlainText({|CDKSEC301:\"@token@\"|})")]
    [InlineData("new SecretValue({|CDKSEC301:\"hunter2-and-more\"|})")]
    [InlineData("Plain({|CDKSEC301:\"hunter2-and-more\"|})")]
    [InlineData("Password()")]
    [InlineData("SecretValue.SecretsManager(\"codebuild/github-token\")")]
    [InlineData("SecretValue.SsmSecure(\"/codebuild/github-token\", \"1\")")]
    [InlineData("SecretValue.CfnDynamicReference(new CfnDynamicReference(CfnDynamicReferenceService.SECRETS_MANAGER, \"codebuild/github-token\"))")]
    [InlineData("SecretValue.UnsafePlainText(Aws.ACCOUNT_ID)")]
    [InlineData("SecretValue.UnsafePlainText(id)")]
    [InlineData("SecretValue.UnsafePlainText(System.Environment.GetEnvironmentVariable(\"TOKEN\")!)")]
    [InlineData("SecretValue.UnsafePlainText(\"{{resolve:secretsmanager:codebuild/github-token}}\")")]
    [InlineData("SecretValue.CfnParameter(new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { NoEcho = true }))")]
    [InlineData("SecretValue.ResourceAttribute(Aws.ACCOUNT_ID)")]
    public Task L2(string secret) => SecretProgram.Reports(
        $$"""new GitHubSourceCredentials(this, "Credentials", new GitHubSourceCredentialsProps { AccessToken = {{secret}} });""",
        "private static SecretValue Plain(string text) => SecretValue.UnsafePlainText(text);"
            + (secret.StartsWith("Password", StringComparison.Ordinal) ? "private static SecretValue Password() => SecretValue.UnsafePlainText({|CDKSEC301:\"hunter2-\" + \"and-more\"|});" : ""));

    [Fact]
    public Task Of_other_hosts() => SecretProgram.Reports(
        """
        new GitHubEnterpriseSourceCredentials(this, "Enterprise", new GitHubEnterpriseSourceCredentialsProps { AccessToken = SecretValue.UnsafePlainText({|CDKSEC301:"hunter2-and-more"|}) });
        new BitBucketSourceCredentials(this, "BitBucket", new BitBucketSourceCredentialsProps { Username = SecretValue.UnsafePlainText("octocat-and-more"), Password = SecretValue.UnsafePlainText({|CDKSEC301:"hunter2-and-more"|}) });
        """);

    [Theory]
    [InlineData("Token = {|CDKSEC301:\"hunter2-and-more\"|}, AuthType = \"PERSONAL_ACCESS_TOKEN\"")]
    [InlineData("Token = {|CDKSEC301:\"@token@\"|}, AuthType = \"OAUTH\"")]
    [InlineData("Token = \"arn:aws:codeconnections:eu-west-1:111122223333:connection/1\", AuthType = \"CODECONNECTIONS\"")]
    [InlineData("Token = \"arn:aws:secretsmanager:eu-west-1:111122223333:secret:github\", AuthType = \"SECRETS_MANAGER\"")]
    [InlineData("Token = \"hunter2-and-more\", AuthType = id")]
    [InlineData("Token = \"{{resolve:secretsmanager:codebuild/github-token}}\", AuthType = \"PERSONAL_ACCESS_TOKEN\"")]
    [InlineData("Token = SecretValue.SecretsManager(\"codebuild/github-token\").UnsafeUnwrap(), AuthType = \"PERSONAL_ACCESS_TOKEN\"")]
    [InlineData("Token = SecretValue.UnsafePlainText({|CDKSEC301:\"hunter2-and-more\"|}).UnsafeUnwrap(), AuthType = \"PERSONAL_ACCESS_TOKEN\"")]
    [InlineData("Token = new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { NoEcho = true }).ValueAsString, AuthType = \"PERSONAL_ACCESS_TOKEN\"")]
    [InlineData("Token = id, AuthType = \"PERSONAL_ACCESS_TOKEN\"")]
    public Task L1(string properties) => SecretProgram.Reports(
        $$"""new CfnSourceCredential(this, "Credentials", new CfnSourceCredentialProps { ServerType = "GITHUB", {{properties}} });""");

    [Theory]
    [InlineData("credential.Token = {|CDKSEC301:\"hunter2-and-more\"|};")]
    [InlineData("credential.AddPropertyOverride(\"Token\", {|CDKSEC301:\"hunter2-and-more\"|});")]
    [InlineData("credential.Token = SecretValue.SecretsManager(\"codebuild/github-token\").UnsafeUnwrap();")]
    [InlineData("credential.AddPropertyOverride(\"Token\", \"{{resolve:secretsmanager:codebuild/github-token}}\");")]
    [InlineData("credential.AuthType = \"SECRETS_MANAGER\";")]
    public Task Changed_later(string statement) => SecretProgram.Reports(
        """
        var credential = new CfnSourceCredential(this, "Credentials", new CfnSourceCredentialProps { ServerType = "GITHUB", AuthType = "OAUTH", Token = "hunter2-is-replaced" });

        """ + statement);

    [Fact]
    public Task Given_later_for_the_first_time() => SecretProgram.Reports(
        """
        var credential = new CfnSourceCredential(this, "Credentials", new CfnSourceCredentialProps { ServerType = "GITHUB", AuthType = "OAUTH" });
        credential.Token = {|CDKSEC301:"hunter2-and-more"|};
        """);

    [Fact]
    public Task Of_pipelines() => SecretProgram.ReportsInPipeline(
        """
        var source = new GitHubSourceAction(new GitHubSourceActionProps
        {
            ActionName = "Source", Owner = "octo-org", Repo = "widgets", Output = new Artifact_(), OauthToken = SecretValue.UnsafePlainText({|CDKSEC301:"hunter2-and-more"|}),
        });
        new Pipeline(this, "Pipeline", new PipelineProps { Stages = new[] { new Amazon.CDK.AWS.CodePipeline.StageProps { StageName = "Source", Actions = new[] { source } } } });
        new CodePipeline(this, "Deploy", new CodePipelineProps
        {
            Synth = new ShellStep("Synth", new ShellStepProps
            {
                Input = CodePipelineSource.GitHub("octo-org/widgets", "main", new GitHubSourceOptions { Authentication = SecretValue.UnsafePlainText({|CDKSEC301:"hunter2-and-more"|}) }),
                Commands = new[] { "npx cdk synth" },
            }),
        });
        new CfnWebhook(this, "Webhook", new CfnWebhookProps
        {
            Authentication = "GITHUB_HMAC",
            AuthenticationConfiguration = new CfnWebhook.WebhookAuthConfigurationProperty { SecretToken = {|CDKSEC301:"hunter2-and-more"|} },
            Filters = new[] { new CfnWebhook.WebhookFilterRuleProperty { JsonPath = "$.ref", MatchEquals = "refs/heads/main" } },
            TargetAction = "Source", TargetPipeline = "pipeline", TargetPipelineVersion = 1,
        });
        new CfnPipeline(this, "Raw", new CfnPipelineProps
        {
            RoleArn = "arn:aws:iam::111122223333:role/pipeline",
            Stages = new[]
            {
                new CfnPipeline.StageDeclarationProperty
                {
                    Name = "Source",
                    Actions = new[]
                    {
                        new CfnPipeline.ActionDeclarationProperty
                        {
                            Name = "Source",
                            ActionTypeId = new CfnPipeline.ActionTypeIdProperty { Category = "Source", Owner = "ThirdParty", Provider = "GitHub", Version = "1" },
                            Configuration = new Dictionary<string, object> { ["Owner"] = "octo-org", ["OAuthToken"] = {|CDKSEC301:"hunter2-and-more"|} },
                        },
                    },
                },
            },
        });
        """);

    [Fact]
    public Task Of_other_services() => SecretProgram.Reports(
        """
        new User(this, "User", new UserProps { Password = SecretValue.UnsafePlainText({|CDKSEC301:"hunter2-and-more"|}) });
        new Amazon.CDK.AWS.SecretsManager.Secret(this, "Secret", new Amazon.CDK.AWS.SecretsManager.SecretProps
        {
            SecretObjectValue = new Dictionary<string, SecretValue>
            {
                ["username"] = SecretValue.UnsafePlainText("octocat-and-more"),
                ["host"] = SecretValue.UnsafePlainText("database-and-more"),
                ["password"] = SecretValue.UnsafePlainText({|CDKSEC301:"hunter2-and-more"|}),
            },
        });
        """);

    [Fact]
    public Task What_goes_nowhere_is_not_reported() => SecretProgram.Reports("var unused = SecretValue.UnsafePlainText(\"hunter2-and-more\");");

    [Fact]
    public Task Three_calls_away() => SecretProgram.Reports(
        """new GitHubSourceCredentials(this, "Credentials", new GitHubSourceCredentialsProps { AccessToken = First({|CDKSEC301:"hunter2-and-more"|}) });""",
        """
        private static SecretValue First(string text) => Second(text);

        private static SecretValue Second(string text) => Third(text.Trim());

        private static SecretValue Third(string text) => SecretValue.UnsafePlainText(text);
        """);
}
