using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A webhook for workflow runners also builds pull requests, or serves every repository of an organisation.</summary>
internal sealed class UnscopedRunnerWebhook() : WebhookRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.UnscopedRunnerWebhook,
        title: "Runner webhook accepts jobs from every repository or workflow",
        messageFormat: "This webhook {0}",
        RuleCategories.Webhooks,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "A project that runs workflow jobs should do nothing else, and a webhook of a whole organisation should name the repositories "
            + "that it serves.",
        829
    );

    protected override void Check(Webhook webhook, FindingSink findings, CancellationToken cancellationToken)
    {
        var runner = webhook.Groups.FirstOrDefault(static group => group.Has(WebhookVocabulary.WorkflowJobQueued));
        var builder = webhook.Groups.FirstOrDefault(static group => group.Events.Any(IsOfPullRequest));
        if (runner is not null && builder is not null)
        {
            findings.Report(
                new WebhookFinding(webhook)
                    .SpelledAs(runner.Spelling)
                    .At(builder.Events.First(IsOfPullRequest).Site)
                    .In(runner)
                    .Build(Definition, runner.Events.First(IsOfJob).Site, "runs workflow jobs and builds pull requests in one project")
            );
        }

        if (!webhook.IsForManyRepositories)
        {
            return;
        }

        foreach (var group in webhook.Groups.Where(static group => group.Lacks(FilterType.RepositoryName)))
        {
            var site = group.Events.IsEmpty ? group.Site : group.Events[0].Site;
            findings.Report(
                new WebhookFinding(webhook)
                    .SpelledAs(group.Spelling)
                    .In(group)
                    .Build(Definition, site, "serves every repository of the organisation: the filter group has no REPOSITORY_NAME filter")
            );
        }
    }

    private static bool IsOfPullRequest(WebhookEvent @event) => WebhookVocabulary.PullRequestEvents.Contains(@event.Name);

    private static bool IsOfJob(WebhookEvent @event) => @event.Name == WebhookVocabulary.WorkflowJobQueued;
}
