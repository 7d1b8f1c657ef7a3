using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

public sealed class BroadManagedPolicyTests
{
    private static readonly PolicyProgram Program = new("CDKSEC207");

    [Theory]
    [InlineData("ManagedPolicy.FromAwsManagedPolicyName({|CDKSEC207:\"AdministratorAccess\"|})")]
    [InlineData("ManagedPolicy.FromAwsManagedPolicyName({|CDKSEC207:\"PowerUserAccess\"|})")]
    [InlineData("ManagedPolicy.FromAwsManagedPolicyName({|CDKSEC207:\"IAMFullAccess\"|})")]
    [InlineData("ManagedPolicy.FromAwsManagedPolicyName({|CDKSEC207:\"AmazonS3FullAccess\"|})")]
    [InlineData("ManagedPolicy.FromAwsManagedPolicyName({|CDKSEC207:\"service-role/AWSElasticBeanstalkService\"|})")]
    [InlineData("ManagedPolicy.FromManagedPolicyArn(this, \"P\", {|CDKSEC207:\"arn:aws:iam::aws:policy/AdministratorAccess\"|})")]
    [InlineData("ManagedPolicy.FromManagedPolicyArn(this, \"P\", {|CDKSEC207:$\"arn:{Aws.PARTITION}:iam::aws:policy/AdministratorAccess\"|})")]
    [InlineData("ManagedPolicy.FromAwsManagedPolicyName(\"ReadOnlyAccess\")")]
    [InlineData("ManagedPolicy.FromAwsManagedPolicyName(\"service-role/AWSLambdaBasicExecutionRole\")")]
    [InlineData("ManagedPolicy.FromAwsManagedPolicyName(id)")]
    [InlineData("ManagedPolicy.FromManagedPolicyArn(this, \"P\", \"arn:aws:iam::111122223333:policy/AdministratorAccess\")")]
    [InlineData("ManagedPolicy.FromManagedPolicyName(this, \"P\", \"AdministratorAccess\")")]
    public async Task Attached(string policy)
    {
        await Program.Statements($$"""new Role(this, "Role", new RoleProps { AssumedBy = new AccountRootPrincipal(), ManagedPolicies = new[] { {{policy}} } });""");
        await Program.WithRole($"role.AddManagedPolicy({policy});");
        await Program.Statements($$"""new User(this, "User", new UserProps { ManagedPolicies = new[] { {{policy}} } });""");
    }

    [Theory]
    [InlineData("{|CDKSEC207:\"arn:aws:iam::aws:policy/AdministratorAccess\"|}")]
    [InlineData("\"arn:aws:iam::aws:policy/ReadOnlyAccess\"")]
    public Task InTheTemplate(string arn) => Program.Statements(
        $$"""
        new CfnRole(this, "Role", new CfnRoleProps { AssumeRolePolicyDocument = new PolicyDocument(), ManagedPolicyArns = new[] { {{arn}} } });
        """);

    [Fact]
    public Task WhatLeavesCounts() => Program.Types(
        """
        static class Policies
        {
            public static IManagedPolicy[] OfBuilds() => new[] { ManagedPolicy.FromAwsManagedPolicyName({|CDKSEC207:"AdministratorAccess"|}) };
        }
        """);

    [Fact]
    public Task WhatItsTakerMakesABoundaryIsSilent() => Program.Types(
        """
        static class Policies
        {
            public static IManagedPolicy Boundary() => ManagedPolicy.FromAwsManagedPolicyName("PowerUserAccess");

            public static void Bound(Role role) => Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(role).Apply(Boundary());
        }
        """);

    [Fact]
    public Task AsBoundaryItGrantsNothing() => Program.WithRole(
        """
        Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(role).Apply(ManagedPolicy.FromAwsManagedPolicyName("PowerUserAccess"));
        """);
}
