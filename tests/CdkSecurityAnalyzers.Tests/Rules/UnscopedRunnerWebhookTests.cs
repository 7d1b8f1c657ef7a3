using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules;

public sealed class UnscopedRunnerWebhookTests
{
    private static readonly WebhookProgram Program = WebhookProgram.Enabling("CDKSEC110").OnNewest();

    [Theory]
    [InlineData("FilterGroup.InEventOf({|CDKSEC110:EventAction.WORKFLOW_JOB_QUEUED|}), FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)")]
    [InlineData("FilterGroup.InEventOf(EventAction.WORKFLOW_JOB_QUEUED)")]
    [InlineData("FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)")]
    public Task JobsAndPullRequests(string groups) => Program.Groups(groups);

    [Theory]
    [InlineData("InEventOf({|CDKSEC110:EventAction.WORKFLOW_JOB_QUEUED|})")]
    [InlineData("InEventOf(EventAction.WORKFLOW_JOB_QUEUED).AndRepositoryNameIs(\"^app$\")")]
    public Task OrganisationWebhooks(string group) => Program.Statements(
        $$"""
        new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", WebhookFilters = new[] { FilterGroup.{{group}} } }),
        });
        """);
}
