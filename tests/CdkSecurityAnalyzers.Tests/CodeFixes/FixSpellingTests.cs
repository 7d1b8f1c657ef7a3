using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

/// <summary>Fixes of findings whose cause stands elsewhere than in one initializer: in locals, statements, methods, fields, other files.</summary>
public sealed class FixSpellingTests
{
    private static readonly ProgramOptions Options = ProgramOptions.Default with { CdkVersions = [CdkLibrary.Runnable] };

    [Theory]
    [InlineData("Build on push only", "EventAction.PUSH", "")]
    [InlineData("Only for trusted actors", "EventAction.PULL_REQUEST_CREATED", ".AndActorAccountIs({|CDKSEC108:\"^(GITHUB_ACCOUNT_ID)$\"|})")]
    public Task AGroupOfAMethod(string action, string @event, string filter) => Verify.CodeFix(
        TestProgram.InStack(Project("WebhookFilters = [Group()]"), "private static FilterGroup Group() => FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|});"),
        TestProgram.InStack(Project("WebhookFilters = [Group()]"), $"private static FilterGroup Group() => FilterGroup.InEventOf({@event}){filter};"),
        action,
        Options);

    [Fact]
    public Task AGroupOfAField() => Verify.CodeFix(
        TestProgram.InStack(Project("WebhookFilters = Groups"), "private static readonly FilterGroup[] Groups = { FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}) };"),
        TestProgram.InStack(Project("WebhookFilters = Groups"), "private static readonly FilterGroup[] Groups = { FilterGroup.InEventOf(EventAction.PUSH) };"),
        "Build on push only",
        Options);

    [Fact]
    public Task EventsOfALocalArray() => Verify.CodeFixInStack(
        """
        var events = new[] { {|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}, EventAction.PULL_REQUEST_UPDATED };
        var group = FilterGroup.InEventOf(events);

        """ + Project("WebhookFilters = [group]"),
        """
        var events = new[] { EventAction.PUSH };
        var group = FilterGroup.InEventOf(events);

        """ + Project("WebhookFilters = [group]"),
        "Build on push only",
        Options);

    [Fact]
    public Task AGroupThatIsExtendedLater() => Verify.CodeFixInStack(
        """
        var group = FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|});
        group = group.AndBaseRefIs("^refs/heads/main$");

        """ + Project("WebhookFilters = [group]"),
        """
        var group = FilterGroup.InEventOf(EventAction.PUSH);
        group = group.AndHeadRefIs("^refs/heads/main$");

        """ + Project("WebhookFilters = [group]"),
        "Build on push only",
        Options);

    [Fact]
    public Task PropertiesSetByStatements() => Verify.CodeFixInStack(
        """
        var source = new GitHubSourceProps { Owner = "owner", Repo = "repository" };
        source.Webhook = {|CDKSEC102:true|};
        new Project(this, "Build", new ProjectProps { Source = Source.GitHub(source) });
        """,
        """
        var source = new GitHubSourceProps { Owner = "owner", Repo = "repository" };
        source.Webhook = true;
        source.WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH) };
        new Project(this, "Build", new ProjectProps { Source = Source.GitHub(source) });
        """,
        "Build on push only",
        Options);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("Array.Empty<FilterGroup>()")]
    [InlineData("new FilterGroup[0]")]
    public Task AnEmptyList(string empty) => Verify.CodeFixInStack(
        Project($"Webhook = {{|CDKSEC102:true|}}, WebhookFilters = {empty}"),
        Project(empty == "[]" ? "Webhook = true, WebhookFilters = [FilterGroup.InEventOf(EventAction.PUSH)]" : "Webhook = true, WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH) }"),
        "Build on push only",
        Options);

    [Fact]
    public Task AConstantOfAnotherFile() => Verify.CodeFixInStack(
        Project("WebhookFilters = [FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs({|CDKSEC103:Ids.Owners|})]"),
        Project("WebhookFilters = [FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs($\"^({Ids.Owners})$\")]"),
        "Anchor the account ids",
        Options with { MoreSources = [("Ids.cs", "static class Ids { public const string Owners = \"755743|16024985\"; }")] });

    [Fact]
    public Task APatternGivenToAMethod() => Verify.CodeFix(
        TestProgram.InStack(Project("WebhookFilters = [Group({|CDKSEC103:\"755743\"|})]"), "private static FilterGroup Group(string id) => FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(id);"),
        TestProgram.InStack(Project("WebhookFilters = [Group(\"^755743$\")]"), "private static FilterGroup Group(string id) => FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(id);"),
        "Anchor the account ids",
        Options);

    [Fact]
    public Task AnApprovalByOverride() => Verify.CodeFixInStack(
        "var build = " + Project("WebhookFilters = [FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)]")
            + "\n((CfnProject)build.Node.DefaultChild!).AddPropertyOverride(\"Triggers.PullRequestBuildPolicy.RequiresCommentApproval\", {|CDKSEC106:\"DISABLED\"|});",
        "var build = " + Project("WebhookFilters = [FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)]")
            + "\n((CfnProject)build.Node.DefaultChild!).AddPropertyOverride(\"Triggers.PullRequestBuildPolicy.RequiresCommentApproval\", \"ALL_PULL_REQUESTS\");",
        "Require approval by people with write access",
        Options);

    [Fact]
    public Task APropertyOfTheStack() => Verify.CodeFix(
        TestProgram.InStack("Build = " + Project("WebhookFilters = [FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|})]"), "public Project Build { get; }"),
        TestProgram.InStack(
            "Build = " + Project("WebhookFilters = [FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)]")
                + "\n((CfnProject)Build.Node.DefaultChild!).AddPropertyOverride(\"Triggers.PullRequestBuildPolicy.RequiresCommentApproval\", \"ALL_PULL_REQUESTS\");",
            "public Project Build { get; }"),
        "Require comment approval for pull requests",
        Options);

    private static string Project(string webhook) => $$"""
        new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repository", {{webhook}} }),
        });
        """;
}
