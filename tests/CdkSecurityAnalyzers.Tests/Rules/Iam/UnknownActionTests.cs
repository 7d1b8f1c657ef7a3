using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

public sealed class UnknownActionTests
{
    private static readonly PolicyProgram Program = new("CDKSEC210");

    [Theory]
    [InlineData("{|CDKSEC210:\"s3:GetObjects\"|}")]
    [InlineData("\"s3:GetObject\", {|CDKSEC210:\"codebuild:StartBuilds\"|}")]
    [InlineData("\"S3:getobject\"")]
    [InlineData("\"no-such-service:Read\"")]
    [InlineData("\"s3:Frobnicate*\"")]
    [InlineData("\"*\"")]
    [InlineData("id")]
    public async Task Actions(string actions)
    {
        await Program.Allowing(actions, "\"*\"");
        await Program.Allowing(actions, "\"*\"", "Effect = Effect.DENY");
    }

    [Theory]
    [InlineData("{|CDKSEC210:\"s3:GetObjects\"|}")]
    [InlineData("\"s3:GetObjec?\"")]
    public Task Json(string action) => Program.Json($"[\"Effect\"] = \"Allow\", [\"Action\"] = {action}, [\"Resource\"] = \"*\"");
}
