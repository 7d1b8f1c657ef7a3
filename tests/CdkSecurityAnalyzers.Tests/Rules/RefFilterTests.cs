using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules;

public sealed class RefFilterTests
{
    private static readonly WebhookProgram Unanchored = new("CDKSEC107");
    private static readonly WebhookProgram AnyBranch = WebhookProgram.Enabling("CDKSEC109");

    [Theory]
    [InlineData("AndBranchIs({|CDKSEC107:\"main\"|})")]
    [InlineData("AndTagIs({|CDKSEC107:\"v1\"|})")]
    [InlineData("AndHeadRefIs({|CDKSEC107:\"^refs/heads/main\"|})")]
    [InlineData("AndHeadRefIs(\"^refs/heads/main$\")")]
    [InlineData("AndHeadRefIs(\"^refs/heads/release/.*$\")")]
    [InlineData("AndHeadRefIs(\"^refs/heads/release/\")")]
    [InlineData("AndBranchIsNot(\"main\")")]
    [InlineData("AndBranchIs(id)")]
    public Task PatternsThatFindMoreThanTheyName(string filter) => Unanchored.Groups($"FilterGroup.InEventOf(EventAction.PUSH).{filter}");

    [Fact]
    public Task BaseRefsCountAlike() =>
        Unanchored.Groups("FilterGroup.InEventOf(EventAction.PULL_REQUEST_MERGED).AndBaseBranchIs({|CDKSEC107:\"main\"|})");

    [Theory]
    [InlineData("InEventOf({|CDKSEC109:EventAction.PUSH|})")]
    [InlineData("InEventOf(EventAction.PULL_REQUEST_MERGED, {|CDKSEC109:EventAction.PUSH|})")]
    [InlineData("InEventOf({|CDKSEC109:EventAction.PUSH|}).AndBranchIsNot(\"main\")")]
    [InlineData("InEventOf(EventAction.PUSH).AndBranchIs(\"main\")")]
    [InlineData("InEventOf(EventAction.PULL_REQUEST_MERGED)")]
    public Task PushesToAnyBranch(string group) => AnyBranch.Groups("FilterGroup." + group);
}
