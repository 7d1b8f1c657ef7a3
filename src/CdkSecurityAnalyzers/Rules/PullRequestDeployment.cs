using CdkSecurityAnalyzers.Cdk.Pipelines;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A pull request starts a pipeline that deploys, and nobody is asked before.</summary>
internal sealed class PullRequestDeployment() : PipelineRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.PullRequestDeployment,
        title: "Pull requests trigger a deploying pipeline",
        messageFormat: "Pull requests are deployed by this pipeline before anybody has accepted them: {0} begins without an approval",
        RuleCategories.Pipelines,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A trigger for pull requests runs the pipeline on code that nobody has reviewed, with the rights to deploy. "
            + "Build pull requests in a pipeline or project of their own that deploys nothing.",
        284
    );

    protected override void Check(DeliveryPipeline pipeline, FindingSink findings)
    {
        if (pipeline.Triggers.IsEmpty || pipeline.UnapprovedDeployments() is not { IsEmpty: false } deployments)
        {
            return;
        }

        var (stage, action) = deployments[0];
        var deployment = (action.Name ?? stage.Name) is { } name ? $"'{name.Text}'" : "a deployment";
        foreach (var trigger in pipeline.Triggers)
        {
            foreach (var filter in trigger.PullRequests)
            {
                if (filter.TakesOpenPullRequests)
                {
                    findings.Report(
                        new PipelineFinding(pipeline)
                            .SpelledAs(filter.Spelling)
                            .Before(stage, action)
                            .Build(Definition, filter.Site, deployment)
                    );
                }
            }
        }
    }
}
