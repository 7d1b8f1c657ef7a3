using System.Globalization;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

public sealed class ServiceWildcardActionTests
{
    private static readonly PolicyProgram Program = new("CDKSEC202");

    [Theory]
    [InlineData("{|CDKSEC202:\"s3:*\"|}")]
    [InlineData("\"s3:GetObject\", {|CDKSEC202:\"codestar-connections:*\"|}")]
    [InlineData("{|CDKSEC202:\"S3:*\"|}, {|CDKSEC202:\"ec2:*\"|}")]
    [InlineData("{|CDKSEC202:\"no-such-service:*\"|}")]
    [InlineData("\"*\", \"s3:*\"")]
    [InlineData("\"s3:Get*\"")]
    [InlineData("\"s3:*Object\"")]
    public Task Actions(string actions) => Program.Allowing(actions, "\"*\"");

    [Theory]
    [InlineData("\"arn:aws:s3:::bucket/*\"")]
    [InlineData("id")]
    public Task AScopedResourceIsNoExcuse(string resource) => Program.Allowing("{|CDKSEC202:\"s3:*\"|}", resource);

    [Theory]
    [InlineData("{|CDKSEC202:\"s3:*\"|}")]
    [InlineData("{|CDKSEC202:\"s3:**\"|}")]
    [InlineData("\"s3:?\"")]
    public Task Json(string action) => Program.Json($"[\"Effect\"] = \"Allow\", [\"Action\"] = {action}, [\"Resource\"] = \"*\"");

    [Fact]
    public Task DenyIsNoGrant() => Program.Allowing("\"s3:*\"", "\"*\"", "Effect = Effect.DENY");

    [Fact]
    public async Task TheMessageCountsWhatIsGranted()
    {
        var finding = Assert.Single(await Analysis.Run(TestProgram.InStack(
            """
            new ManagedPolicy(this, "P").AddStatements(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:*" }, Resources = new[] { "*" } }));
            """)));

        Assert.Matches(@"^'s3:\*' grants \d{2,} actions, \d+ of which manage permissions: list the actions that are needed$", finding.GetMessage(CultureInfo.InvariantCulture));
    }
}
