using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Credentials;

/// <summary>What the template itself puts into Secrets Manager, the Parameter Store and the settings of services.</summary>
public sealed class StoredSecretTests
{
    private const string Stored = "Amazon.CDK.AWS.SecretsManager.";

    [Theory]
    [InlineData("{|CDKSEC301:\"hunter2-and-more\"|}")]
    [InlineData("{|CDKSEC301:\"@token@\"|}")]
    [InlineData("""{|CDKSEC301:"{\"username\":\"octocat-and-more\",\"password\":\"hunter2-and-more\"}"|}""")]
    [InlineData("""{|CDKSEC301:"{\"password\":\"hunter2-and-more\",\"host\":\"" + Aws.ACCOUNT_ID + "\"}"|}""")]
    [InlineData("""{|CDKSEC301:"{\"value\":\"@token@\"}"|}""")]
    [InlineData("\"\"")]
    [InlineData("\"{}\"")]
    [InlineData("\"changeme-please\"")]
    [InlineData("\"REPLACE_ME_AFTER_DEPLOYMENT\"")]
    [InlineData("""
        "{\"username\":\"octocat-and-more\",\"host\":\"database-and-more\"}"
        """)]
    [InlineData("""
        "{\"username\":\"octocat-and-more\",\"password\":\"placeholder\"}"
        """)]
    [InlineData("""
        "{\"password\":\"" + Aws.ACCOUNT_ID + "\"}"
        """)]
    [InlineData("Aws.ACCOUNT_ID")]
    [InlineData("id")]
    [InlineData("SecretValue.SecretsManager(\"codebuild/other\").UnsafeUnwrap()")]
    [InlineData("System.Environment.GetEnvironmentVariable(\"PASSWORD\")!")]
    public async Task In_Secrets_Manager(string text)
    {
        await SecretProgram.Reports($"new {Stored}CfnSecret(this, \"Stored\", new {Stored}CfnSecretProps {{ SecretString = {text} }});");
        await SecretProgram.Reports($"var stored = new {Stored}CfnSecret(this, \"Stored\", new {Stored}CfnSecretProps());\nstored.SecretString = {text};");
        await SecretProgram.Reports($"new {Stored}Secret(this, \"Stored\", new {Stored}SecretProps {{ SecretStringValue = SecretValue.UnsafePlainText({text}) }});");
        await SecretProgram.Reports($"new CfnResource(this, \"Stored\", new CfnResourceProps {{ Type = \"AWS::SecretsManager::Secret\", Properties = new Dictionary<string, object> {{ [\"SecretString\"] = {text} }} }});");
    }

    [Fact]
    public Task In_Secrets_Manager_in_other_spellings() => SecretProgram.Reports(
        $$"""
        var stored = new {{Stored}}Secret(this, "Override");
        (({{Stored}}CfnSecret)stored.Node.DefaultChild!).AddPropertyOverride("SecretString", {|CDKSEC301:"hunter2-and-more"|});
        new {{Stored}}Secret(this, "Old", new {{Stored}}SecretProps { SecretStringBeta1 = {{Stored}}SecretStringValueBeta1.FromUnsafePlaintext({|CDKSEC301:"hunter2-and-more"|}) });
        new {{Stored}}Secret(this, "Parts", new {{Stored}}SecretProps { SecretObjectValue = new Dictionary<string, SecretValue> { ["password"] = SecretValue.UnsafePlainText({|CDKSEC301:"hunter2-and-more"|}), ["token"] = SecretValue.UnsafePlainText("changeme") } });
        new {{Stored}}Secret(this, "Generated", new {{Stored}}SecretProps { GenerateSecretString = new {{Stored}}SecretStringGenerator { SecretStringTemplate = "{\"username\":\"app\"}", GenerateStringKey = "password" } });
        new CfnResource(this, "Other", new CfnResourceProps { Type = "AWS::Example::Thing", Properties = new Dictionary<string, object> { ["SecretString"] = "hunter2-and-more" } });
        """);

