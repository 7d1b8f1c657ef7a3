using System.Globalization;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

/// <summary>All rules about permissions on one policy: each statement is judged by itself, and the most telling rule speaks.</summary>
public sealed class RulesTogetherTests
{
    private static readonly ProgramOptions Options = ProgramOptions.Default with { CdkVersions = [CdkLibrary.Newest] };

    [Theory]
    [InlineData("Allow(\"s3:GetObject\"), new PolicyStatement(new PolicyStatementProps { NotActions = new[] { {|CDKSEC204:\"iam:*\"|} }, Resources = new[] { \"*\" } }), Allow({|CDKSEC201:\"*\"|})")]
    [InlineData("Allow({|CDKSEC201:\"*\"|}), new PolicyStatement(new PolicyStatementProps { NotActions = new[] { {|CDKSEC204:\"iam:*\"|} }, Resources = new[] { \"*\" } })")]
    [InlineData("Deny(\"*\"), Allow({|CDKSEC202:\"s3:*\"|})")]
    [InlineData("Allow({|CDKSEC202:\"s3:*\"|}), Deny(\"*\")")]
    [InlineData("Allow(\"codestar-connections:UseConnection\"), Allow({|CDKSEC202:\"codestar-connections:*\"|})")]
    [InlineData("Allow({|CDKSEC202:\"iam:*\"|})")]
    [InlineData("Allow({|CDKSEC205:\"IAM:Pass*\"|})")]
    [InlineData("Allow({|CDKSEC205:\"iam:*Role\"|})")]
    [InlineData("Deny(\"iam:PassRole\"), Allow(\"ecr:GetAuthorizationToken\")")]
    public Task EachStatementIsJudged(string statements) => Verify.Analyzer(
        TestProgram.InStack(
            $$"""
            new ManagedPolicy(this, "Policy", new ManagedPolicyProps { Statements = new[] { {{statements}} } });
            """,
            """
            private static PolicyStatement Allow(string action) => new PolicyStatement(new PolicyStatementProps { Actions = new[] { action }, Resources = new[] { action == "s3:GetObject" || action == "codestar-connections:UseConnection" ? "arn:aws:s3:::bucket/*" : "*" } });

            private static PolicyStatement Deny(string action) => new PolicyStatement(new PolicyStatementProps { Effect = Effect.DENY, Actions = new[] { action }, Resources = new[] { "*" } });
            """),
        Options);

    [Theory]
    [InlineData("\"iam:PassRole\"", "'iam:PassRole' passes any role to any service: restrict iam:PassRole to arn:aws:iam::<account>:role/<role> and add a condition on iam:PassedToService")]
    [InlineData("\"iam:CreateAccessKey\"", "iam:CreateAccessKey lets the holder use the permissions of any user")]
    [InlineData("\"s3:PutObject\"", "'*' lets this statement reach every resource of the account: restrict s3:PutObject to arn:aws:s3:::<BucketName>/<ObjectName>")]
    public async Task TheMessageSaysWhatToDo(string actions, string message)
    {
        var finding = Assert.Single(await Analysis.Run(TestProgram.InStack(
            $$"""
            new ManagedPolicy(this, "P").AddStatements(new PolicyStatement(new PolicyStatementProps { Actions = new[] { {{actions}} }, Resources = new[] { "*" } }));
            """)));

        Assert.Equal(message, finding.GetMessage(CultureInfo.InvariantCulture));
    }
}
