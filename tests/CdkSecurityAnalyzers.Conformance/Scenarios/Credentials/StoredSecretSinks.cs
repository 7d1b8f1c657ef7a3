namespace CdkSecurityAnalyzers.Conformance.Scenarios.Credentials;

/// <summary>Where a template stores a secret itself: in Secrets Manager, in the Parameter Store, in the settings of a service.</summary>
internal static class StoredSecretSinks
{
    private const string Stored = "Amazon.CDK.AWS.SecretsManager.";
    private const string Parameters = "Amazon.CDK.AWS.SSM.";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["password of a user"] = "new User(this, \"User\", new UserProps { Password = SecretValue.UnsafePlainText(@) });",
        ["password of a template's user"] = "new CfnUser(this, \"User\", new CfnUserProps { LoginProfile = new CfnUser.LoginProfileProperty { Password = @ } });",
        ["stored secret"] = "new " + Stored + "Secret(this, \"Stored\", new " + Stored + "SecretProps { SecretStringValue = SecretValue.UnsafePlainText(@) });",
        ["stored secret in JSON"] = "new " + Stored + "Secret(this, \"Stored\", new " + Stored + "SecretProps { SecretStringValue = SecretValue.UnsafePlainText(\"{\\\"username\\\":\\\"octo\\\",\\\"password\\\":\\\"\" + @ + \"\\\"}\") });",
        ["stored secret of parts"] = "new " + Stored + "Secret(this, \"Stored\", new " + Stored + "SecretProps { SecretObjectValue = new Dictionary<string, SecretValue> { [\"username\"] = SecretValue.UnsafePlainText(\"octocat-and-more\"), [\"password\"] = SecretValue.UnsafePlainText(@) } });",
        ["stored secret of a template"] = "new " + Stored + "CfnSecret(this, \"Stored\", new " + Stored + "CfnSecretProps { SecretString = @ });",
        ["stored secret of a template in JSON"] = "new " + Stored + "CfnSecret(this, \"Stored\", new " + Stored + "CfnSecretProps { SecretString = \"{\\\"username\\\":\\\"octo\\\",\\\"password\\\":\\\"\" + @ + \"\\\"}\" });",
        ["stored secret by assignment"] = "var stored = new " + Stored + "CfnSecret(this, \"Stored\", new " + Stored + "CfnSecretProps());\nstored.SecretString = @;",
        ["stored secret by override"] = "var stored = new " + Stored + "Secret(this, \"Stored\");\n((" + Stored + "CfnSecret)stored.Node.DefaultChild!).AddPropertyOverride(\"SecretString\", @);",
        ["stored secret of a resource"] = "new CfnResource(this, \"Stored\", new CfnResourceProps { Type = \"AWS::SecretsManager::Secret\", Properties = new Dictionary<string, object> { [\"SecretString\"] = @ } });",
        ["stored parameter"] = "new " + Parameters + "StringParameter(this, \"Parameter\", new " + Parameters + "StringParameterProps { ParameterName = \"/codebuild/github-token\", StringValue = @ });",
        ["stored parameter with a harmless name"] = "new " + Parameters + "StringParameter(this, \"Parameter\", new " + Parameters + "StringParameterProps { ParameterName = \"/codebuild/stage\", StringValue = @ });",
        ["stored parameter of a template"] = "new " + Parameters + "CfnParameter(this, \"Parameter\", new " + Parameters + "CfnParameterProps { Type = \"String\", Name = \"/codebuild/github-token\", Value = @ });",
        ["stored parameter by override"] = "var parameter = new " + Parameters + "StringParameter(this, \"Parameter\", new " + Parameters + "StringParameterProps { ParameterName = \"/codebuild/github-token\", StringValue = \"none\" });\n((" + Parameters + "CfnParameter)parameter.Node.DefaultChild!).AddPropertyOverride(\"Value\", @);",
        ["token of a web app"] = "new Amazon.CDK.AWS.Amplify.CfnApp(this, \"App\", new Amazon.CDK.AWS.Amplify.CfnAppProps { Name = \"app\", OauthToken = @ });",
        ["access token of a web app"] = "new Amazon.CDK.AWS.Amplify.CfnApp(this, \"App\", new Amazon.CDK.AWS.Amplify.CfnAppProps { Name = \"app\", AccessToken = @ });",
        ["token of a repository"] = "new Amazon.CDK.AWS.Codestar.CfnGitHubRepository(this, \"Repository\", new Amazon.CDK.AWS.Codestar.CfnGitHubRepositoryProps { RepositoryName = \"app\", RepositoryOwner = \"octo\", RepositoryAccessToken = @ });",
    };
}
