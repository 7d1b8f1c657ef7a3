using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

/// <summary>Policies that are being typed: with every token deleted in turn nothing fails, in all rules together.</summary>
public sealed class UnfinishedPolicyTests
{
    [Theory]
    [InlineData(
        """
        var statement = new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:GetObject", "iam:Pass*" }, NotResources = new[] { $"{id}/*" } });
        statement.AddActions("codebuild:StartBuild");
        statement.AddCondition("Bool", new Dictionary<string, object> { ["aws:SecureTransport"] = "true" });
        statement.Effect = Effect.DENY;
        var role = new Role(this, "Role", new RoleProps { AssumedBy = new CompositePrincipal(new AnyPrincipal(), new ServicePrincipal("codebuild.amazonaws.com")) });
        role.AddToPolicy(statement.Copy());
        role.AssumeRolePolicy?.AddStatements(statement);
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("AdministratorAccess"));
        """)]
    [InlineData(
        """
        var policy = new CfnManagedPolicy(this, "Policy", new CfnManagedPolicyProps
        {
            PolicyDocument = new Dictionary<string, object>
            {
                ["Statement"] = new object[]
                {
                    new Dictionary<string, object>
                    {
                        ["Effect"] = "Allow",
                        ["Action"] = "s3:*",
                        ["Resource"] = new Dictionary<string, object> { ["Fn::Sub"] = "arn:aws:s3:::${Bucket}/*" },
                    },
                },
            },
        });
        policy.AddPropertyOverride("PolicyDocument.Statement.0.Action", "*");
        """)]
    [InlineData(
        """
        new Role(this, "Role", new RoleProps
        {
            AssumedBy = new WebIdentityPrincipal("token.actions.githubusercontent.com", new Dictionary<string, object>
            {
                ["StringLike"] = new Dictionary<string, object> { ["token.actions.githubusercontent.com:sub"] = new[] { "repo:octo-org/*" } },
            }).WithConditions(new Dictionary<string, object>()),
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["p"] = PolicyDocument.FromJson(new Dictionary<string, object> { ["Statement"] = new object[0] }),
            },
        });
        Grant.AddToPrincipal(new GrantOnPrincipalOptions
        {
            Grantee = new AccountRootPrincipal(),
            Actions = new[] { "s3:PutObject" },
            ResourceArns = new[] { FormatArn(new ArnComponents { Service = "s3", Resource = "*" }) },
        });
        """)]
    public Task NothingFails(string statements) =>
        TokenDeletion.Check(TestProgram.InStack(statements), ProgramOptions.Default with { CdkVersions = [CdkLibrary.Newest] });
}
