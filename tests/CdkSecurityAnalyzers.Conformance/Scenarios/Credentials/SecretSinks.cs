namespace CdkSecurityAnalyzers.Conformance.Scenarios.Credentials;

/// <summary>Where a secret comes into the template: statements of a stack's constructor with <c>@</c> for the expression that gives the text.</summary>
internal static class SecretSinks
{
    private const string Project = "new Project(this, \"Build\", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = \"octo\", Repo = \"app\" })";
    private const string Variables = "new Dictionary<string, IBuildEnvironmentVariable>";
    private const string Resource = "new CfnProject(this, \"Build\", new CfnProjectProps { ServiceRole = \"role\", Artifacts = new CfnProject.ArtifactsProperty { Type = \"NO_ARTIFACTS\" }";
    private const string Container = "Type = \"LINUX_CONTAINER\", ComputeType = \"BUILD_GENERAL1_SMALL\", Image = \"aws/codebuild/standard:7.0\"";

    public static IReadOnlyDictionary<string, string> All { get; } =
        Builds().Concat(PipelineSecretSinks.All).Concat(StoredSecretSinks.All).ToDictionary(sink => sink.Key, sink => sink.Value);

    private static Dictionary<string, string> Builds() => new()
    {
        ["variable of a project"] = Project + ", EnvironmentVariables = " + Variables + " { [\"A_TOKEN\"] = new BuildEnvironmentVariable { Value = @ } } });",
        ["variable with a harmless name"] = Project + ", EnvironmentVariables = " + Variables + " { [\"TOKEN_URL\"] = new BuildEnvironmentVariable { Value = @ } } });",
        ["variable that is serialized"] = Resource + ", Environment = new CfnProject.EnvironmentProperty { " + Container + ", EnvironmentVariables = Amazon.CDK.AWS.CodeBuild.Project.SerializeEnvVariables(" + Variables + " { [\"A_TOKEN\"] = new BuildEnvironmentVariable { Value = @ } }) }, Source = new CfnProject.SourceProperty { Type = \"GITHUB\" } });",
        ["variable by override of its value"] = "var build = " + Project + ", EnvironmentVariables = " + Variables + " { [\"A_TOKEN\"] = new BuildEnvironmentVariable { Value = \"none\" } } });\n((CfnProject)build.Node.DefaultChild!).AddPropertyOverride(\"Environment.EnvironmentVariables.0.Value\", @);",
        ["variable of a resource"] = "new CfnResource(this, \"Build\", new CfnResourceProps { Type = \"AWS::CodeBuild::Project\", Properties = new Dictionary<string, object> { [\"Environment\"] = new Dictionary<string, object> { [\"EnvironmentVariables\"] = new object[] { new Dictionary<string, object> { [\"Name\"] = \"A_TOKEN\", [\"Value\"] = @ } } } } });",
        ["buildspec by override"] = "var build = " + Project + " });\n((CfnProject)build.Node.DefaultChild!).AddPropertyOverride(\"Source.BuildSpec\", \"env:\\n  variables:\\n    A_TOKEN: \" + @ + \"\\n\");",
        ["variable that is stored"] = Project + ", EnvironmentVariables = " + Variables + " { [\"A_TOKEN\"] = new BuildEnvironmentVariable { Type = BuildEnvironmentVariableType.SECRETS_MANAGER, Value = @ } } });",
        ["variable of the environment"] = Project + ", Environment = new BuildEnvironment { EnvironmentVariables = " + Variables + " { { \"DB_PASSWORD\", new BuildEnvironmentVariable { Value = @ } } } } });",
        ["variable that is replaced"] = Project + ", Environment = new BuildEnvironment { EnvironmentVariables = " + Variables + " { { \"A_TOKEN\", new BuildEnvironmentVariable { Value = @ } } } }, EnvironmentVariables = " + Variables + " { [\"A_TOKEN\"] = new BuildEnvironmentVariable { Value = \"none\" } } });",
        ["variable of a template"] = Resource + ", Environment = new CfnProject.EnvironmentProperty { " + Container + ", EnvironmentVariables = new[] { new CfnProject.EnvironmentVariableProperty { Name = \"A_TOKEN\", Value = @ } } }, Source = new CfnProject.SourceProperty { Type = \"GITHUB\" } });",
        ["variable by override"] = "var build = " + Project + " });\n((CfnProject)build.Node.DefaultChild!).AddPropertyOverride(\"Environment.EnvironmentVariables\", new object[] { new Dictionary<string, object> { [\"Name\"] = \"A_TOKEN\", [\"Value\"] = @ } });",
        ["variable whose list is deleted"] = "var build = " + Project + ", EnvironmentVariables = " + Variables + " { [\"A_TOKEN\"] = new BuildEnvironmentVariable { Value = @ } } });\n((CfnProject)build.Node.DefaultChild!).AddPropertyDeletionOverride(\"Environment.EnvironmentVariables\");",
        ["variable behind one that is replaced where it stands"] = "var build = " + Project + ", Environment = new BuildEnvironment { EnvironmentVariables = " + Variables + " { [\"A_TOKEN\"] = new BuildEnvironmentVariable { Value = \"none\" }, [\"DB_PASSWORD\"] = new BuildEnvironmentVariable { Value = @ } } }, EnvironmentVariables = " + Variables + " { [\"A_TOKEN\"] = new BuildEnvironmentVariable { Value = \"none\" } } });\n((CfnProject)build.Node.DefaultChild!).AddPropertyDeletionOverride(\"Environment.EnvironmentVariables.0\");",
        ["buildspec of dictionaries"] = Project + ", BuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { [\"version\"] = \"0.2\", [\"env\"] = new Dictionary<string, object> { [\"variables\"] = new Dictionary<string, object> { [\"A_TOKEN\"] = @ } } }) });",
        ["buildspec in YAML"] = Project + ", BuildSpec = BuildSpec.FromObjectToYaml(new Dictionary<string, object> { [\"version\"] = \"0.2\", [\"env\"] = new Dictionary<string, object> { [\"variables\"] = new Dictionary<string, object> { [\"DB_PASSWORD\"] = @ } } }) });",
        ["buildspec of text"] = Resource + ", Environment = new CfnProject.EnvironmentProperty { " + Container + " }, Source = new CfnProject.SourceProperty { Type = \"GITHUB\", BuildSpec = \"env:\\n  variables:\\n    A_TOKEN: \" + @ + \"\\n\" } });",
        ["location of a source"] = Resource + ", Environment = new CfnProject.EnvironmentProperty { " + Container + " }, Source = new CfnProject.SourceProperty { Type = \"BITBUCKET\", Location = \"https://octo:\" + @ + \"@bitbucket.org/octo/app.git\" } });",
        ["clone URL"] = "new Project(this, \"Build\", new ProjectProps { Source = Source.GitHubEnterprise(new GitHubEnterpriseSourceProps { HttpsCloneUrl = \"https://octo:\" + @ + \"@git.example.com/octo/app.git\" }) });",
        ["source credential"] = "new GitHubSourceCredentials(this, \"Credentials\", new GitHubSourceCredentialsProps { AccessToken = SecretValue.UnsafePlainText(@) });",
        ["credential of GitHub Enterprise"] = "new GitHubEnterpriseSourceCredentials(this, \"Credentials\", new GitHubEnterpriseSourceCredentialsProps { AccessToken = SecretValue.UnsafePlainText(@) });",
        ["credential of a resource"] = "new CfnResource(this, \"Credentials\", new CfnResourceProps { Type = \"AWS::CodeBuild::SourceCredential\", Properties = new Dictionary<string, object> { [\"ServerType\"] = \"GITHUB\", [\"AuthType\"] = \"PERSONAL_ACCESS_TOKEN\", [\"Token\"] = @ } });",
        ["credential of Bitbucket"] = "new BitBucketSourceCredentials(this, \"Credentials\", new BitBucketSourceCredentialsProps { Username = SecretValue.UnsafePlainText(\"octocat\"), Password = new SecretValue(@) });",
        ["credential of a template"] = "new CfnSourceCredential(this, \"Credentials\", new CfnSourceCredentialProps { ServerType = \"GITHUB\", AuthType = \"PERSONAL_ACCESS_TOKEN\", Token = @ });",
        ["credential that is stored"] = "new CfnSourceCredential(this, \"Credentials\", new CfnSourceCredentialProps { ServerType = \"GITHUB\", AuthType = \"SECRETS_MANAGER\", Token = @ });",
        ["credential by override"] = "var credential = new CfnSourceCredential(this, \"Credentials\", new CfnSourceCredentialProps { ServerType = \"GITHUB\", AuthType = \"PERSONAL_ACCESS_TOKEN\", Token = \"{{resolve:ssm:/codebuild/token}}\" });\ncredential.AddPropertyOverride(\"Token\", @);",
        ["credential that is replaced"] = "var credential = new CfnSourceCredential(this, \"Credentials\", new CfnSourceCredentialProps { ServerType = \"GITHUB\", AuthType = \"PERSONAL_ACCESS_TOKEN\", Token = @ });\ncredential.Token = \"{{resolve:ssm:/codebuild/token}}\";",
        ["default of a parameter"] = "new CfnParameter(this, \"GitHubToken\", new CfnParameterProps { NoEcho = true, Default = @ });",
        ["output"] = "new CfnOutput(this, \"Output\", new CfnOutputProps { Value = @ });",
        ["description of an output"] = "new CfnOutput(this, \"Output\", new CfnOutputProps { Value = \"fixed\", Description = \"for \" + @ });",
        ["description of a role"] = "new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\"), Description = @ });",
        ["description of a template"] = Resource + ", Description = @, Environment = new CfnProject.EnvironmentProperty { " + Container + " }, Source = new CfnProject.SourceProperty { Type = \"GITHUB\" } });",
        ["tag of a template"] = Resource + ", Tags = new[] { new CfnTag { Key = \"team\", Value = @ } }, Environment = new CfnProject.EnvironmentProperty { " + Container + " }, Source = new CfnProject.SourceProperty { Type = \"GITHUB\" } });",
        ["description"] = Project + ", Description = \"for \" + @ });",
        ["exported value"] = "ExportValue(@, new ExportValueOptions { Name = \"exported\" });",
        ["tag"] = Project + " });\nAmazon.CDK.Tags.Of(this).Add(\"team\", @);",
    };

    /// <summary>Whether a text is wanted that no token of the CDK can stand for.</summary>
    public static bool TakesTextOnly(string sink) => sink is "default of a parameter";
}
