using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

public sealed class UseResultTests
{
    private static readonly MarkedFinding Finding = new("CDKSEC105", "Use the result");

    [Fact]
    public Task TheCallMovesToTheDeclaration() => Finding.Becomes(
        """
        var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED); // everybody
        // only us
        {|value:group.AndActorAccountIs("^1$")|}; // me
        var groups = new[] { group };
        """,
        """
        var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs("^1$"); // everybody
        // only us
        // me
        var groups = new[] { group };
        """);

    [Fact]
    public Task AChainOnSeveralLinesGetsMoreLines() => Finding.Becomes(
        """
        var group = FilterGroup
            .InEventOf(EventAction.PULL_REQUEST_CREATED)
            .AndBaseBranchIs("main");
        {|value:group.AndActorAccountIs("^1$").AndFilePathIs("^src/")|};
        var groups = new[] { group };
        """,
        """
        var group = FilterGroup
            .InEventOf(EventAction.PULL_REQUEST_CREATED)
            .AndBaseBranchIs("main")
            .AndActorAccountIs("^1$")
            .AndFilePathIs("^src/");
        var groups = new[] { group };
        """);

    [Fact]
    public Task SeveralDiscardedCallsMoveTogether() => Finding.Becomes(
        """
        var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED);
        {|value:group.AndActorAccountIs("^1$")|};
        {|value#2:group.AndFilePathIs("^src/")|};
        var groups = new[] { group };
        """,
        """
        var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs("^1$").AndFilePathIs("^src/");
        var groups = new[] { group };
        """);

    [Fact]
    public Task ACallAfterTheOnlyUseWasMeantForThatUse() => Finding.Becomes(
        """
        var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED);
        var groups = new[] { group };
        {|value:group.AndActorAccountIs("^1$")|};
        """,
        """
        var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs("^1$");
        var groups = new[] { group };
        """);

    [Fact]
    public Task ALocalThatIsReadInBetweenIsAssignedBack() => Finding.Becomes(
        """
        var group = FilterGroup.InEventOf(EventAction.PUSH);
        var open = new[] { group };
        {|value:group.AndActorAccountIs("^1$")|};
        var closed = new[] { group };
        """,
        """
        var group = FilterGroup.InEventOf(EventAction.PUSH);
        var open = new[] { group };
        group = group.AndActorAccountIs("^1$");
        var closed = new[] { group };
        """);

    [Fact]
    public Task ACallInAnotherBlockIsAssignedBack() => Finding.Becomes(
        """
        var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED);
        if (id.Length > 3)
        {
            {|value:group.AndActorAccountIs("^1$")|};
        }
        var groups = new[] { group };
        """,
        """
        var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED);
        if (id.Length > 3)
        {
            group = group.AndActorAccountIs("^1$");
        }
        var groups = new[] { group };
        """);

    [Fact]
    public Task AnArgumentThatIsDeclaredLaterKeepsTheCallInItsPlace() => Finding.Becomes(
        """
        var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED);
        var pattern = "^1$";
        {|value:group.AndActorAccountIs(pattern)|};
        var groups = new[] { group };
        """,
        """
        var group = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED);
        var pattern = "^1$";
        group = group.AndActorAccountIs(pattern);
        var groups = new[] { group };
        """);

    [Fact]
    public Task AParameterAndAnElementAreAssignedBack() => Finding.ProgramBecomes(
        """
        static class Groups
        {
            public static void Add(FilterGroup group, FilterGroup[] groups)
            {
                {|value:group.AndActorAccountIs("^1$")|};
                {|value#2:groups[0].AndActorAccountIs("^1$")|};
                groups[1] = group;
            }
        }
        """,
        """
        static class Groups
        {
            public static void Add(FilterGroup group, FilterGroup[] groups)
            {
                group = group.AndActorAccountIs("^1$");
                groups[0] = groups[0].AndActorAccountIs("^1$");
                groups[1] = group;
            }
        }
        """);

    [Fact]
    public Task WhatCannotBeAssignedIsLeftAlone() => Finding.IsNotOfferedFor(
        """
        foreach (var group in new FilterGroup[0])
        {
            {|value:group.AndActorAccountIs("^1$")|};
        }
        """);

    [Fact]
    public Task ANameThatDoesSomethingIsNotRepeated() => Finding.IsNotOfferedFor(
        """
        var groups = new FilterGroup[2];
        var index = 0;
        {|value:groups[index++].AndActorAccountIs("^1$")|};
        """);
}
