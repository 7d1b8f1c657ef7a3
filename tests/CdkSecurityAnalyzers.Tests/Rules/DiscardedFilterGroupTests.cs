using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules;

public sealed class DiscardedFilterGroupTests
{
    private static readonly WebhookProgram Program = new("CDKSEC105");

    [Theory]
    [InlineData("{|CDKSEC105:group.AndActorAccountIs(\"^123$\")|};")]
    [InlineData("{|CDKSEC105:group.AndBranchIs(\"main\").AndFilePathIs(\"^src/\")|};")]
    [InlineData("if (id.Length > 3) { {|CDKSEC105:group.AndBranchIs(\"main\")|}; }")]
    [InlineData("group = group.AndActorAccountIs(\"^123$\");")]
    [InlineData("_ = group.AndActorAccountIs(\"^123$\");")]
    [InlineData("FilterGroup.InEventOf(EventAction.PUSH);")]
    public Task Statements(string statement) => Program.Statements($"var group = FilterGroup.InEventOf(EventAction.PUSH);\n{statement}");
}
