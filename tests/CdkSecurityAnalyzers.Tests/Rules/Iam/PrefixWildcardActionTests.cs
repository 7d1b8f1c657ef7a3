using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

public sealed class PrefixWildcardActionTests
{
    private static readonly PolicyProgram Program = PolicyProgram.Enabling("CDKSEC212");

    [Theory]
    [InlineData("{|CDKSEC212:\"s3:Put*\"|}")]
    [InlineData("\"s3:Get*\"")]
    [InlineData("\"ec2:Describe*\"")]
    [InlineData("\"s3:*\"")]
    [InlineData("\"*\"")]
    [InlineData("\"s3:PutObject\"")]
    [InlineData("\"no-such-service:Put*\"")]
    public Task Actions(string actions) => Program.Allowing(actions, "\"arn:aws:s3:::bucket\"");

    [Fact]
    public Task DenyIsNoGrant() => Program.Allowing("\"s3:Put*\"", "\"*\"", "Effect = Effect.DENY");
}
