using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

public sealed class TrustThisAccountTests
{
    private const string Action = "Trust this account only";

    private static readonly ProgramOptions Options = ProgramOptions.Default with { CdkVersions = [CdkLibrary.Runnable] };

    [Fact]
    public Task EveryRoleOfADocument() => Verify.CodeFixInStack(
        """
        new Role(this, "Deploy", new RoleProps
        {
            AssumedBy = {|CDKSEC208:new AnyPrincipal()|}, // Whoever deploys.
        });
        new Role(this, "Release", new RoleProps { AssumedBy = new CompositePrincipal({|CDKSEC208:new StarPrincipal()|}, new ServicePrincipal("codebuild.amazonaws.com")) });
        """,
        """
        new Role(this, "Deploy", new RoleProps
        {
            AssumedBy = new AccountRootPrincipal(), // Whoever deploys.
        });
        new Role(this, "Release", new RoleProps { AssumedBy = new CompositePrincipal(new AccountRootPrincipal(), new ServicePrincipal("codebuild.amazonaws.com")) });
        """,
        Action);

    [Theory]
    [InlineData("new ArnPrincipal({|CDKSEC208:\"*\"|})")]
    [InlineData("new AccountPrincipal({|CDKSEC208:\"*\"|})")]
    [InlineData("new ArnPrincipal({|CDKSEC208:\"arn:aws:iam::*:root\"|})")]
    public Task ATextThatIsEverybody(string principal) => Verify.CodeFixInStack(Trusting(principal), Trusting("new AccountRootPrincipal()"), Action, Options);

    [Fact]
    public Task InsideOfAnother() => Verify.CodeFixInStack(
        Trusting("new SessionTagsPrincipal({|CDKSEC208:new AnyPrincipal()|})"), Trusting("new SessionTagsPrincipal(new AccountRootPrincipal())"), Action, Options);

    [Fact]
    public Task OfALocal() => Verify.CodeFixInStack(
        "IPrincipal anyone = new AnyPrincipal();\n" + Trusting("{|CDKSEC208:anyone|}"),
        "IPrincipal anyone = new AccountRootPrincipal();\n" + Trusting("anyone"),
        Action,
        Options);

    [Theory]
    [InlineData("{|CDKSEC208:statement.AddAnyPrincipal()|};", "statement.AddAccountRootPrincipal();")]
    [InlineData("statement.AddArnPrincipal({|CDKSEC208:\"*\"|});", "statement.AddAccountRootPrincipal();")]
    [InlineData("statement.AddPrincipals({|CDKSEC208:new AnyPrincipal()|});", "statement.AddPrincipals(new AccountRootPrincipal());")]
    public Task AddedToAStatement(string call, string fixedCall) => Verify.CodeFixInStack(AddedBy(call), AddedBy(fixedCall), Action, Options);

    [Theory]
    [InlineData("{|CDKSEC208:\"*\"|}", "new Dictionary<string, object> { [\"AWS\"] = Aws.ACCOUNT_ID }")]
    [InlineData("new Dictionary<string, object> { [\"AWS\"] = {|CDKSEC208:\"*\"|} }", "new Dictionary<string, object> { [\"AWS\"] = Aws.ACCOUNT_ID }")]
    [InlineData("new Dictionary<string, object> { { \"AWS\", new[] { \"111122223333\", {|CDKSEC208:\"*\"|} } } }", "new Dictionary<string, object> { { \"AWS\", new[] { \"111122223333\", Aws.ACCOUNT_ID } } }")]
    public Task OfATemplate(string principal, string fixedPrincipal) => Verify.CodeFixInStack(Json(principal), Json(fixedPrincipal), Action, Options);

    [Theory]
    [InlineData("AnyPrincipal anyone = new AnyPrincipal();\n", "{|CDKSEC208:anyone|}")]
    [InlineData("IPrincipal anyone = new AnyPrincipal();\nnew Amazon.CDK.AWS.S3.Bucket(this, \"B\").AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps { Principals = new[] { anyone }, Actions = new[] { \"s3:GetObject\" }, Resources = new[] { \"*\" } }));\n", "{|CDKSEC208:anyone|}")]
    public Task APrincipalThatIsNeededAsItIsIsLeftAlone(string before, string principal) =>
        Verify.NoCodeFix(TestProgram.InStack(before + Trusting(principal)), Action, Options);

    private static string Trusting(string principal) => $$"""new Role(this, "Deploy", new RoleProps { AssumedBy = {{principal}} });""";

    private static string AddedBy(string call) =>
        $$"""
        var statement = new PolicyStatement();
        {{call}}
        statement.AddActions("sts:AssumeRole");
        new Role(this, "Deploy", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") }).AssumeRolePolicy!.AddStatements(statement);
        """;

    private static string Json(string principal) =>
        $$"""
        new CfnRole(this, "Deploy", new CfnRoleProps
        {
            AssumeRolePolicyDocument = new Dictionary<string, object>
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new object[] { new Dictionary<string, object> { ["Effect"] = "Allow", ["Principal"] = {{principal}}, ["Action"] = "sts:AssumeRole" } },
            },
        });
        """;
}
