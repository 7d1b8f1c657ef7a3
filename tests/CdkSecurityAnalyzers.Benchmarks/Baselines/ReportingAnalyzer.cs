using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Benchmarks.Baselines;

/// <summary>
/// What the compiler spends on a program that has findings: knows beforehand where they are, and reports them there. For each, the compiler looks whether
/// something suppresses it, which costs the more the longer the member is that it stands in; this too is the compiler's share.
/// </summary>
internal sealed class ReportingAnalyzer(ImmutableArray<Diagnostic> findings) : BaselineAnalyzer
{
    private readonly ILookup<SyntaxTree?, Location> locations = findings.Select(finding => finding.Location).ToLookup(location => location.SourceTree);

    protected override void Start(CompilationStartAnalysisContext context) =>
        context.RegisterOperationBlockAction(block =>
        {
            foreach (var syntax in block.OperationBlocks.Select(operation => operation.Syntax))
            {
                foreach (var location in locations[syntax.SyntaxTree].Where(location => syntax.Span.Contains(location.SourceSpan)))
                {
                    block.ReportDiagnostic(Diagnostic.Create(Descriptor, location));
                }
            }
        });
}