    [Theory]
    [InlineData("\"/codebuild/github-token\"", "{|CDKSEC301:\"hunter2-and-more\"|}")]
    [InlineData("$\"/{id}/github-token\"", "{|CDKSEC301:\"hunter2-and-more\"|}")]
    [InlineData("\"/codebuild/github-token\"", "{|CDKSEC301:\"@token@\"|}")]
    [InlineData("\"/codebuild/stage\"", "{|CDKSEC303:\"@token@\"|}")]
    [InlineData("\"/codebuild/stage\"", "\"hunter2-and-more\"")]
    [InlineData("\"/codebuild/github-token-name\"", "\"hunter2-and-more\"")]
    [InlineData("\"/codebuild/github-token\"", "\"codebuild/github-token\"")]
    [InlineData("\"/codebuild/github-token\"", "\"changeme-please\"")]
    [InlineData("\"/codebuild/github-token\"", "Aws.ACCOUNT_ID")]
    [InlineData("\"/codebuild/github-token\"", "id")]
    [InlineData("\"/codebuild/stage\"", "{|CDKSEC305:SecretValue.SecretsManager(\"codebuild/token\").UnsafeUnwrap()|}")]
    public async Task In_the_Parameter_Store(string name, string value)
    {
        await SecretProgram.Reports($"new Amazon.CDK.AWS.SSM.StringParameter(this, \"Parameter\", new Amazon.CDK.AWS.SSM.StringParameterProps {{ ParameterName = {name}, StringValue = {value} }});");
        await SecretProgram.Reports($"new Amazon.CDK.AWS.SSM.CfnParameter(this, \"Parameter\", new Amazon.CDK.AWS.SSM.CfnParameterProps {{ Type = \"String\", Name = {name}, Value = {value} }});");
    }

    [Fact]
    public Task A_parameter_without_a_name_is_what_its_id_says() => SecretProgram.Reports(
        """
        new Amazon.CDK.AWS.SSM.StringParameter(this, "GitHubToken", new Amazon.CDK.AWS.SSM.StringParameterProps { StringValue = {|CDKSEC301:"hunter2-and-more"|} });
        new Amazon.CDK.AWS.SSM.StringParameter(this, "Stage", new Amazon.CDK.AWS.SSM.StringParameterProps { StringValue = "beta-and-more" });
        """);

    [Fact]
    public Task In_the_settings_of_services() => SecretProgram.Reports(
        """
        new CfnUser(this, "User", new CfnUserProps { LoginProfile = new CfnUser.LoginProfileProperty { Password = {|CDKSEC301:"hunter2-and-more"|} } });
        new Amazon.CDK.AWS.Amplify.CfnApp(this, "App", new Amazon.CDK.AWS.Amplify.CfnAppProps { Name = "app", OauthToken = {|CDKSEC301:"hunter2-and-more"|} });
        new Amazon.CDK.AWS.Amplify.CfnApp(this, "Other", new Amazon.CDK.AWS.Amplify.CfnAppProps { Name = "app", AccessToken = {|CDKSEC301:"hunter2-and-more"|} });
        new Amazon.CDK.AWS.Codestar.CfnGitHubRepository(this, "Repository", new Amazon.CDK.AWS.Codestar.CfnGitHubRepositoryProps { RepositoryName = "app", RepositoryOwner = "octo-org", RepositoryAccessToken = {|CDKSEC301:"hunter2-and-more"|} });
        new Amazon.CDK.AWS.Cognito.CfnUserPoolClient(this, "Client", new Amazon.CDK.AWS.Cognito.CfnUserPoolClientProps { UserPoolId = "pool", TokenValidityUnits = new Amazon.CDK.AWS.Cognito.CfnUserPoolClient.TokenValidityUnitsProperty { AccessToken = "hours-and-more" } });
        """);

