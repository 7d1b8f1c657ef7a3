using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Ownership;

/// <summary>Every kind of member owns what is wrong by itself, and leaves to its user what is wrong by what it is given.</summary>
public sealed class OwnedMembersTests
{
    private static readonly ProgramOptions Options = ProgramOptions.Default with { CdkVersions = [CdkLibrary.Runnable], Only = ["CDKSEC101", "CDKSEC102", "CDKSEC103", "CDKSEC904"] };

    [Fact]
    public Task Iterator() => Check(
        """
        Build("One", Open().ToArray());
        Build("Two", Open().Concat(By({|CDKSEC103:"755743"|})).Concat(By("^755743$")).ToArray());
        """,
        """
        private static IEnumerable<FilterGroup> Open() { yield return FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}); }

        private static IEnumerable<FilterGroup> By(string actor) { yield return FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs(actor); }
        """);

    [Fact]
    public Task Property() => Check(
        """
        Build("One", Open);
        Build("Two", Open);
        """,
        "private static FilterGroup Open => FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|});");

    [Fact]
    public Task PropertyThatIsSetBeforeItIsUsed() => Check(
        """
        Actor = "755743";
        Build("One", FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs({|CDKSEC103:Actor|}));
        """,
        "private string Actor { get; set; } = \"\";");

    [Fact]
    public Task Indexer() => Check(
        """
        Build("One", this[{|CDKSEC103:"755743"|}]);
        Build("Two", this["^755743$"]);
        """,
        "private FilterGroup this[string actor] => FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs(actor);");

    [Fact]
    public Task ExtensionMethod() => Check(
        """
        Build("One", FilterGroup.InEventOf(EventAction.PUSH).By({|CDKSEC103:"755743"|}));
        Build("Two", Extensions.By(FilterGroup.InEventOf(EventAction.PUSH), actor: {|CDKSEC103:"755743"|}));
        Build("Three", FilterGroup.InEventOf(EventAction.PUSH).By("^755743$"));
        Build("Four", {|CDKSEC103:"755743"|}.Alone());
        """,
        types: """
        static class Extensions
        {
            public static FilterGroup By(this FilterGroup group, string actor) => group.AndActorAccountIs(actor);

            public static FilterGroup Alone(this string actor) => FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs(actor);
        }
        """);

    [Fact]
    public Task GenericMethod() => Check(
        """
        Build("One", By({|CDKSEC103:755743|}));
        Build("Two", By({|CDKSEC103:"755743"|}));
        Build("Three", By("^755743$"));
        """,
        "private static FilterGroup By<T>(T actor) where T : notnull => FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs($\"{actor}\");");

    [Fact]
    public Task OperatorAndConversion() => Check(
        """
        Build("One", new Actor({|CDKSEC103:"755743"|}));
        Build("Two", new Actor("^755743$"));
        """,
        types: """
        class Actor(string pattern)
        {
            public string Pattern { get; } = pattern;

            public static implicit operator FilterGroup(Actor actor) => FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs(actor.Pattern);
        }
        """);

    [Fact]
    public Task StaticConstructorAndFields() => Check(
        """
        Build("One", Groups.Made, Groups.Initialized);
        Build("Two", Groups.Made, Groups.Initialized);
        """,
        types: """
        static class Groups
        {
            public static readonly FilterGroup Initialized = FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|});
            public static readonly FilterGroup Made;

            static Groups() => Made = FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_UPDATED|});
        }
        """);

    [Fact]
    public Task FunctionsOfFieldsAndProperties() => Check(
        """
        Build("One", Groups.Open(1), Groups.Also(), Groups.Maker()(2), Groups.For({|CDKSEC103:"755743"|}), Groups.For("^755743$"));
        Build("Two", Groups.Open(2), Groups.Gated().AndActorAccountIs("^755743$"));
        """,
        types: """
        static class Groups
        {
            public static readonly Func<int, FilterGroup> Open = level => FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|});
            public static readonly Func<FilterGroup> Gated = () => FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED);
            public static readonly Func<string, FilterGroup> For = actor => FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(actor);
            public static Func<FilterGroup> Also => () => FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_UPDATED|});
            public static Func<int, FilterGroup> Maker() => level => FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_REOPENED|});
        }
        """);

