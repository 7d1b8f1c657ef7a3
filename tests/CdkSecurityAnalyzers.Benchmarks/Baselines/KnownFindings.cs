using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Benchmarks.Baselines;

/// <summary>
/// What the compiler spends on a program that has findings: knows them beforehand, and does no more than report them where the product would. For each,
/// the compiler looks whether something suppresses it, which costs the more the longer the member is that the finding stands in.
/// </summary>
internal sealed class KnownFindings(ImmutableArray<Diagnostic> findings) : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Descriptor = new("NONE004", "Nothing", "Nothing", "Nothing", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
            start.RegisterOperationBlockAction(block =>
            {
                foreach (var operation in block.OperationBlocks)
                {
                    foreach (var finding in findings)
                    {
                        if (finding.Location.SourceTree == operation.Syntax.SyntaxTree && operation.Syntax.Span.Contains(finding.Location.SourceSpan))
                        {
                            block.ReportDiagnostic(Diagnostic.Create(Descriptor, finding.Location));
                        }
                    }
                }
            }));
    }
}
