using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Benchmarks.Workloads;

/// <summary>What an editor asks for after each change: the findings in one document, whose tree is new while those of the other documents are not.</summary>
internal sealed class EditedDocument(string name, IEnumerable<(string Path, string Text)> sources, string edited, int findings)
    : Workload(name, sources, findings)
{
    public override ImmutableArray<Diagnostic> Analyze(DiagnosticAnalyzer analyzer)
    {
        var before = Parsed.SyntaxTrees.Single(tree => tree.FilePath == edited);
        var after = Anew(before);
        var analysis = Analysis(analyzer, Parsed.ReplaceSyntaxTree(before, after));
        return analysis
            .GetAnalyzerSemanticDiagnosticsAsync(analysis.Compilation.GetSemanticModel(after), filterSpan: null, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
    }
}
