namespace CdkSecurityAnalyzers.CodeFixes.Policies;

/// <summary>The types of the CDK module of IAM that fixes write about.</summary>
internal static class PolicyTypes
{
    public const string Statement = Module + "PolicyStatement";

    public const string AccountRootPrincipal = Module + "AccountRootPrincipal";

    /// <summary>What CloudFormation knows of the account, the partition and the region.</summary>
    public const string PseudoParameters = "Amazon.CDK.Aws";

    public const string Namespace = "Amazon.CDK.AWS.IAM";

    private const string Module = Namespace + ".";
}
