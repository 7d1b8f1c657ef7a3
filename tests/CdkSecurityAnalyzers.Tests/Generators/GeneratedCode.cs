using System.Collections.Immutable;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Generators;

/// <summary>What the generators make of files.</summary>
internal sealed record GeneratedCode(ImmutableArray<(string Name, string Code)> Files, ImmutableArray<Diagnostic> Problems, Compilation Compilation)
{
    /// <summary>Runs the generators on files, beside a source that may use what they make.</summary>
    public static GeneratedCode Of(
        IEnumerable<(string Name, string Text)> files,
        CdkLibrary? library,
        string source = "",
        LanguageVersion version = LanguageVersion.CSharp12,
        string? rootNamespace = "")
    {
        var driver = Generation.Driver(files, rootNamespace, version)
            .RunGeneratorsAndUpdateCompilation(Generation.Compilation(library, [source], version), out var compilation, out var problems, TestContext.Current.CancellationToken);
        var result = driver.GetRunResult();
        Assert.All(result.Results, made => Assert.Null(made.Exception));
        return new(
            [.. result.Results.SelectMany(made => made.GeneratedSources).Select(made => (made.HintName, made.SourceText.ToString()))],
            problems,
            compilation);
    }

    /// <summary>The only class.</summary>
    public string Single => Assert.Single(Files).Code.Replace(Version, "VERSION", StringComparison.Ordinal);

    /// <summary>What the compiler says about the whole, its warnings too.</summary>
    public IEnumerable<string> Errors =>
        Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString());

    private static string Version => typeof(CdkSecurityAnalyzer).Assembly.GetName().Version!.ToString(3);
}
