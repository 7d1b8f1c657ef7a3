using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CSharp14;

/// <summary>Forms of C# 13 and 14 are read like the older ones that they stand for: what is risky is found behind them, what is safe is silent.</summary>
public sealed class NewFormsTests
{
    private static readonly ProgramOptions Options = ProgramOptions.Default with
    {
        LanguageVersion = LanguageVersion.CSharp14,
        CdkVersions = [CdkLibrary.Runnable],
        Only = ["CDKSEC101", "CDKSEC102", "CDKSEC103", "CDKSEC904"],
    };

    [Fact]
    public Task ExtensionMethodOfABlock() => Check(
        "Build(FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).From({|CDKSEC103:\"755743\"|}), FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).From(\"^755743$\"));",
        """
        static class Extensions
        {
            extension(FilterGroup group)
            {
                public FilterGroup From(string accounts) => group.AndActorAccountIs(accounts);
            }
        }
        """);

    /// <summary>What was a query of an array is a method of spans now.</summary>
    [Fact]
    public Task AnArrayThatIsAskedAsASpan() => Check(
        """
        string[] kinds = ["pulls"];
        Build(kinds.Contains("pulls") ? FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}) : FilterGroup.InEventOf(EventAction.PUSH));
        Build(kinds.Contains("pushes") ? FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED) : FilterGroup.InEventOf(EventAction.PUSH));
        """,
        "");

    [Fact]
    public Task ExtensionPropertyOfABlock() => Check(
        "Build(FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}).Same, FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).Gated);",
        """
        static class Extensions
        {
            extension(FilterGroup group)
            {
                public FilterGroup Gated => group.AndActorAccountIs("^755743$");

                public FilterGroup Same => group;
            }
        }
        """);

    [Fact]
    public Task StaticExtensionMember() => Check(
        "Build(FilterGroup.Open(), FilterGroup.Trusted);",
        """
        static class Extensions
        {
            extension(FilterGroup)
            {
                public static FilterGroup Open() => FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|});

                public static FilterGroup Trusted => FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs("^755743$");
            }
        }
        """);

    [Fact]
    public Task ExtensionMethodThatIsCalledAsAStaticOne() => Check(
        "Build(Extensions.From(FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED), {|CDKSEC103:\"755743\"|}), Extensions.From(FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED), \"^755743$\"));",
        """
        static class Extensions
        {
            extension(FilterGroup group)
            {
                public FilterGroup From(string accounts) => group.AndActorAccountIs(accounts);
            }
        }
        """);

    [Fact]
    public Task FieldOfAProperty() => Check(
        "Build({|CDKSEC103:new Groups { Accounts = \"755743\" }.Group|}, new Groups { Accounts = \" ^755743$ \" }.Group);",
        """
        class Groups
        {
            public string Accounts { get; set => field = value.Trim(); } = "";

            public FilterGroup Group => FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(Accounts);
        }
        """);

    [Fact]
    public Task FieldThatIsFilledWhenItIsRead() => Check(
        "Build(new Groups().Open, new Groups().Gated);",
        """
        class Groups
        {
            public FilterGroup Open => field ??= FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|});

            public FilterGroup Gated => field ??= FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs("^755743$");
        }
        """);

    [Fact]
    public Task ConditionalAssignment() => Check(
        """
        var open = new GitHubSourceProps { Owner = "owner", Repo = "open" };
        open?.Webhook = {|CDKSEC102:true|};
        new Project(this, "Open", new ProjectProps { Source = Source.GitHub(open) });
        var closed = new GitHubSourceProps { Owner = "owner", Repo = "closed" };
        closed?.Webhook = false;
        new Project(this, "Closed", new ProjectProps { Source = Source.GitHub(closed) });
        GitHubSourceProps? none = null;
        none?.Webhook = true;
        """);

    [Fact]
    public Task ConditionalAssignmentOfAMemberThatHasAnInitializer() => Check(
        """
        var settings = new Settings();
        settings.Switch(true);
        new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repository", Webhook = {|CDKSEC102:settings.IsOn|} }) });
        """,
        """
        class Settings
        {
            private Flag? flag = new();

            public bool IsOn => flag!.Value;

            public void Switch(bool isOn) => flag?.Value = isOn;

            private sealed class Flag
            {
                public bool Value { get; set; } = false;
            }
        }
        """);

    [Fact]
    public Task FieldOfAStaticProperty() => Check(
        "Build(Groups.Open, Groups.Gated);",
        """
        static class Groups
        {
            public static FilterGroup Open => field ??= FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|});

            public static FilterGroup Gated { get => field.AndActorAccountIs("^755743$"); } = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED);
        }
        """);

    [Fact]
    public Task PartialMethod() => Check(
        "Build(Groups.Open(), Groups.From({|CDKSEC103:\"755743\"|}), Groups.From(\"^755743$\"));",
        """
        static partial class Groups
        {
            public static partial FilterGroup Open();

            public static partial FilterGroup From(string accounts);
        }

        static partial class Groups
        {
            public static partial FilterGroup Open() => FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|});

            public static partial FilterGroup From(string actors) => FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(actors);
        }
        """);

    [Fact]
    public Task ParamsOfACollection() => Check(
        "Build([.. Groups.Of(FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs({|CDKSEC103:\"755743\"|}), FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(\"^755743$\"))]);",
        """
        static class Groups
        {
            public static List<FilterGroup> Of(params List<FilterGroup> groups) => groups;
        }
        """);

    [Fact]
    public Task ParamsOfASpan() => Check(
        "Build(Groups.Of(FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs({|CDKSEC103:\"755743\"|}), FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(\"^755743$\")));",
        """
        static class Groups
        {
            public static FilterGroup[] Of(params ReadOnlySpan<FilterGroup> groups) => groups.ToArray();
        }
        """);

    [Fact]
    public Task IndexFromTheEndInAnInitializer() => Check(
        """
        var groups = new Groups { Held = { [^1] = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs({|CDKSEC103:"755743"|}), [^2] = FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs("^755743$") } };
        Build(groups.Held);
        """,
        """
        class Groups
        {
            public FilterGroup[] Held { get; } = new FilterGroup[2];
        }
        """);

    [Fact]
    public Task PartialConstructorAndProperty() => Check(
        "new Builds(this); ",
        """
        partial class Builds : Construct
        {
            public partial Builds(Construct scope);

            private partial bool IsOpen { get; }
        }

        partial class Builds
        {
            public partial Builds(Construct scope) : base(scope, "Builds") =>
                new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repository", Webhook = {|CDKSEC102:IsOpen|} }) });

            private partial bool IsOpen => true;
        }
        """);

    [Fact]
    public Task CompoundAssignmentOfAType() => Check(
        """
        var groups = new Groups();
        groups += FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs({|CDKSEC103:"755743"|});
        groups += FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs("^755743$");
        Build([.. groups.Held]);
        """,
        """
        class Groups
        {
            public List<FilterGroup> Held { get; } = [];

            public void operator +=(FilterGroup group) => Held.Add(group);
        }
        """);

    [Fact]
    public Task ModifiersOfLambdaParametersWithoutTypes() => Check(
        """
        Make make = (in actor) => FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(actor);
        Build(make({|CDKSEC103:"755743"|}), make("^755743$"));
        """,
        "delegate FilterGroup Make(in string actor);");

    private static Task Check(string statements, string types = "") => Verify.Analyzer(
        TestProgram.InStack(
            statements,
            """
            private void Build(params FilterGroup[] groups) =>
                new Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repository", WebhookFilters = groups }) });
            """)
        + types,
        Options);
}