    [Fact]
    public Task In_what_later_versions_of_the_CDK_have() => Verify.Analyzer(
        SecretProgram.Filled(TestProgram.InStack(
            """
            new Amazon.CDK.AWS.InspectorV2.CfnCodeSecurityIntegration(this, "Integration", new Amazon.CDK.AWS.InspectorV2.CfnCodeSecurityIntegrationProps
            {
                Name = "gitlab",
                Type = "GITLAB_SELF_MANAGED",
                CreateIntegrationDetails = new Amazon.CDK.AWS.InspectorV2.CfnCodeSecurityIntegration.CreateDetailsProperty
                {
                    GitlabSelfManaged = new Amazon.CDK.AWS.InspectorV2.CfnCodeSecurityIntegration.CreateGitLabSelfManagedIntegrationDetailProperty { AccessToken = {|CDKSEC301:"hunter2-and-more"|}, InstanceUrl = "https://gitlab.example.com" },
                },
            });
            new Amazon.CDK.AWS.SecurityAgent.CfnIntegration(this, "Agent", new Amazon.CDK.AWS.SecurityAgent.CfnIntegrationProps
            {
                DisplayName = "gitlab",
                Provider = "GITLAB",
                ProviderInput = new Amazon.CDK.AWS.SecurityAgent.CfnIntegration.ProviderInputProperty
                {
                    Gitlab = new Amazon.CDK.AWS.SecurityAgent.CfnIntegration.GitLabInputProperty { AccessToken = {|CDKSEC301:"hunter2-and-more"|}, TokenType = "group-and-more" },
                },
            });
            new Amazon.CDK.AWS.CodePipeline.Actions.CommandsAction(new Amazon.CDK.AWS.CodePipeline.Actions.CommandsActionProps
            {
                ActionName = "Test", Input = new Amazon.CDK.AWS.CodePipeline.Artifact_(), Commands = new[] { "npm ci" },
            });
            var pipeline = new Amazon.CDK.AWS.CodePipeline.Pipeline(this, "Pipeline");
            pipeline.AddStage(new Amazon.CDK.AWS.CodePipeline.StageOptions
            {
                StageName = "Test",
                Actions = new[]
                {
                    new Amazon.CDK.AWS.CodePipeline.Actions.CommandsAction(new Amazon.CDK.AWS.CodePipeline.Actions.CommandsActionProps
                    {
                        ActionName = "Test",
                        Input = new Amazon.CDK.AWS.CodePipeline.Artifact_(),
                        Commands = new[] { "npm ci", {|CDKSEC304:"curl -H 'Authorization: @token@' https://api.github.com"|}, {|CDKSEC306:"git clone https://octocat:hunter22hunter@github.com/octo-org/widgets"|} },
                    }),
                },
            });
            new Amazon.CDK.AWS.CodePipeline.CfnPipeline(this, "Raw", new Amazon.CDK.AWS.CodePipeline.CfnPipelineProps
            {
                RoleArn = "role",
                Stages = new[]
                {
                    new Amazon.CDK.AWS.CodePipeline.CfnPipeline.StageDeclarationProperty
                    {
                        Name = "Test",
                        Actions = new[]
                        {
                            new Amazon.CDK.AWS.CodePipeline.CfnPipeline.ActionDeclarationProperty
                            {
                                Name = "Test",
                                ActionTypeId = new Amazon.CDK.AWS.CodePipeline.CfnPipeline.ActionTypeIdProperty { Category = "Compute", Owner = "AWS", Provider = "Commands", Version = "1" },
                                Commands = new[] { "npm ci", {|CDKSEC304:"npm config set //packages.example.com/:_authToken @npm@"|} },
                                EnvironmentVariables = new[] { new Amazon.CDK.AWS.CodePipeline.CfnPipeline.EnvironmentVariableProperty { Name = "A_TOKEN", Value = {|CDKSEC302:"hunter2-and-more"|} } },
                            },
                        },
                    },
                },
            });
            """)),
        SecretProgram.Options with { CdkVersions = [CdkLibrary.Newest] });

    [Fact]
    public Task In_calls_that_take_a_secret() => SecretProgram.Reports(
        """
        new Amazon.CDK.AWS.Events.Connection(this, "Basic", new Amazon.CDK.AWS.Events.ConnectionProps { Authorization = Amazon.CDK.AWS.Events.Authorization.Basic("octocat", SecretValue.UnsafePlainText({|CDKSEC301:"hunter2-and-more"|})) });
        new Amazon.CDK.AWS.Events.Connection(this, "Key", new Amazon.CDK.AWS.Events.ConnectionProps { Authorization = Amazon.CDK.AWS.Events.Authorization.ApiKey("x-api-key", SecretValue.UnsafePlainText({|CDKSEC301:"hunter2-and-more"|})) });
        new Amazon.CDK.AWS.Events.Connection(this, "OAuth", new Amazon.CDK.AWS.Events.ConnectionProps
        {
            Authorization = Amazon.CDK.AWS.Events.Authorization.Oauth(new Amazon.CDK.AWS.Events.OAuthAuthorizationProps
            {
                AuthorizationEndpoint = "https://login.example.com", ClientId = "octocat", ClientSecret = SecretValue.UnsafePlainText({|CDKSEC301:"hunter2-and-more"|}), HttpMethod = Amazon.CDK.AWS.Events.HttpMethod.POST,
                BodyParameters = new Dictionary<string, Amazon.CDK.AWS.Events.HttpParameter> { ["scope"] = Amazon.CDK.AWS.Events.HttpParameter.FromSecret(SecretValue.UnsafePlainText({|CDKSEC301:"hunter3-and-more"|})) },
            }),
        });
        """);
}
