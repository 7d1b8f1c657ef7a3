using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Credentials;

/// <summary>Buildspecs, unwrapped secrets, URLs, parameters, keys.</summary>
public sealed class OtherCredentialTests
{
    [Theory]
    [InlineData("""["variables"] = new Dictionary<string, object> { ["GITHUB_TOKEN"] = {|CDKSEC304:"hunter2-and-more"|}, ["STAGE"] = "beta-and-more" }""")]
    [InlineData("""["variables"] = new Dictionary<string, object> { ["STAGE"] = {|CDKSEC304:"@token@"|} }""")]
    [InlineData("""["variables"] = new Dictionary<string, string> { ["GITHUB_TOKEN"] = {|CDKSEC304:"hunter2-and-more"|} }""")]
    [InlineData("""["variables"] = new Dictionary<string, object> { ["TOKEN_URL"] = "beta-and-more", ["GITHUB_TOKEN"] = "$OTHER" }""")]
    [InlineData("""["secrets-manager"] = new Dictionary<string, object> { ["GITHUB_TOKEN"] = "codebuild/github-token" }""")]
    [InlineData("""["parameter-store"] = new Dictionary<string, object> { ["GITHUB_TOKEN"] = "GitHubTokenOfBuilds" }""")]
    public async Task BuildSpec_objects(string environment)
    {
        await SecretProgram.Reports(Project($$"""BuildSpec.FromObject(new Dictionary<string, object> { ["version"] = "0.2", ["env"] = new Dictionary<string, object> { {{environment}} } })"""));
        await SecretProgram.Reports(Project($$"""BuildSpec.FromObjectToYaml(new Dictionary<string, object> { ["version"] = "0.2", ["env"] = new Dictionary<string, object> { {{environment}} } })"""));
    }

    [Fact]
    public Task BuildSpec_commands() => SecretProgram.Reports(Project("""
        BuildSpec.FromObject(new Dictionary<string, object>
        {
            ["version"] = "0.2",
            ["phases"] = new Dictionary<string, object>
            {
                ["build"] = new Dictionary<string, object> { ["commands"] = new[] { "echo $TOKEN", {|CDKSEC304:"npm config set //packages.example.com/:_authToken @npm@"|}, {|CDKSEC306:"git clone https://octocat:hunter22hunter@github.com/octo-org/widgets"|} } },
            },
        })
        """));

    [Theory]
    [InlineData("env:\\n  variables:\\n    GITHUB_TOKEN: hunter2-and-more\\n", "CDKSEC304")]
    [InlineData("phases:\\n  build:\\n    commands:\\n      - echo @token@\\n", "CDKSEC304")]
    [InlineData("phases:\\n  build:\\n    commands:\\n      - git clone https://octocat:hunter22hunter@github.com/x/y\\n", "CDKSEC306")]
    [InlineData("env:\\n  secrets-manager:\\n    GITHUB_TOKEN: codebuild/github-token\\n", "")]
    [InlineData("env:\\n  variables:\\n    TOKEN_URL: hunter2-and-more\\n", "")]
    [InlineData("buildspec.yml", "")]
    public Task BuildSpec_text(string text, string rule) => SecretProgram.Reports(
        SecretProgram.Template("", "BuildSpec = " + Marked($"\"{text}\"", rule)));

    [Fact]
    public Task BuildSpec_by_override() => SecretProgram.Reports(
        "var project = " + SecretProgram.Project("") + "\n((CfnProject)project.Node.DefaultChild!).AddPropertyOverride(\"Source.BuildSpec\", {|CDKSEC304:\"env: { variables: { A_TOKEN: hunter2-and-more } }\"|});");

    [Fact]
    public Task Unwrapped_secrets() => SecretProgram.Reports(
        """
        var secret = SecretValue.SecretsManager("codebuild/github-token");
        new CfnOutput(this, "Output", new CfnOutputProps { Value = {|CDKSEC305:secret.UnsafeUnwrap()|} });
        new CfnOutput(this, "Text", new CfnOutputProps { Value = "fixed", Description = $"The token is {{|CDKSEC305:secret.UnsafeUnwrap()|}}" });
        Amazon.CDK.Tags.Of(this).Add("token", {|CDKSEC305:secret.UnsafeUnwrap()|});
        new CfnSourceCredential(this, "Credentials", new CfnSourceCredentialProps { ServerType = "GITHUB", AuthType = "OAUTH", Token = secret.UnsafeUnwrap() });
        """ + SecretProgram.Project("""
            ["A"] = new BuildEnvironmentVariable { Value = {|CDKSEC305:secret.UnsafeUnwrap()|} },
            ["B"] = new BuildEnvironmentVariable { Value = "token " + {|CDKSEC305:secret.UnsafeUnwrap()|} },
            ["C"] = new BuildEnvironmentVariable { Value = {|CDKSEC305:First(secret)|} }
            """) + Project("BuildSpec.FromObject(new Dictionary<string, object> { [\"env\"] = new Dictionary<string, object> { [\"variables\"] = new Dictionary<string, object> { [\"X\"] = {|CDKSEC305:secret.UnsafeUnwrap()|} } } })", "Second"),
        """
        private static string First(SecretValue value) => Second(value);

        private static string Second(SecretValue value) => Third(value);

        private static string Third(SecretValue value) => value.UnsafeUnwrap();
        """);

