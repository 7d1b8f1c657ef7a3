using CdkSecurityAnalyzers.Cdk.Pipelines;
using CdkSecurityAnalyzers.Cdk.Template;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Pushes start a pipeline that deploys, whatever branch or tag they go to.</summary>
internal sealed class UnscopedPipelineTrigger() : PipelineRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.UnscopedPipelineTrigger,
        title: "Pushes to any branch trigger a deploying pipeline",
        messageFormat: "A push {0} starts this pipeline, which deploys: name the branches or tags that are protected",
        RuleCategories.Pipelines,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "Everybody with write access can push a branch. Limit what deploys to protected branches or tags.",
        284
    );

    protected override void Check(DeliveryPipeline pipeline, FindingSink findings)
    {
        if (pipeline.Triggers.IsEmpty || !pipeline.IsDeploying)
        {
            return;
        }

        foreach (var trigger in pipeline.Triggers)
        {
            foreach (var filter in trigger.Pushes)
            {
                if (filter.NamesNoRefs)
                {
                    findings.Report(
                        new PipelineFinding(pipeline).SpelledAs(filter.Spelling).Build(Definition, filter.Site, "to any branch")
                    );
                }
                else
                {
                    Check(pipeline, filter.EveryBranch, "to any branch", findings);
                    Check(pipeline, filter.EveryTag, "of any tag", findings);
                }
            }
        }
    }

    private static void Check(DeliveryPipeline pipeline, TemplateScalar? catchAll, string push, FindingSink findings)
    {
        if (catchAll is not null)
        {
            findings.Report(
                new PipelineFinding(pipeline).SpelledAs(catchAll.Spelling).BornAt(catchAll.Written).Build(Definition, catchAll.Site, push)
            );
        }
    }
}
