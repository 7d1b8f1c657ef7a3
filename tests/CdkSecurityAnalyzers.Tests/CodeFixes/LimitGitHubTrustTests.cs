using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

public sealed class LimitGitHubTrustTests
{
    private const string Action = "Limit the GitHub trust to one repository and branch";

    private const string Provider = "\"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com\"";

    private const string Audience = "[\"StringEquals\"] = new Dictionary<string, object> { [\"token.actions.githubusercontent.com:aud\"] = \"sts.amazonaws.com\" }";

    private const string Subject =
        "[\"StringLike\"] = new Dictionary<string, object> { [\"token.actions.githubusercontent.com:sub\"] = {|CDKSEC211:\"repo:${Owner}/${Repository}:ref:refs/heads/${Branch}\"|} }";

    private static readonly ProgramOptions Options = ProgramOptions.Default with { CdkVersions = [CdkLibrary.Runnable] };

    [Fact]
    public Task WithoutConditions() => Verify.CodeFixInStack(
        $$"""
        new Role(this, "Deploy", new RoleProps
        {
            AssumedBy = {|CDKSEC209:new WebIdentityPrincipal({{Provider}})|},
        });
        new Role(this, "Release", new RoleProps
        {
            AssumedBy = {|CDKSEC209:new FederatedPrincipal(
                {{Provider}},
                null,
                "sts:AssumeRoleWithWebIdentity")|},
        });
        """,
        $$"""
        new Role(this, "Deploy", new RoleProps
        {
            AssumedBy = new WebIdentityPrincipal({{Provider}}, new Dictionary<string, object>
            {
                {{Audience}},
                {{Subject}},
            }),
        });
        new Role(this, "Release", new RoleProps
        {
            AssumedBy = new FederatedPrincipal(
                {{Provider}},
                new Dictionary<string, object>
                {
                    {{Audience}},
                    {{Subject}},
                },
                "sts:AssumeRoleWithWebIdentity"),
        });
        """,
        Action);

    [Fact]
    public Task OfAProviderOfTheStack() => Verify.CodeFixInStack(
        """
        var provider = new OpenIdConnectProvider(this, "GitHub", new OpenIdConnectProviderProps { Url = "https://token.actions.githubusercontent.com" });
        new Role(this, "Deploy", new RoleProps
        {
            AssumedBy = {|CDKSEC209:new OpenIdConnectPrincipal(
                provider)|},
        });
        """,
        $$"""
        var provider = new OpenIdConnectProvider(this, "GitHub", new OpenIdConnectProviderProps { Url = "https://token.actions.githubusercontent.com" });
        new Role(this, "Deploy", new RoleProps
        {
            AssumedBy = new OpenIdConnectPrincipal(
                provider,
                new Dictionary<string, object>
                {
                    {{Audience}},
                    {{Subject}},
                }),
        });
        """,
        Action,
        Options);

    [Theory]
    [InlineData("{ " + Audience + " }", "{ " + Audience + ", " + Subject + " }")]
    [InlineData("{ }", "{ " + Audience + ", " + Subject + " }")]
    [InlineData(
        "{ [\"StringLike\"] = new Dictionary<string, object> { [\"aws:PrincipalTag/team\"] = \"build*\" } }",
        "{ [\"StringLike\"] = new Dictionary<string, object> { [\"aws:PrincipalTag/team\"] = \"build*\", [\"token.actions.githubusercontent.com:sub\"] = {|CDKSEC211:\"repo:${Owner}/${Repository}:ref:refs/heads/${Branch}\"|} }, " + Audience + " }")]
    public Task WithoutASubject(string conditions, string fixedConditions) => Verify.CodeFixInStack(
        Trusting($"{{|CDKSEC209:new Dictionary<string, object> {conditions}|}}"),
        Trusting($"new Dictionary<string, object> {fixedConditions}"),
        Action,
        Options);

    [Theory]
    [InlineData("repo:octo-org/*", "repo:octo-org/${Repository}:ref:refs/heads/${Branch}")]
    [InlineData("repo:octo-org@1/*", "repo:octo-org@1/${Repository}:ref:refs/heads/${Branch}")]
    [InlineData("repo:octo-org/app:*", "repo:octo-org/app:ref:refs/heads/${Branch}")]
    [InlineData("repo:*", "repo:${Owner}/${Repository}:ref:refs/heads/${Branch}")]
    [InlineData("*", "repo:${Owner}/${Repository}:ref:refs/heads/${Branch}")]
    public Task ASubjectThatIsTooWideKeepsWhatItNames(string subject, string narrower) => Verify.CodeFixInStack(
        Asking("StringLike", $"{{|CDKSEC209:\"{subject}\"|}}"), Asking("StringLike", $"{{|CDKSEC211:\"{narrower}\"|}}"), Action, Options);

    [Fact]
    public Task AmongOthersAndWhereWildcardsAreText() => Verify.CodeFixInStack(
        Asking("StringEquals", "new[] { \"repo:octo-org/app:ref:refs/heads/main\", {|CDKSEC209:\"repo:octo-org/web:*\"|} }"),
        Asking("StringEquals", "new[] { \"repo:octo-org/app:ref:refs/heads/main\", {|CDKSEC211:\"repo:octo-org/web:ref:refs/heads/${Branch}\"|} }"),
        Action,
        Options);

    [Theory]
    [InlineData("", ", [\"Condition\"] = new Dictionary<string, object> { " + Audience + ", " + Subject + " }")]
    public Task OfATemplate(string conditions, string fixedConditions) => Verify.CodeFixInStack(
        Json("{|CDKSEC209:", conditions, "|}"), Json("", fixedConditions, ""), Action, Options);

    [Theory]
    [InlineData("StringLike", "{|CDKSEC209:$\"repo:{id}/*\"|}")]
    [InlineData("ForAllValues:StringLike", "{|CDKSEC209:\"repo:octo-org/app:ref:refs/heads/main\"|}")]
    [InlineData("StringEquals", "{|CDKSEC209:\"repo:octo-org/app:ref:refs/heads/*\"|}")]
    public Task OtherwiseNothingIsOffered(string @operator, string subject) =>
        Verify.NoCodeFix(TestProgram.InStack(Asking(@operator, subject)), Action, Options);

    private static string Trusting(string conditions) =>
        $$"""new Role(this, "Deploy", new RoleProps { AssumedBy = new WebIdentityPrincipal({{Provider}}, {{conditions}}) });""";

    private static string Asking(string @operator, string subject) =>
        Trusting($$"""new Dictionary<string, object> { ["{{@operator}}"] = new Dictionary<string, object> { ["token.actions.githubusercontent.com:sub"] = {{subject}} } }""");

    private static string Json(string open, string conditions, string close) =>
        $$"""
        new CfnRole(this, "Deploy", new CfnRoleProps
        {
            AssumeRolePolicyDocument = new Dictionary<string, object>
            {
                ["Statement"] = new object[] { {{open}}new Dictionary<string, object> { ["Effect"] = "Allow", ["Principal"] = new Dictionary<string, object> { ["Federated"] = {{Provider}} }, ["Action"] = "sts:AssumeRoleWithWebIdentity"{{conditions}} }{{close}} },
            },
        });
        """;
}