    [Fact]
    public Task Secrets_that_become_texts() => SecretProgram.Reports(
        """
        var secret = SecretValue.SecretsManager("codebuild/github-token");
        new CfnOutput(this, "A", new CfnOutputProps { Value = {|CDKSEC305:secret.ToString()|} });
        new CfnOutput(this, "B", new CfnOutputProps { Value = {|CDKSEC305:$"{secret}"|} });
        new CfnOutput(this, "C", new CfnOutputProps { Value = {|CDKSEC305:Token.AsString(secret)|} });
        new CfnOutput(this, "D", new CfnOutputProps { Value = {|CDKSEC305:secret.UnsafeUnwrap().Trim()|} });
        new CfnOutput(this, "E", new CfnOutputProps { Value = {|CDKSEC305:secret.UnsafeUnwrap().ToString()|} });
        new CfnOutput(this, "F", new CfnOutputProps { Value = Token.AsString(Aws.ACCOUNT_ID).Trim() });
        """ + SecretProgram.Project("""
            ["A"] = new BuildEnvironmentVariable { Value = secret },
            ["B"] = new BuildEnvironmentVariable { Value = secret.ToString() },
            ["C"] = new BuildEnvironmentVariable { Value = {|CDKSEC305:secret.UnsafeUnwrap().Trim()|} }
            """) + Project("BuildSpec.FromObject(new Dictionary<string, object> { [\"env\"] = new Dictionary<string, object> { [\"variables\"] = new Dictionary<string, object> { [\"X\"] = {|CDKSEC305:secret.ToString()|} } } })", "Second"));

    [Fact]
    public Task Dictionaries_of_helpers() => SecretProgram.Reports(
        """
        var project = new Project(this, "Build", new ProjectProps { BuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { ["env"] = new Dictionary<string, object> { ["variables"] = Variables() } }) });
        ((CfnProject)project.Node.DefaultChild!).AddPropertyOverride("Environment.EnvironmentVariables", Overrides());
        new Project(this, "Stored", new ProjectProps { BuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { ["env"] = new Dictionary<string, object> { ["secrets-manager"] = Names() } }) });
        """,
        """
        private static Dictionary<string, object> Variables() => new() { ["A_TOKEN"] = {|CDKSEC305:Secret().UnsafeUnwrap()|}, ["B_TOKEN"] = {|CDKSEC305:Secret().UnsafeUnwrap()|} };

        private static object[] Overrides()
        {
            var secret = Secret();
            return
            [
                new Dictionary<string, object> { ["Name"] = "A_TOKEN", ["Value"] = {|CDKSEC305:secret.UnsafeUnwrap()|} },
                new Dictionary<string, object> { ["Name"] = "B_TOKEN", ["Value"] = {|CDKSEC302:"hunter2-and-more"|} },
                new Dictionary<string, object> { ["Name"] = "C_TOKEN", ["Value"] = "BuildToken", ["Type"] = "SECRETS_MANAGER" },
            ];
        }

        private static SecretValue Secret() => SecretValue.SecretsManager("codebuild/token");

        private static Dictionary<string, object> Names() => new() { ["A_TOKEN"] = "BuildToken", ["B_TOKEN"] = "OtherBuildToken" };

        public static Dictionary<string, object> Unused() => new() { ["A_TOKEN"] = "hunter2-and-more" };
        """);

    [Fact]
    public Task The_check_that_is_off() => SecretProgram.ReportsInPipeline(
        """
        new Project(this, "Build", new ProjectProps { BuildSpec = BuildSpec.FromSourceFilename("b.yml"), CheckSecretsInPlainTextEnvVariables = {|CDKSEC305:false|} });
        new PipelineProject(this, "Pipeline", new PipelineProjectProps { CheckSecretsInPlainTextEnvVariables = {|CDKSEC305:false|} });
        new Project(this, "Checked", new ProjectProps { BuildSpec = BuildSpec.FromSourceFilename("b.yml"), CheckSecretsInPlainTextEnvVariables = true });
        new Project(this, "Unknown", new ProjectProps { BuildSpec = BuildSpec.FromSourceFilename("b.yml"), CheckSecretsInPlainTextEnvVariables = Convert.ToBoolean(System.Environment.GetEnvironmentVariable("X")) });
        """);

