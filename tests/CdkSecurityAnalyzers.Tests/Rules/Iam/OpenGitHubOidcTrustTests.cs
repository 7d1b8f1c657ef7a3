using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

public sealed class OpenGitHubOidcTrustTests
{
    private const string Subject = "[\"token.actions.githubusercontent.com:sub\"]";

    private const string Audience = "[\"token.actions.githubusercontent.com:aud\"] = \"sts.amazonaws.com\"";

    private static readonly PolicyProgram Program = new("CDKSEC209");

    [Theory]
    [InlineData("{|CDKSEC209:\"*\"|}")]
    [InlineData("{|CDKSEC209:\"repo:*\"|}")]
    [InlineData("{|CDKSEC209:\"repo:*/*\"|}")]
    [InlineData("{|CDKSEC209:\"repo:octo-org/*\"|}")]
    [InlineData("{|CDKSEC209:\"repo:octo-org@1/*\"|}")]
    [InlineData("{|CDKSEC209:\"repo:octo*/app:*\"|}")]
    [InlineData("{|CDKSEC209:\"repo:octo-org/app:*\"|}")]
    [InlineData("{|CDKSEC209:\"repo:octo-org@1/app@2:*\"|}")]
    [InlineData("new[] { \"repo:octo-org/app:ref:refs/heads/main\", {|CDKSEC209:\"*\"|} }")]
    [InlineData("\"repo:octo-org/app:ref:refs/heads/main\"")]
    [InlineData("\"repo:octo-org@1/app@2:ref:refs/heads/*\"")]
    [InlineData("\"repo:octo-org/app:pull_request\"")]
    [InlineData("\"repo:octo-org/app:environment:*\"")]
    [InlineData("$\"repo:{id}/app:ref:refs/heads/main\"")]
    [InlineData("{|CDKSEC209:$\"repo:{id}/*\"|}")]
    [InlineData("id")]
    public Task Subjects(string subject) => Program.Trusting(WebIdentity(
        $$"""{ ["StringEquals"] = new Dictionary<string, object> { {{Audience}} }, ["StringLike"] = new Dictionary<string, object> { {{Subject}} = {{subject}} } }"""));

    [Theory]
    [InlineData("{|CDKSEC209:\"repo:octo-org/*\"|}")]
    [InlineData("\"repo:octo-org/app:ref:refs/heads/main\"")]
    public Task WildcardsAreTextUnderStringEquals(string subject) => Program.Trusting(WebIdentity(
        $$"""{ ["StringEquals"] = new Dictionary<string, object> { {{Audience}}, {{Subject}} = {{subject}} } }"""));

    [Theory]
    [InlineData("\"ForAllValues:StringLike\"", "{|CDKSEC209:\"repo:octo-org/app:ref:refs/heads/main\"|}")]
    [InlineData("\"ForAnyValue:StringLike\"", "\"repo:octo-org/app:ref:refs/heads/main\"")]
    [InlineData("\"StringLikeIfExists\"", "{|CDKSEC209:\"repo:*\"|}")]
    [InlineData("\"StringNotLike\"", "\"repo:octo-org/app:pull_request\"")]
    public Task Operators(string @operator, string subject) => Program.Trusting(WebIdentity(
        $$"""{ [{{@operator}}] = new Dictionary<string, object> { {{Subject}} = {{subject}} } }"""));

    [Fact]
    public Task WithoutASubjectTheConditionsAreReported() => Program.Trusting(WebIdentity(
        $$"""{ ["StringEquals"] = new Dictionary<string, object> { {{Audience}} } }""",
        "{|CDKSEC209:",
        "|}"));

    [Theory]
    [InlineData("{|CDKSEC209:new WebIdentityPrincipal(\"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com\")|}")]
    [InlineData("{|CDKSEC209:new OpenIdConnectPrincipal(new OpenIdConnectProvider(this, \"P\", new OpenIdConnectProviderProps { Url = \"https://token.actions.githubusercontent.com\" }))|}")]
    [InlineData("{|CDKSEC209:new OpenIdConnectPrincipal(OpenIdConnectProvider.FromOpenIdConnectProviderArn(this, \"P\", \"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com\"))|}")]
    [InlineData("{|CDKSEC209:new FederatedPrincipal(\"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com\", null, \"sts:AssumeRoleWithWebIdentity\")|}")]
    [InlineData("new OpenIdConnectPrincipal(new OpenIdConnectProvider(this, \"P\", new OpenIdConnectProviderProps { Url = \"https://gitlab.com\" }))")]
    [InlineData("new WebIdentityPrincipal(\"cognito-identity.amazonaws.com\")")]
    [InlineData("new WebIdentityPrincipal(id)")]
    public Task WithoutConditions(string principal) => Program.Trusting(principal);

    [Fact]
    public Task AnotherClaimNamesTheWorkflow() => Program.Trusting(WebIdentity(
        $$"""{ ["StringEquals"] = new Dictionary<string, object> { {{Audience}}, ["token.actions.githubusercontent.com:job_workflow_ref"] = "octo-org/app/.github/workflows/release.yml@refs/heads/main" } }"""));

    [Theory]
    [InlineData("{|CDKSEC209:\"repo:octo-org/*\"|}")]
    [InlineData("\"repo:octo-org/app:ref:refs/heads/main\"")]
    public Task Json(string subject) => Program.TrustJson(
        $$"""
        ["Principal"] = new Dictionary<string, object> { ["Federated"] = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
        ["Action"] = "sts:AssumeRoleWithWebIdentity",
        ["Condition"] = new Dictionary<string, object> { ["StringLike"] = new Dictionary<string, object> { {{Subject}} = {{subject}} } },
        """);

    [Theory]
    [InlineData("repo:octo-org/*", DiagnosticSeverity.Warning)]
    [InlineData("repo:octo-org/app:*", DiagnosticSeverity.Info)]
    public async Task ANamedRepositoryIsASuggestion(string subject, DiagnosticSeverity severity)
    {
        var conditions = $$"""{ ["StringLike"] = new Dictionary<string, object> { {{Subject}} = "{{subject}}" } }""";
        var finding = Assert.Single(await Analysis.Run(TestProgram.InStack($$"""new Role(this, "R", new RoleProps { AssumedBy = {{WebIdentity(conditions)}} });""")));

        Assert.Equal(severity, finding.Severity);
    }

    private static string WebIdentity(string conditions, string open = "", string close = "") =>
        $"""new WebIdentityPrincipal("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com", {open}new Dictionary<string, object> {conditions}{close})""";
}
