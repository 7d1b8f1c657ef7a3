using System.Collections.Immutable;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Benchmarks.Workloads;

/// <summary>A program that is analyzed again and again, each time as if the compiler had just parsed it.</summary>
internal class Workload
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp13, DocumentationMode.None);

    private static readonly CompilationWithAnalyzersOptions Settings = new(
        new AnalyzerOptions([]),
        onAnalyzerException: static (exception, _, _) => throw new InvalidOperationException("An analyzer threw.", exception),
        concurrentAnalysis: false,
        logAnalyzerExecutionTime: false);

    /// <param name="findings">How many findings the analyzer has to report: what is fast and wrong is worth nothing.</param>
    public Workload(string name, IEnumerable<(string Path, string Text)> sources, int findings, bool usesCdk = true)
    {
        Name = name;
        Findings = findings;
        var imports = usesCdk ? TestProgram.GlobalUsings : TestProgram.GlobalUsingsWithoutCdk;
        Parsed = CSharpCompilation.Create(
            "App",
            [.. sources.Append((Path: "GlobalUsings.cs", Text: imports)).Select(source => CSharpSyntaxTree.ParseText(source.Text, Language, source.Path))],
            usesCdk ? CdkLibrary.Newest.References : CdkLibrary.FrameworkOnly,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        // Binds the references as well, which all compilations after this one share.
        var errors = Parsed.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            throw new InvalidOperationException($"'{name}' does not compile:\n{string.Join('\n', errors.Take(5))}");
        }
    }

    public string Name { get; }

    public int Findings { get; }

    protected CSharpCompilation Parsed { get; }

    public virtual ImmutableArray<Diagnostic> Analyze(DiagnosticAnalyzer analyzer) =>
        Analysis(analyzer, Parsed.RemoveAllSyntaxTrees().AddSyntaxTrees(Parsed.SyntaxTrees.Select(Anew)))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None)
            .GetAwaiter()
            .GetResult();

    public sealed override string ToString() => Name;

    protected static CompilationWithAnalyzers Analysis(DiagnosticAnalyzer analyzer, Compilation compilation) =>
        compilation.WithAnalyzers([analyzer], Settings);

    /// <summary>The same text as a tree that nobody has looked at.</summary>
    protected static SyntaxTree Anew(SyntaxTree tree) => tree.WithRootAndOptions(tree.GetRoot(), tree.Options);
}
