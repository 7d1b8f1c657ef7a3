using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Benchmarks.Baselines;

/// <summary>What it costs to be there at all: looks at no code.</summary>
internal sealed class IdleAnalyzer : BaselineAnalyzer
{
    protected override void Start(CompilationStartAnalysisContext context) { }
}
