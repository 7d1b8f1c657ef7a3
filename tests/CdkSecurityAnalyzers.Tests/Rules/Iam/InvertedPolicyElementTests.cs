using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

public sealed class InvertedPolicyElementTests
{
    private static readonly PolicyProgram Program = new("CDKSEC204");

    [Theory]
    [InlineData("NotActions = new[] { {|CDKSEC204:\"iam:*\"|} }, Resources = new[] { \"*\" }")]
    [InlineData("NotActions = new[] { {|CDKSEC204:\"iam:*\"|}, \"sts:*\" }, Resources = new[] { \"*\" }")]
    [InlineData("NotActions = new[] { {|CDKSEC204:id|} }, Resources = new[] { \"*\" }")]
    [InlineData("Actions = new[] { \"s3:GetObject\" }, NotResources = new[] { {|CDKSEC204:\"arn:aws:s3:::secret/*\"|} }")]
    [InlineData("NotActions = new[] { \"iam:*\" }, Resources = new[] { \"*\" }, Effect = Effect.DENY")]
    [InlineData("NotActions = new string[0], Resources = new[] { \"*\" }")]
    [InlineData("Actions = new[] { \"*\" }, Resources = new[] { \"*\" }")]
    public Task Props(string props) => Program.Props(props);

    [Fact]
    public Task BothStatementsAreJudged() => Program.Statements(
        """
        new ManagedPolicy(this, "Policy", new ManagedPolicyProps
        {
            Statements = new[]
            {
                new PolicyStatement(new PolicyStatementProps { NotActions = new[] { {|CDKSEC204:"iam:*"|} }, Resources = new[] { "*" } }),
                new PolicyStatement(new PolicyStatementProps { Actions = new[] { "*" }, Resources = new[] { "*" } }),
                new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:GetObject" }, NotResources = new[] { {|CDKSEC204:"arn:aws:s3:::secret/*"|} } }),
            },
        });
        """);

    [Theory]
    [InlineData("statement.AddNotActions({|CDKSEC204:\"iam:*\"|});")]
    [InlineData("statement.AddNotResources({|CDKSEC204:\"arn:aws:s3:::secret/*\"|});")]
    public Task Added(string change) => Program.WithRole(
        $$"""
        var statement = new PolicyStatement();
        role.AddToPolicy(statement);
        {{change}}
        """);

    [Theory]
    [InlineData("[\"NotAction\"] = {|CDKSEC204:\"iam:*\"|}, [\"Resource\"] = \"*\"")]
    [InlineData("[\"Action\"] = \"s3:GetObject\", [\"NotResource\"] = new[] { {|CDKSEC204:\"arn:aws:s3:::secret/*\"|} }")]
    public Task Json(string elements) => Program.Json("[\"Effect\"] = \"Allow\", " + elements);

    [Theory]
    [InlineData("NotPrincipals = new[] { {|CDKSEC204:new ArnPrincipal(\"arn:aws:iam::111122223333:user/eve\")|} }", "Effect.ALLOW")]
    [InlineData("NotPrincipals = new[] { new ArnPrincipal(\"arn:aws:iam::111122223333:user/bob\") }", "Effect.DENY")]
    public Task NotPrincipal(string principals, string effect) => Program.Statements(
        $$"""
        new Amazon.CDK.AWS.S3.Bucket(this, "Bucket").AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Effect = {{effect}},
            {{principals.Replace("{|CDKSEC204:new ArnPrincipal(", "new ArnPrincipal({|CDKSEC204:", StringComparison.Ordinal).Replace("\")|}", "\"|})", StringComparison.Ordinal)}},
            Actions = new[] { "s3:GetObject" },
            Resources = new[] { "arn:aws:s3:::bucket/*" },
        }));
        """);

    [Fact]
    public Task NotPrincipalInATrustPolicy() => Program.TrustJson(
        "[\"NotPrincipal\"] = new Dictionary<string, object> { [\"AWS\"] = {|CDKSEC204:\"111122223333\"|} }, [\"Action\"] = \"sts:AssumeRole\"");
}
