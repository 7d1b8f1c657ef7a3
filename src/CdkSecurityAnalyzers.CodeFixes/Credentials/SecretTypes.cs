namespace CdkSecurityAnalyzers.CodeFixes.Credentials;

/// <summary>The types of the CDK that fixes of secrets write about.</summary>
internal static class SecretTypes
{
    public const string SecretValue = "Amazon.CDK.SecretValue";

    public const string VariableType = "Amazon.CDK.AWS.CodeBuild.BuildEnvironmentVariableType";

    public const string Variable = "Amazon.CDK.AWS.CodeBuild.BuildEnvironmentVariable";

    public const string IVariable = "Amazon.CDK.AWS.CodeBuild.IBuildEnvironmentVariable";

    public const string BuildEnvironment = "Amazon.CDK.AWS.CodeBuild.BuildEnvironment";

    public const string CodeBuildStepProps = "Amazon.CDK.Pipelines.CodeBuildStepProps";

    public const string ParameterProps = "Amazon.CDK.CfnParameterProps";

    /// <summary>The kind of variable, and of sign-in, that names a secret in Secrets Manager.</summary>
    public const string SecretsManager = "SECRETS_MANAGER";
}
