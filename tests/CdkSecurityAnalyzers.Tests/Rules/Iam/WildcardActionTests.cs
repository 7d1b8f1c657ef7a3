using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

public sealed class WildcardActionTests
{
    private static readonly PolicyProgram Program = new("CDKSEC201");

    [Theory]
    [InlineData("{|CDKSEC201:\"*\"|}")]
    [InlineData("\"s3:GetObject\", {|CDKSEC201:\"*\"|}")]
    [InlineData("\"s3:*\"")]
    [InlineData("id")]
    [InlineData("$\"{id}:*\"")]
    public Task Actions(string actions) => Program.Allowing(actions, "\"*\"");

    [Fact]
    public Task AScopedResourceIsNoExcuse() => Program.Allowing("{|CDKSEC201:\"*\"|}", "\"arn:aws:s3:::bucket/*\"");

    [Fact]
    public Task AConditionIsNoExcuse() => Program.Allowing(
        "{|CDKSEC201:\"*\"|}",
        "\"*\"",
        "Conditions = new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"aws:RequestedRegion\"] = \"eu-west-1\" } }");

    [Theory]
    [InlineData("\"Allow\"", "{|CDKSEC201:\"*\"|}")]
    [InlineData("\"Allow\"", "{|CDKSEC201:\"*:*\"|}")]
    [InlineData("\"Allow\"", "{|CDKSEC201:\"**\"|}")]
    [InlineData("Effect.ALLOW", "new[] { \"s3:GetObject\", {|CDKSEC201:\"*\"|} }")]
    [InlineData("\"Deny\"", "\"*\"")]
    [InlineData("id", "\"*\"")]
    public Task Json(string effect, string action) => Program.Json($"[\"Effect\"] = {effect}, [\"Action\"] = {action}, [\"Resource\"] = \"*\"");

    [Theory]
    [InlineData("Effect = Effect.DENY")]
    [InlineData("Effect = id.Length > 3 ? Effect.DENY : Effect.DENY")]
    public Task DenyIsNoGrant(string effect) => Program.Allowing("\"*\"", "\"*\"", effect);

    [Fact]
    public Task OneOfTheEffectsAllows() => Program.Allowing("{|CDKSEC201:\"*\"|}", "\"*\"", "Effect = id.Length > 3 ? Effect.DENY : Effect.ALLOW");

    [Fact]
    public Task ADenialBesideTheGrantChangesNothing() => Program.WithRole(
        """
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Effect = Effect.DENY, Actions = new[] { "*" }, Resources = new[] { "*" } }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { {|CDKSEC201:"*"|} }, Resources = new[] { "*" } }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Effect = Effect.DENY, Actions = new[] { "*" }, Resources = new[] { "*" } }));
        """);

    [Fact]
    public Task TheLastStatementCounts() => Program.Statements(
        """
        new ManagedPolicy(this, "Policy", new ManagedPolicyProps
        {
            Statements = new[]
            {
                new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:GetObject" }, Resources = new[] { "arn:aws:s3:::b/*" } }),
                new PolicyStatement(new PolicyStatementProps { NotActions = new[] { "iam:*" }, Resources = new[] { "*" } }),
                new PolicyStatement(new PolicyStatementProps { Actions = new[] { {|CDKSEC201:"*"|} }, Resources = new[] { "*" } }),
            },
        });
        """);

    [Fact]
    public Task ProgramsThatTheCdkRefusesAreSilent() => Program.Allowing("\"*\"", "\"*\"", "NotActions = new[] { \"s3:*\" }");
}