    [Fact]
    public Task PartialClassOverTwoFiles() => Verify.Analyzer(
        """
        partial class TestStack : Stack
        {
            public TestStack(Construct scope, string id) : base(scope, id)
            {
                Open();
                Build("One", {|CDKSEC102:true|});
                Hook();
            }

            partial void Hook();
        }
        """,
        Options with
        {
            MoreSources =
            [
                ("TestStack.Builds.cs", """
                    partial class TestStack
                    {
                        private void Open() => Build("Open", {|CDKSEC102:true|});

                        private void Build(string id, bool webhook) =>
                            new Project(this, id, new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = id, Webhook = webhook }) });

                        partial void Hook() => Build("Hook", {|CDKSEC102:true|});
                    }
                    """),
            ],
        });

    [Fact]
    public Task CallbackThatIsPassedDown() => Check(
        """
        Guarded("One", group => group.AndActorAccountIs({|CDKSEC103:"755743"|}));
        Guarded("Two", group => group.AndActorAccountIs("^755743$"));
        Guarded("Three", Guard);
        """,
        """
        private void Guarded(string id, Func<FilterGroup, FilterGroup> guard) => Build(id, guard(FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)));

        private static FilterGroup Guard(FilterGroup group) => group.AndActorAccountIs({|CDKSEC103:"755743"|});
        """);

    [Fact]
    public Task OverrideThatTheBaseCalls() => Check(
        "new Open(this); new Gated(this);",
        types: """
        abstract class Base : Construct
        {
            protected Base(Construct scope, string id) : base(scope, id) =>
                new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [Group()] }) });

            protected abstract FilterGroup Group();
        }

        class Open(Construct scope) : Base(scope, "Open")
        {
            protected override FilterGroup Group() => FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|});
        }

        class Gated(Construct scope) : Base(scope, "Gated")
        {
            protected override FilterGroup Group() => FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs("^755743$");
        }
        """);

    [Theory]
    [InlineData("new BuildProps { Actors = {|CDKSEC103:\"755743\"|} }", "new BuildProps { Actors = \"^755743$\" }", "")]
    [InlineData("Risky()", "Safe()", "static BuildProps Risky() => new() { Actors = {|CDKSEC103:\"755743\"|} }; static BuildProps Safe() => new() { Actors = \"^755743$\" };")]
    public Task EntryThatPassesProps(string risky, string safe, string helpers) => Verify.Analyzer(
        $$"""
        var app = new App();
        new BuildStack(app, "One", {{risky}});
        new BuildStack(app, "Two", {{safe}});
        app.Synth();

        {{helpers}}
        """,
        Options with
        {
            OutputKind = OutputKind.ConsoleApplication,
            MoreSources =
            [
                ("BuildStack.cs", """
                    class BuildProps : StackProps { public string Actors { get; set; } = ""; }

                    class BuildStack : Stack
                    {
                        public BuildStack(Construct scope, string id, BuildProps props) : base(scope, id, props) => new Project(this, "Build", new ProjectProps
                        {
                            Source = Source.GitHub(new GitHubSourceProps
                            {
                                Owner = "owner", Repo = "repo", WebhookFilters = [FilterGroup.InEventOf(EventAction.PUSH).AndActorAccountIs(props.Actors)],
                            }),
                        });
                    }
                    """),
            ],
        });

    /// <param name="members">Beside the constructor and <c>Build</c>, which makes a project with filter groups.</param>
    private static Task Check(string statements, string members = "", string types = "") => Verify.Analyzer(
        TestProgram.InStack(
            statements,
            """
            private void Build(string id, params FilterGroup[] groups) =>
                new Project(this, id, new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = id, WebhookFilters = groups }) });

            """ + members)
        + types,
        Options);
}
