using CdkSecurityAnalyzers.Patterns.Iam;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns.Iam;

public sealed class ManagedPolicyDataTests
{
    [Theory]
    [InlineData("AdministratorAccess", "Administrator")]
    [InlineData("arn:aws:iam::aws:policy/AdministratorAccess", "Administrator")]
    [InlineData("arn:aws-us-gov:iam::aws:policy/AdministratorAccess", "Administrator")]
    [InlineData("PowerUserAccess", "PowerUser")]
    [InlineData("IAMFullAccess", "Administrator")]
    [InlineData("AdministratorAccess-Amplify", "PassesAnyRole")]
    [InlineData("AWSLambdaFullAccess", "PassesAnyRole")]
    [InlineData("service-role/AmazonElasticMapReduceRole", "PassesAnyRole")]
    [InlineData("AmazonS3FullAccess", "FullAccess")]
    [InlineData("job-function/SystemAdministrator", "FullAccess")]
    [InlineData("arn:aws:iam::aws:policy/job-function/SystemAdministrator", "FullAccess")]
    public void Broad_policies_are_known(string nameOrArn, string breadth) => Assert.Equal(breadth, ManagedPolicyData.Find(nameOrArn)?.Breadth.ToString());

    [Theory]
    [InlineData("ReadOnlyAccess")]
    [InlineData("AWSCodeBuildReadOnlyAccess")]
    [InlineData("service-role/AWSLambdaBasicExecutionRole")]
    [InlineData("CloudWatchAgentServerPolicy")]
    [InlineData("Administrator")]
    [InlineData("SystemAdministrator")]
    [InlineData("arn:aws:iam::123456789012:policy/AdministratorAccess")]
    [InlineData("")]
    public void Others_are_not(string nameOrArn) => Assert.Null(ManagedPolicyData.Find(nameOrArn));

    [Fact]
    public void A_policy_names_the_services_that_it_grants_in_full()
    {
        Assert.Equal(["s3-object-lambda:*", "s3:*"], ManagedPolicyData.Find("AmazonS3FullAccess")!.WholeServices);
        Assert.Equal(["*"], ManagedPolicyData.Find("AdministratorAccess")!.WholeServices);
        Assert.Equal(["*"], ManagedPolicyData.Find("PowerUserAccess")!.WholeServices);
        Assert.Equal(["iam:*"], ManagedPolicyData.Find("IAMFullAccess")!.WholeServices);
    }
}
