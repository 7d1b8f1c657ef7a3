using CdkSecurityAnalyzers.Cdk.Pipelines;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Collects the places and facts that findings about pipelines have in common.</summary>
internal sealed class PipelineFinding(DeliveryPipeline pipeline) : FindingDraft<PipelineFinding>
{
    /// <summary>
    /// Names the deployment that an approval should come before. Nothing may be put there when some run counts on the positions of stages.
    /// </summary>
    public PipelineFinding Before(PipelineStage stage, PipelineAction action)
    {
        // In a wave of CDK Pipelines, what stands for a stage is one of its actions here.
        var isStageOfWave = stage.Spelling == Spelling.Delivery && (stage.Name is null || stage.Name == action.Name);
        var place = isStageOfWave ? action.Site : stage.Site;
        return With(FindingProperties.Name, (isStageOfWave ? action.Name : stage.Name)?.Text.Known)
            .At(place, pipeline.ArePositionsUsed ? null : FindingProperties.Stage);
    }

    /// <summary>The finding.</summary>
    /// <param name="site">The innermost expression whose value is the risky one.</param>
    public Finding Build(DiagnosticDescriptor descriptor, Site site, params object[] messageArguments)
    {
        At(pipeline.Construct, FindingProperties.Construct);
        return Complete(descriptor, site, pipeline.IsLeaving || pipeline.IsOfCaller, messageArguments);
    }
}
