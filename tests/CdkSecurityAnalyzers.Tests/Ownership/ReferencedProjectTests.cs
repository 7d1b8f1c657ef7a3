using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Ownership;

/// <summary>
/// What another project of the solution holds. A build sees its assembly and an editor its source; both say the same: constants are read, all else is unknown.
/// </summary>
public sealed class ReferencedProjectTests
{
    private const string Library = """
        namespace Shared
        {
            public enum Stage { Test, Production }

            public static class Actors
            {
                public const string Open = "755743";
                public const string Team = "^755743$";
                public const bool Webhook = true;
                public static readonly string Computed = "755743";
                public static string Property => "755743";
                public static string Method() => "755743";
            }

            public class Settings
            {
                public string Actor { get; set; } = "755743";
                public FilterGroup Group => FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED);
            }

            public abstract class CompanyStack : Stack
            {
                protected CompanyStack(Construct scope, string id) : base(scope, id) => Build(Source.GitHub(new GitHubSourceProps { Owner = "o", Repo = "r", Webhook = true }));

                protected Project Build(ISource source) => new(this, "Build", new ProjectProps { Source = source });

                protected virtual FilterGroup Group() => FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED);
            }

            public static class Guards
            {
                public static void Close(CfnProject project) => project.AddPropertyOverride("Triggers.Webhook", false);

                public static GitHubSourceProps Defaults(GitHubSourceProps props) => props;

                public static Project Create(Construct scope, ISource source) => new(scope, "Company", new ProjectProps { Source = source });

                public static FilterGroup OnlyTeam(this FilterGroup group) => group.AndActorAccountIs(Actors.Team);
            }
        }
        """;

    [Theory]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(Shared.Actors.Open)", "CDKSEC103 Shared.Actors.Open")]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(\"1|\" + Shared.Actors.Open)", "CDKSEC103 \"1|\" + Shared.Actors.Open")]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(Shared.Actors.Team)", null)]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(Shared.Actors.Computed)", null)]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(Shared.Actors.Property)", null)]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(Shared.Actors.Method())", null)]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(new Shared.Settings().Actor)", null)]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(new Shared.Settings { Actor = \"755743\" }.Actor)", "CDKSEC103 new Shared.Settings { Actor = \"755743\" }.Actor")]
    [InlineData("new Shared.Settings().Group", null)]
    [InlineData("Shared.Guards.OnlyTeam(FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED))", null)]
    [InlineData("Shared.Actors.Webhook ? FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED) : FilterGroup.InEventOf(EventAction.PUSH)", "CDKSEC101 EventAction.PULL_REQUEST_CREATED")]
    [InlineData("(int)Shared.Stage.Production == 0 ? FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED) : FilterGroup.InEventOf(EventAction.PUSH)", null)]
    public Task AGroup(string group, string? finding) => Check(
        TestProgram.InStack($$"""
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "o", Repo = "r", WebhookFilters = [{{group}}] }),
            });
            """),
        finding);

    [Fact]
    public Task AProjectThatIsHandedToACompanyMethod() => Check(
        TestProgram.InStack("""
            var project = new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "o", Repo = "r", Webhook = true }),
            });
            Shared.Guards.Close((CfnProject)project.Node.DefaultChild!);
            """),
        expected: null);

    [Theory]
    [InlineData("Source.GitHub(Shared.Guards.Defaults(new GitHubSourceProps { Owner = \"o\", Repo = \"r\", Webhook = true }))", null)]
    [InlineData("Source.GitHub(new GitHubSourceProps { Owner = \"o\", Repo = \"r\", Webhook = true })", "CDKSEC102 true")]
    public Task ASourceThatIsHandedToACompanyMethod(string source, string? finding) => Check(TestProgram.InStack($"Shared.Guards.Create(this, {source});"), finding);

    [Theory]
    [InlineData("")]
    [InlineData(".AndActorAccountIs(\"^755743$\")")]
    public Task AGroupThatAnAbstractMethodMayClose(string filter) => Check(
        $$"""
        abstract class CiStack : Stack
        {
            protected CiStack(Construct scope) : base(scope, "Ci") => new Project(this, "Own", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps
                {
                    Owner = "o", Repo = "r", WebhookFilters = [Guard(FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED){{filter}})],
                }),
            });

            protected abstract FilterGroup Guard(FilterGroup group);
        }
        """,
        expected: null);

    [Fact]
    public Task AStackThatDerivesFromACompanyStack() => Check(
        """
        class CiStack : Shared.CompanyStack
        {
            public CiStack(Construct scope) : base(scope, "Ci")
            {
                new Project(this, "Own", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps { Owner = "o", Repo = "r", WebhookFilters = [Group()] }),
                });
                new Project(this, "Other", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps { Owner = "o", Repo = "r", Webhook = true }),
                });
            }
        }
        """,
        "CDKSEC102 true");

    private static async Task Check(string program, string? expected)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var options = new ProgramOptions { CdkVersions = [CdkLibrary.Runnable] };
        var library = await Analysis.ProjectFor(AnalyzerUnderTest.Product, Library, options).GetCompilationAsync(cancellation);
        Analysis.AssertCompiles(library!);
        using var assembly = new MemoryStream();
        Assert.True(library!.WithAssemblyName("Shared").Emit(assembly, cancellationToken: cancellation).Success);
        MetadataReference[] views = [MetadataReference.CreateFromImage(assembly.ToArray()), library.WithAssemblyName("Shared").ToMetadataReference()];

        var compilation = await Analysis.ProjectFor(AnalyzerUnderTest.Product, program, options).GetCompilationAsync(cancellation);
        foreach (var view in views)
        {
            var referencing = (CSharpCompilation)compilation!.AddReferences(view);
            Analysis.AssertCompiles(referencing);
            var findings = await Analysis.Run(AnalyzerUnderTest.Product, referencing, cancellation: cancellation);

            Assert.Equal(expected, findings.Length == 0 ? null : string.Join(", ", findings.Select(finding => $"{finding.Id} {TextAt(finding.Location)}")));
        }
    }

    private static string TextAt(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
