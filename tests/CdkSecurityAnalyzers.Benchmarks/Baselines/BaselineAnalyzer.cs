using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Benchmarks.Baselines;

/// <summary>An analyzer that the product is compared with: set up like the product, it does a part of its work at most.</summary>
internal abstract class BaselineAnalyzer : DiagnosticAnalyzer
{
    protected static readonly DiagnosticDescriptor Descriptor = new("BASE001", "Finding", "Finding", "Baseline", DiagnosticSeverity.Warning, true);

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    protected abstract void Start(CompilationStartAnalysisContext context);
}
