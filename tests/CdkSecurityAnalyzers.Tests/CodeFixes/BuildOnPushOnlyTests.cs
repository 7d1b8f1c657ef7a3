using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

public sealed class BuildOnPushOnlyTests
{
    private static readonly MarkedFinding Finding = new("CDKSEC101", "Build on push only");

    private static readonly MarkedFinding Template = Finding with { Spelling = "Template" };

    [Fact]
    public Task ArgumentsBecomeAPush() => Finding.Becomes(
        "var group = {|group:{|events:FilterGroup.InEventOf({|value:EventAction.PULL_REQUEST_CREATED|}, EventAction.PULL_REQUEST_UPDATED)|}.AndFilePathIs(\"^src/\")|};",
        "var group = FilterGroup.InEventOf(EventAction.PUSH).AndFilePathIs(\"^src/\");");

    [Fact]
    public Task AGroupThatHasPushLosesTheOthers() => Finding.Becomes(
        "var group = {|group:{|events:FilterGroup.InEventOf({|value:EventAction.PULL_REQUEST_CREATED|}, EventAction.PUSH, EventAction.PULL_REQUEST_UPDATED)|}|};",
        "var group = FilterGroup.InEventOf(EventAction.PUSH);");

    [Fact]
    public Task EventsOnLinesOfTheirOwnGoWithTheirLinesAndLeaveTheirComments() => Finding.Becomes(
        """
        var group = {|group:{|events:FilterGroup.InEventOf(
            // what a contributor does
            {|value:EventAction.PULL_REQUEST_CREATED|},
            EventAction.PUSH, // what a maintainer does
            EventAction.PULL_REQUEST_REOPENED,
            EventAction.PULL_REQUEST_MERGED)|}|};
        """,
        """
        var group = FilterGroup.InEventOf(
            // what a contributor does
            EventAction.PUSH, // what a maintainer does
            EventAction.PULL_REQUEST_MERGED);
        """);

    [Fact]
    public Task TheLastEventTakesTheCommaBeforeItAlong() => Finding.Becomes(
        """
        var group = {|group:{|events:FilterGroup.InEventOf(
            EventAction.PUSH, // ours
            {|value:EventAction.PULL_REQUEST_REOPENED|})|}|};
        """,
        """
        var group = FilterGroup.InEventOf(
            EventAction.PUSH // ours
            );
        """);

    [Theory]
    [InlineData("new[] { ", " }")]
    [InlineData("new EventAction[] { ", ", }")]
    [InlineData("[", "]")]
    public Task ListsAreListsWhateverTheirBrackets(string open, string close) => Finding.Becomes(
        $"var group = {{|group:{{|events:FilterGroup.InEventOf({open}{{|value:EventAction.PULL_REQUEST_CREATED|}}, EventAction.PULL_REQUEST_MERGED, EventAction.PULL_REQUEST_CLOSED{close})|}}|}};",
        $"var group = FilterGroup.InEventOf({open}EventAction.PUSH, EventAction.PULL_REQUEST_MERGED{close});");

    [Fact]
    public Task AnArrayInALocalIsChangedThere() => Finding.Becomes(
        """
        var events = new[] { {|value:EventAction.PULL_REQUEST_CREATED|}, EventAction.PULL_REQUEST_UPDATED };
        var group = {|group:{|events:FilterGroup.InEventOf(events)|}|};
        """,
        """
        var events = new[] { EventAction.PUSH };
        var group = FilterGroup.InEventOf(events);
        """);

    [Fact]
    public Task AnArrayThatServesSomethingElseIsLeftAlone() => Finding.Becomes(
        """
        var events = new[] { {|value:EventAction.PULL_REQUEST_CREATED|}, EventAction.PULL_REQUEST_MERGED };
        var group = {|group:{|events:FilterGroup.InEventOf(events)|}|};
        var other = FilterGroup.InEventOf(events).AndActorAccountIs("^1$");
        """,
        """
        var events = new[] { EventAction.PULL_REQUEST_CREATED, EventAction.PULL_REQUEST_MERGED };
        var group = FilterGroup.InEventOf(EventAction.PUSH, EventAction.PULL_REQUEST_MERGED);
        var other = FilterGroup.InEventOf(events).AndActorAccountIs("^1$");
        """);

    [Fact]
    public Task UnknownEventsAreLeftAlone() => Finding.IsNotOfferedFor(
        "var group = {|group:{|events:FilterGroup.InEventOf({|value:System.Enum.GetValues<EventAction>()|})|}|};");

