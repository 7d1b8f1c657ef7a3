using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk;

/// <summary>The one door to the identity of CDK types.</summary>
internal static class CdkTypes
{
    public const string CdkAssembly = "Amazon.CDK.Lib";

    public const string ConstructsAssembly = "Constructs";

    public static readonly CdkTypeName Construct = new(ConstructsAssembly, "Constructs.Construct");
    public static readonly CdkTypeName Node = new(ConstructsAssembly, "Constructs.Node");
    public static readonly CdkTypeName Aspects = new(CdkAssembly, "Amazon.CDK.Aspects");
    public static readonly CdkTypeName Stack = new(CdkAssembly, "Amazon.CDK.Stack");
    public static readonly CdkTypeName CfnResource = new(CdkAssembly, "Amazon.CDK.CfnResource");

    public static readonly CdkTypeName Project = CodeBuild("Project");
    public static readonly CdkTypeName ProjectProps = CodeBuild("ProjectProps");
    public static readonly CdkTypeName PipelineProject = CodeBuild("PipelineProject");
    public static readonly CdkTypeName Source = CodeBuild("Source");
    public static readonly CdkTypeName GitHubSourceProps = CodeBuild("GitHubSourceProps");
    public static readonly CdkTypeName GitHubEnterpriseSourceProps = CodeBuild("GitHubEnterpriseSourceProps");
    public static readonly CdkTypeName BitBucketSourceProps = CodeBuild("BitBucketSourceProps");
    public static readonly CdkTypeName FilterGroup = CodeBuild("FilterGroup");

    public static readonly CdkTypeName CfnProject = CodeBuild("CfnProject");
    public static readonly CdkTypeName CfnProjectProps = CodeBuild("CfnProjectProps");
    public static readonly CdkTypeName ProjectTriggersProperty = CodeBuild("CfnProject+ProjectTriggersProperty");
    public static readonly CdkTypeName WebhookFilterProperty = CodeBuild("CfnProject+WebhookFilterProperty");

    public static readonly CdkTypeName PolicyStatement = Iam("PolicyStatement");
    public static readonly CdkTypeName PolicyDocument = Iam("PolicyDocument");
    public static readonly CdkTypeName Policy = Iam("Policy");
    public static readonly CdkTypeName ManagedPolicy = Iam("ManagedPolicy");
    public static readonly CdkTypeName UntrustedCodeBoundaryPolicy = CodeBuild("UntrustedCodeBoundaryPolicy");
    public static readonly CdkTypeName Role = Iam("Role");
    public static readonly CdkTypeName Grant = Iam("Grant");
    public static readonly CdkTypeName PermissionsBoundary = Iam("PermissionsBoundary");
    public static readonly CdkTypeName PrincipalBase = Iam("PrincipalBase");
    public static readonly CdkTypeName Arn = new(CdkAssembly, "Amazon.CDK.Arn");
    public static readonly CdkTypeName Fn = new(CdkAssembly, "Amazon.CDK.Fn");

    public static readonly CdkTypeName SecurityGroup = new(CdkAssembly, "Amazon.CDK.AWS.EC2.SecurityGroup");
    public static readonly CdkTypeName CfnSecurityGroup = new(CdkAssembly, "Amazon.CDK.AWS.EC2.CfnSecurityGroup");
    public static readonly CdkTypeName CfnSecurityGroupEgress = new(CdkAssembly, "Amazon.CDK.AWS.EC2.CfnSecurityGroupEgress");
    public static readonly CdkTypeName Peer = new(CdkAssembly, "Amazon.CDK.AWS.EC2.Peer");
    public static readonly CdkTypeName Port = new(CdkAssembly, "Amazon.CDK.AWS.EC2.Port");
    public static readonly CdkTypeName AccessKey = Iam("AccessKey");
    public static readonly CdkTypeName CfnAccessKey = Iam("CfnAccessKey");

    public static readonly CdkTypeName SecretValue = Core("SecretValue");
    public static readonly CdkTypeName Token = Core("Token");
    public static readonly CdkTypeName CfnParameter = Core("CfnParameter");
    public static readonly CdkTypeName CfnOutputProps = Core("CfnOutputProps");
    public static readonly CdkTypeName CfnTag = Core("CfnTag");
    public static readonly CdkTypeName Tags = Core("Tags");

    public static readonly CdkTypeName StoredSecret = new(CdkAssembly, "Amazon.CDK.AWS.SecretsManager.Secret");
    public static readonly CdkTypeName CfnSecret = new(CdkAssembly, "Amazon.CDK.AWS.SecretsManager.CfnSecret");
    public static readonly CdkTypeName SecretStringValueBeta1 = new(CdkAssembly, "Amazon.CDK.AWS.SecretsManager.SecretStringValueBeta1");
    public static readonly CdkTypeName StringParameter = new(CdkAssembly, "Amazon.CDK.AWS.SSM.StringParameter");
    public static readonly CdkTypeName CfnStoredParameter = new(CdkAssembly, "Amazon.CDK.AWS.SSM.CfnParameter");
    public static readonly CdkTypeName CfnUser = Iam("CfnUser");
    public static readonly CdkTypeName CfnWebApp = new(CdkAssembly, "Amazon.CDK.AWS.Amplify.CfnApp");
    public static readonly CdkTypeName CfnGitHubRepository = new(CdkAssembly, "Amazon.CDK.AWS.Codestar.CfnGitHubRepository");
    public static readonly CdkTypeName CfnCodeSecurityIntegration = new(
        CdkAssembly,
        "Amazon.CDK.AWS.InspectorV2.CfnCodeSecurityIntegration"
    );
    public static readonly CdkTypeName CfnAgentIntegration = new(CdkAssembly, "Amazon.CDK.AWS.SecurityAgent.CfnIntegration");

