using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

/// <summary>A fix takes nothing away that another run, or another project, needs.</summary>
public sealed class KeptGroupsTests
{
    private static readonly ProgramOptions Options = ProgramOptions.Default with { CdkVersions = [CdkLibrary.Runnable] };

    [Theory]
    [InlineData("isProduction ? new[] { FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs(\"^refs/heads/main$\") } : null")]
    [InlineData("groups")]
    public Task GroupsThatSomeRunHasAreNotReplaced(string groups) => Verify.NoCodeFix(
        TestProgram.InStack(
            $$"""
            var isProduction = System.Environment.GetEnvironmentVariable("STAGE") == "production";
            var groups = isProduction ? new[] { FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/heads/main$") } : null;
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", Webhook = {|CDKSEC102:true|}, WebhookFilters = {{groups}} }),
            });
            """),
        "Build on push only",
        Options);

    [Fact]
    public Task AGroupThatAGuardedProjectSharesIsNotRewritten() => Verify.NoCodeFix(
        TestProgram.InStack(
            """
            var group = FilterGroup.InEventOf({|CDKSEC101:EventAction.PULL_REQUEST_CREATED|});
            new Project(this, "Open", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { group } }),
            });
            new Project(this, "Guarded", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "docs", WebhookFilters = new[] { group.AndActorAccountIs("^583231$") } }),
            });
            """),
        "Build on push only",
        Options);
}