    [Fact]
    public Task AnEventBehindANameIsWrittenOut() => Finding.Becomes(
        """
        const EventAction opened = EventAction.PULL_REQUEST_CREATED;
        var updated = EventAction.PULL_REQUEST_UPDATED;
        var group = {|group:{|events:FilterGroup.InEventOf({|value:opened|}, updated)|}|};
        """,
        """
        const EventAction opened = EventAction.PULL_REQUEST_CREATED;
        var updated = EventAction.PULL_REQUEST_UPDATED;
        var group = FilterGroup.InEventOf(EventAction.PUSH);
        """);

    [Fact]
    public Task ThePushIsQualifiedLikeTheEventItReplaces() => Finding.Becomes(
        "var group = {|group:{|events:FilterGroup.InEventOf({|value:Amazon.CDK.AWS.CodeBuild.EventAction.PULL_REQUEST_CREATED|})|}|};",
        "var group = FilterGroup.InEventOf(Amazon.CDK.AWS.CodeBuild.EventAction.PUSH);");

    [Fact]
    public Task BaseFiltersBecomeHeadFilters() => Finding.Becomes(
        """
        var group = {|group:{|events:FilterGroup.InEventOf({|value:EventAction.PULL_REQUEST_CREATED|})|}
            .AndBaseBranchIs("main")
            .AndBaseRefIsNot("^refs/heads/wip$")|};
        """,
        """
        var group = FilterGroup.InEventOf(EventAction.PUSH)
            .AndBranchIs("main")
            .AndHeadRefIsNot("^refs/heads/wip$");
        """);

    [Fact]
    public Task ABaseFilterGoesWhereAHeadFilterIs() => Finding.Becomes(
        "var group = {|group:{|events:FilterGroup.InEventOf({|value:EventAction.PULL_REQUEST_CREATED|})|}.AndHeadRefIs(\"^refs/heads/a$\").AndBaseBranchIs(\"main\")|};",
        "var group = FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs(\"^refs/heads/a$\");");

    [Fact]
    public Task ABaseFilterThatIsAddedLaterBecomesAHeadFilterToo() => Finding.Becomes(
        """
        var group = {|group:{|events:FilterGroup.InEventOf({|value:EventAction.PULL_REQUEST_CREATED|})|}|};
        group = group.AndBaseBranchIs("main");
        """,
        """
        var group = FilterGroup.InEventOf(EventAction.PUSH);
        group = group.AndBranchIs("main");
        """);

    [Fact]
    public Task ABaseFilterOnAFieldBecomesAHeadFilterToo() => Finding.ProgramBecomes(
        """
        class Groups
        {
            private FilterGroup group;

            public Groups()
            {
                this.group = {|group:{|events:FilterGroup.InEventOf({|value:EventAction.PULL_REQUEST_CREATED|})|}|};
            }

            public FilterGroup ForMain() => group.AndBaseBranchIs("main");
        }
        """,
        """
        class Groups
        {
            private FilterGroup group;

            public Groups()
            {
                this.group = FilterGroup.InEventOf(EventAction.PUSH);
            }

            public FilterGroup ForMain() => group.AndBranchIs("main");
        }
        """);

    [Fact]
    public Task LineEndingsStay() => Finding.ProgramBecomes(
        "class C\r\n{\r\n\tFilterGroup group = {|group:{|events:FilterGroup.InEventOf(\r\n\t\t{|value:EventAction.PULL_REQUEST_CREATED|},\r\n\t\tEventAction.PUSH)|}|};\r\n}\r\n",
        "class C\r\n{\r\n\tFilterGroup group = FilterGroup.InEventOf(\r\n\t\tEventAction.PUSH);\r\n}\r\n");

    [Fact]
    public Task SeveralGroupsInOneInitializer() => Finding.Becomes(
        """
        FilterGroup[] groups =
        [
            {|group:{|events:FilterGroup.InEventOf({|value:EventAction.PULL_REQUEST_CREATED|}, EventAction.PUSH)|}|},
            {|group#2:{|events#2:FilterGroup.InEventOf({|value#2:EventAction.PULL_REQUEST_UPDATED|})|}|}
        ];
        """,
        """
        FilterGroup[] groups =
        [
            FilterGroup.InEventOf(EventAction.PUSH),
            FilterGroup.InEventOf(EventAction.PUSH)
        ];
        """);

    [Fact]
    public Task TheEventsOfATemplateAreOneText() => Template.Becomes(
        """
        var group = {|group:new[]
        {
            {|events:new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = {|value:"PULL_REQUEST_CREATED, PULL_REQUEST_UPDATED,PULL_REQUEST_MERGED"|} }|},
            new CfnProject.WebhookFilterProperty { Type = "BASE_REF", Pattern = "^refs/heads/main$" },
        }|};
        """,
        """
        var group = new[]
        {
            new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PUSH, PULL_REQUEST_MERGED" },
            new CfnProject.WebhookFilterProperty { Type = "HEAD_REF", Pattern = "^refs/heads/main$" },
        };
        """);
}
