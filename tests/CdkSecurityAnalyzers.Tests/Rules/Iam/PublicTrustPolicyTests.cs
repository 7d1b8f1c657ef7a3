using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

public sealed class PublicTrustPolicyTests
{
    private static readonly PolicyProgram Program = new("CDKSEC208");

    [Theory]
    [InlineData("{|CDKSEC208:new AnyPrincipal()|}")]
    [InlineData("{|CDKSEC208:new StarPrincipal()|}")]
    [InlineData("new ArnPrincipal({|CDKSEC208:\"*\"|})")]
    [InlineData("new AccountPrincipal({|CDKSEC208:\"*\"|})")]
    [InlineData("new CompositePrincipal(new ServicePrincipal(\"codebuild.amazonaws.com\"), {|CDKSEC208:new AnyPrincipal()|})")]
    [InlineData("new SessionTagsPrincipal({|CDKSEC208:new AnyPrincipal()|})")]
    [InlineData("new AccountRootPrincipal()")]
    [InlineData("new AccountPrincipal(\"111122223333\")")]
    [InlineData("new ArnPrincipal(id)")]
    [InlineData("new ArnPrincipal(\"arn:aws:iam::111122223333:role/build\")")]
    [InlineData("new AnyPrincipal().InOrganization(\"o-1234567890\")")]
    [InlineData("new OrganizationPrincipal(\"o-1234567890\")")]
    [InlineData("new AnyPrincipal().WithConditions(new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"aws:PrincipalAccount\"] = \"111122223333\" } })")]
    [InlineData("new PrincipalWithConditions(new AnyPrincipal(), new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"sts:ExternalId\"] = id } })")]
    public Task Principals(string principal) => Program.Trusting(principal);

    [Theory]
    [InlineData("[\"Principal\"] = {|CDKSEC208:\"*\"|}, [\"Action\"] = \"sts:AssumeRole\"")]
    [InlineData("[\"Principal\"] = new Dictionary<string, object> { [\"AWS\"] = {|CDKSEC208:\"*\"|} }, [\"Action\"] = \"sts:AssumeRole\"")]
    [InlineData("[\"Principal\"] = new Dictionary<string, object> { [\"AWS\"] = new[] { \"111122223333\", {|CDKSEC208:\"*\"|} } }, [\"Action\"] = \"sts:AssumeRole\"")]
    [InlineData("[\"Principal\"] = \"*\", [\"Action\"] = \"sts:AssumeRole\", [\"Condition\"] = new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"aws:PrincipalOrgID\"] = \"o-1\" } }")]
    [InlineData("[\"Principal\"] = new Dictionary<string, object> { [\"Service\"] = \"codebuild.amazonaws.com\" }, [\"Action\"] = \"sts:AssumeRole\"")]
    public Task Json(string statement) => Program.TrustJson(statement);

    [Theory]
    [InlineData("var statement = new PolicyStatement(); {|CDKSEC208:statement.AddAnyPrincipal()|}; statement.AddActions(\"sts:AssumeRole\"); role.AssumeRolePolicy!.AddStatements(statement);")]
    [InlineData("role.AssumeRolePolicy?.AddStatements(new PolicyStatement(new PolicyStatementProps { Principals = new[] { {|CDKSEC208:new AnyPrincipal()|} }, Actions = new[] { \"sts:AssumeRole\" } }));")]
    [InlineData("role.AssumeRolePolicy?.AddStatements(new PolicyStatement(new PolicyStatementProps { Effect = Effect.DENY, Principals = new[] { new AnyPrincipal() }, Actions = new[] { \"sts:AssumeRole\" } }));")]
    [InlineData("new Amazon.CDK.AWS.S3.Bucket(this, \"B\").AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps { Principals = new[] { new AnyPrincipal() }, Actions = new[] { \"s3:GetObject\" }, Resources = new[] { \"*\" } }));")]
    public Task AddedStatements(string statements) => Program.WithRole(statements);
}