    [Theory]
    [InlineData("https://octocat:hunter22hunter@bitbucket.org/octo-org/widgets.git", "CDKSEC306")]
    [InlineData("https://@token@@github.com/octo-org/widgets.git", "CDKSEC306")]
    [InlineData("https://octocat@bitbucket.org/octo-org/widgets.git", "")]
    [InlineData("https://x-access-token:$TOKEN@github.com/octo-org/widgets.git", "")]
    public async Task Urls(string url, string rule)
    {
        await SecretProgram.Reports(SecretProgram.Template("", $"Location = {Marked($"\"{url}\"", rule)}"));
        await SecretProgram.Reports(SecretProgram.Project($"[\"REPOSITORY\"] = new BuildEnvironmentVariable {{ Value = {Marked($"\"{url}\"", rule)} }}"));
        await SecretProgram.Reports(
            $"new Project(this, \"Build\", new ProjectProps {{ Source = Source.GitHubEnterprise(new GitHubEnterpriseSourceProps {{ HttpsCloneUrl = {Marked($"\"{url}\"", rule)} }}) }});");
    }

    [Theory]
    [InlineData("{|CDKSEC307:new CfnParameter(this, \"GitHubToken\")|};")]
    [InlineData("{|CDKSEC307:new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { Type = \"String\" })|};")]
    [InlineData("new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { NoEcho = {|CDKSEC307:false|} });")]
    [InlineData("new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { NoEcho = true });")]
    [InlineData("new CfnParameter(this, \"Stage\", new CfnParameterProps { NoEcho = true, Default = {|CDKSEC307:\"beta\"|} });")]
    [InlineData("new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { NoEcho = true, Default = \"\" });")]
    [InlineData("new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { NoEcho = true, Default = id });")]
    [InlineData("new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { NoEcho = Convert.ToBoolean(System.Environment.GetEnvironmentVariable(\"X\")) });")]
    [InlineData("new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { Type = \"AWS::SSM::Parameter::Value<String>\" });")]
    [InlineData("new CfnParameter(this, \"TokenUrl\");")]
    [InlineData("new CfnParameter(this, \"SecretArn\");")]
    [InlineData("new CfnParameter(this, \"Stage\", new CfnParameterProps { Default = \"beta\" });")]
    [InlineData("new CfnParameter(this, \"GitHubToken\").NoEcho = true;")]
    [InlineData("var parameter = new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { NoEcho = true }); parameter.NoEcho = {|CDKSEC307:false|};")]
    [InlineData("new CfnParameter(this, id);")]
    public Task Parameters(string statement) => SecretProgram.Reports(statement);

    [Fact]
    public async Task What_a_run_decides_is_named_in_audits()
    {
        var findings = await Analysis.Run(
            TestProgram.InStack(
                """
                new GitHubSourceCredentials(this, "Credentials", new GitHubSourceCredentialsProps { AccessToken = SecretValue.UnsafePlainText(id.ToUpperInvariant()) });
                """ + SecretProgram.Project("""
                    ["A_TOKEN"] = new BuildEnvironmentVariable { Value = System.Environment.GetEnvironmentVariable("A_TOKEN")! },
                    ["B_TOKEN"] = new BuildEnvironmentVariable { Value = Aws.ACCOUNT_ID },
                    ["C_TOKEN"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = id },
                    ["STAGE"] = new BuildEnvironmentVariable { Value = id }
                    """)),
            SecretProgram.Options with { Only = ["CDKSEC901"], Enable = ["CDKSEC901"] });

        Assert.Equal(
            [
                "The credential in the template cannot be determined at compile time: 'ToUpperInvariant' is computed at run time",
                "What the plain-text variable 'A_TOKEN' shows cannot be determined at compile time: 'GetEnvironmentVariable' is computed at run time",
            ],
            findings.Select(finding => finding.GetMessage(null)));
    }

    [Fact]
    public Task Keys() => SecretProgram.Reports(
        """
        var user = new User(this, "User");
        {|CDKSEC308:new AccessKey(this, "Key", new AccessKeyProps { User = user })|};
        {|CDKSEC308:new CfnAccessKey(this, "Raw", new CfnAccessKeyProps { UserName = user.UserName })|};
        """);

    private static string Marked(string text, string rule) => rule.Length == 0 ? text : $"{{|{rule}:{text}|}}";

    private static string Project(string buildSpec, string id = "Build") => $$"""new Project(this, "{{id}}", new ProjectProps { BuildSpec = {{buildSpec}} });""";
}
