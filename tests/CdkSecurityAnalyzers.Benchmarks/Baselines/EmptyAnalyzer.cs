using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Benchmarks.Baselines;

/// <summary>
/// What it costs to be called: registers what the product registers, and looks at each operation once. Roslyn makes an operation when somebody first asks for
/// it and keeps it for all analyzers, so that this is the compiler's share, which any analyzer of operations brings about.
/// </summary>
internal sealed class EmptyAnalyzer : BaselineAnalyzer
{
    protected override void Start(CompilationStartAnalysisContext context) =>
        context.RegisterOperationBlockAction(static block =>
        {
            foreach (var operation in block.OperationBlocks)
            {
                Walk(operation);
            }
        });

    private static void Walk(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            Walk(child);
        }
    }
}
