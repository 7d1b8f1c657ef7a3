using System.Threading;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Cdk.Pipelines;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A rule about pipelines, each by itself.</summary>
internal abstract class PipelineRule(DiagnosticDescriptor descriptor) : ModelRule(descriptor)
{
    public sealed override void Check(RootModel model, FindingSink findings, CancellationToken cancellationToken)
    {
        foreach (var pipeline in model.Pipelines(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Check(pipeline, findings);
        }
    }

    protected abstract void Check(DeliveryPipeline pipeline, FindingSink findings);
}
