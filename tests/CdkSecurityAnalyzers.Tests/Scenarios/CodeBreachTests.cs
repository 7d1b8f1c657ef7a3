using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Scenarios;

/// <summary>
/// The filter of the 2026 takeovers (bulletin 2026-002-AWS): a list of account ids without anchors, in the spellings that teams use. Each is reported, and
/// the fix makes the template carry the anchored list.
/// </summary>
public sealed class CodeBreachTests
{
    private const string Ids =
        """
        public static class Ids
        {
            public const string First = "755743";
            public const string Second = "5070516";
        }
        """;

    [Theory]
    [InlineData("""
        FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs("755743|5070516")
        """)]
    [InlineData("""
        FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(string.Join("|", new[] { "755743", "5070516" }))
        """)]
    [InlineData("""
        FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs($"{Ids.First}|{Ids.Second}")
        """)]
    public Task AFilterGroup(string group) => IsReportedAndAnchored(
        $$"""
        new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { {{group}} } }),
        });
        """);

    [Fact]
    public Task AnEntryOfATemplate() => IsReportedAndAnchored(
        """
        new CfnProject(this, "Build", new CfnProjectProps
        {
            ServiceRole = "arn:aws:iam::123456789012:role/build",
            Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
            Environment = new CfnProject.EnvironmentProperty { ComputeType = "BUILD_GENERAL1_SMALL", Image = "aws/codebuild/standard:7.0", Type = "LINUX_CONTAINER" },
            Source = new CfnProject.SourceProperty { Type = "GITHUB", Location = "https://github.com/octo/app.git" },
            Triggers = new CfnProject.ProjectTriggersProperty
            {
                Webhook = true,
                FilterGroups = new[]
                {
                    new[]
                    {
                        new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" },
                        new CfnProject.WebhookFilterProperty { Type = "ACTOR_ACCOUNT_ID", Pattern = "755743|5070516" },
                    },
                },
            },
        });
        """);

    private static async Task IsReportedAndAnchored(string statements)
    {
        var program = EditableProgram.Of(
            TestProgram.InStack(statements),
            new ProgramOptions { CdkVersions = [CdkLibrary.Runnable], MoreSources = [("Ids.cs", Ids)] });
        Assert.Equal("CDKSEC103", Assert.Single(await program.Findings()).Id);
        Assert.Equal("755743|5070516", await ActorPatternOf(program));

        var anchored = await program.Fixed("CDKSEC103", "Anchor the account ids");

        Assert.Empty(await anchored.Findings());
        Assert.Equal("^(755743|5070516)$", await ActorPatternOf(anchored));
    }

    private static async Task<string?> ActorPatternOf(EditableProgram program) =>
        (string?)Synthesis.Triggers(await program.Template())["Build"]!["FilterGroups"]![0]![1]!["Pattern"];
}
