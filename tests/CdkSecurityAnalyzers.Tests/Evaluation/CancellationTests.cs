using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Hosting;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Evaluation;

/// <summary>An analysis that is cancelled ends at once and with nothing but the cancellation, and what it has computed so far misleads no later one.</summary>
public sealed class CancellationTests
{
    /// <summary>What one operation may still ask when it is told to stop: each looks for a cancellation before it begins.</summary>
    private const int QuestionsOfOneOperation = 8;

    private static readonly ProgramOptions Options = ProgramOptions.Default with { CdkVersions = [CdkLibrary.Runnable], MoreSources = [("Builds.cs", Builds)] };

    private static readonly string Program = TestProgram.InStack(
        """
        var ids = new List<string>();
        foreach (var actor in new[] { "755743", "5070516", "1" })
        {
            ids.Add(actor);
        }

        Builds.Open(this);
        Builds.Any(this, "Any", id == "x");
        Builds.Any(this, "Risky", true);
        Func<string, FilterGroup> guarded = pattern => Builds.Reviewed().AndActorAccountIs(pattern);
        var project = new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [guarded(string.Join("|", ids)), Builds.Reviewed(), Builds.Shared] }),
        });
        Builds.Gate(project);
        """);

    private const string Builds = """
        static class Builds
        {
            public static readonly FilterGroup Shared = FilterGroup.InEventOf(EventAction.PUSH).AndBranchIs("main");

            public static void Open(Construct scope) => Any(scope, "Open", true);

            public static void Any(Construct scope, string id, bool webhook) =>
                new Project(scope, id, new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = id, Webhook = webhook }) });

            public static FilterGroup Reviewed() => FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED);

            public static void Gate(Project project) => ((CfnProject)project.Node.DefaultChild!).AddPropertyOverride("TimeoutInMinutes", 20);
        }

        class Visitor : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect
        {
            public void Visit(IConstruct node)
            {
                if (node is CfnProject project)
                {
                    project.AddPropertyOverride("TimeoutInMinutes", 20);
                }
            }

            public static void Apply(Stack stack) => Aspects.Of(stack).Add(new Visitor());
        }
        """;

    [Fact]
    public async Task WhereverItIsCancelledItStopsThereAndALaterAnalysisIsWhole()
    {
        var compilation = await Compilation();
        var whole = new CountedCode(_ => { });
        var expected = Diagnose(new ProgramAnalysis(compilation, whole), compilation, TestContext.Current.CancellationToken);
        Assert.True(expected.Count >= 5, string.Join('\n', expected));
        Assert.True(whole.Questions >= 100, $"{whole.Questions} questions");

        for (var moment = 1; moment <= whole.Questions; moment++)
        {
            using var cancellation = new CancellationTokenSource();
            var asked = new CountedCode(count =>
            {
                if (count == moment)
                {
                    cancellation.Cancel();
                }
            });
            var analysis = new ProgramAnalysis(compilation, asked);

            Assert.ThrowsAny<OperationCanceledException>(() => Diagnose(analysis, compilation, cancellation.Token));
            Assert.InRange(asked.Questions, moment, moment + QuestionsOfOneOperation);
            Assert.Equal(expected, Diagnose(analysis, compilation, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task AnAnalysisThatIsCancelledBeforeItBeginsAsksNothing()
    {
        var compilation = await Compilation();
        var asked = new CountedCode(_ => { });
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        Assert.ThrowsAny<OperationCanceledException>(() => Diagnose(new ProgramAnalysis(compilation, asked), compilation, cancellation.Token));
        Assert.Equal(0, asked.Questions);
    }

    /// <summary>Some of the analyses are cancelled, whenever that happens to be; whoever is not gets the whole result.</summary>
    [Fact]
    public async Task ParallelAnalysesOfOneProgramSurviveTheCancellationOfOthers()
    {
        var compilation = await Compilation();
        var expected = Diagnose(new ProgramAnalysis(compilation, ExternalCode.Instance), compilation, TestContext.Current.CancellationToken);

        for (var round = 0; round < 20; round++)
        {
            var shared = new ProgramAnalysis(compilation, ExternalCode.Instance);
            await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(
                () =>
                {
                    using var cancellation = new CancellationTokenSource();
                    if (number % 2 == 0)
                    {
                        cancellation.CancelAfter(TimeSpan.FromTicks(number * TimeSpan.TicksPerMillisecond / 2));
                    }

                    try
                    {
                        Assert.Equal(expected, Diagnose(shared, compilation, cancellation.Token));
                    }
                    catch (OperationCanceledException) when (number % 2 == 0)
                    {
                    }
                },
                TestContext.Current.CancellationToken)));

            Assert.Equal(expected, Diagnose(shared, compilation, TestContext.Current.CancellationToken));
        }
    }

    private static async Task<Compilation> Compilation()
    {
        var compilation = (await Analysis.ProjectFor(AnalyzerUnderTest.Product, Program, Options).GetCompilationAsync(TestContext.Current.CancellationToken))!;
        Analysis.AssertCompiles(compilation);
        return compilation;
    }

    /// <summary>What every root of the compilation owns.</summary>
    private static List<string> Diagnose(ProgramAnalysis analysis, Compilation compilation, CancellationToken cancellationToken) =>
        [.. Roots.Of(compilation, analysis.Bodies).SelectMany(root => analysis.Diagnose(root, cancellationToken)).Select(finding => finding.ToString())];
}