    public static readonly CdkTypeName BuildSpec = CodeBuild("BuildSpec");
    public static readonly CdkTypeName BuildEnvironmentVariable = CodeBuild("BuildEnvironmentVariable");
    public static readonly CdkTypeName GitHubSourceCredentials = CodeBuild("GitHubSourceCredentials");
    public static readonly CdkTypeName GitHubEnterpriseSourceCredentials = CodeBuild("GitHubEnterpriseSourceCredentials");
    public static readonly CdkTypeName BitBucketSourceCredentials = CodeBuild("BitBucketSourceCredentials");
    public static readonly CdkTypeName CfnSourceCredential = CodeBuild("CfnSourceCredential");
    public static readonly CdkTypeName EnvironmentVariableProperty = CodeBuild("CfnProject+EnvironmentVariableProperty");
    public static readonly CdkTypeName PipelineVariableProperty = new(
        CdkAssembly,
        "Amazon.CDK.AWS.CodePipeline.CfnPipeline+EnvironmentVariableProperty"
    );
    public static readonly CdkTypeName CommandsActionProps = new(CdkAssembly, "Amazon.CDK.AWS.CodePipeline.Actions.CommandsActionProps");
    public static readonly CdkTypeName CfnPipeline = new(CdkAssembly, "Amazon.CDK.AWS.CodePipeline.CfnPipeline");
    public static readonly CdkTypeName CfnPipelineWebhook = new(CdkAssembly, "Amazon.CDK.AWS.CodePipeline.CfnWebhook");
    public static readonly CdkTypeName Pipeline = new(CdkAssembly, "Amazon.CDK.AWS.CodePipeline.Pipeline");
    public static readonly CdkTypeName DeliveryPipeline = new(CdkAssembly, "Amazon.CDK.Pipelines.CodePipeline");
    public static readonly CdkTypeName CodePipelineSource = new(CdkAssembly, "Amazon.CDK.Pipelines.CodePipelineSource");
    public static readonly CdkTypeName ManualApprovalStep = new(CdkAssembly, "Amazon.CDK.Pipelines.ManualApprovalStep");
    public static readonly CdkTypeName ShellStep = new(CdkAssembly, "Amazon.CDK.Pipelines.ShellStep");
    public static readonly CdkTypeName Step = new(CdkAssembly, "Amazon.CDK.Pipelines.Step");
    public static readonly CdkTypeName App = Core("App");
    public static readonly CdkTypeName NestedStack = Core("NestedStack");
    public static readonly CdkTypeName DeploymentStage = Core("Stage");
    public static readonly CdkTypeName ShellStepProps = new(CdkAssembly, "Amazon.CDK.Pipelines.ShellStepProps");
    public static readonly CdkTypeName CodeBuildStepProps = new(CdkAssembly, "Amazon.CDK.Pipelines.CodeBuildStepProps");

    /// <summary>Whether a type is declared in the CDK's namespace for IAM.</summary>
    public static bool IsOfIam(ITypeSymbol? type) =>
        type is { ContainingNamespace: { Name: "IAM", ContainingNamespace.Name: "AWS" } } && type.ContainingAssembly?.Name == CdkAssembly;

    /// <summary>Whether a type is declared in the CDK's namespaces for CodePipeline, its actions, or CDK Pipelines.</summary>
    public static bool IsOfPipelines(ITypeSymbol? type) =>
        type is { ContainingNamespace: { } space }
        && (space is { Name: "CodePipeline" or "Pipelines" } || space is { Name: "Actions", ContainingNamespace.Name: "CodePipeline" })
        && type.ContainingAssembly?.Name == CdkAssembly;

    /// <summary>Whether a type is one of the CDK's, derives from one, or is an array of them.</summary>
    public static bool IsOfCdk(ITypeSymbol? type)
    {
        while (type is IArrayTypeSymbol array)
        {
            type = array.ElementType;
        }

        for (; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            if (type.ContainingAssembly?.Name == CdkAssembly)
            {
                return true;
            }
        }

        return false;
    }

    private static CdkTypeName Core(string name) => new(CdkAssembly, "Amazon.CDK." + name);

    private static CdkTypeName Iam(string name) => new(CdkAssembly, "Amazon.CDK.AWS.IAM." + name);

    private static CdkTypeName CodeBuild(string name) => new(CdkAssembly, "Amazon.CDK.AWS.CodeBuild." + name);
}
