using CdkSecurityAnalyzers.Evaluation.Tracing;

namespace CdkSecurityAnalyzers.Cdk;

/// <summary>What one root of the program synthesizes, as far as it can be read.</summary>
internal sealed class RootModel(Trace trace)
{
    public Trace Trace { get; } = trace;
}
