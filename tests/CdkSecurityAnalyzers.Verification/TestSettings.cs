using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace CdkSecurityAnalyzers.Verification;

/// <summary>Settings that the markup tests of analyzers and of code fixes share.</summary>
internal static class TestSettings
{
    /// <summary>Says "nothing to restore": every reference is handed over, and no test reaches for the network.</summary>
    public static ReferenceAssemblies NoRestore { get; } = new("net10.0");

    private static readonly IReadOnlyList<CdkLibrary?> WithoutCdk = [null];

    public static CSharpParseOptions Parse(ProgramOptions options) => new(options.LanguageVersion, DocumentationMode.Diagnose);

    public static CSharpCompilationOptions Compile(ProgramOptions options, AnalyzerUnderTest subject) =>
        new CSharpCompilationOptions(options.OutputKind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true)
            .WithSpecificDiagnosticOptions(subject.SwitchedOff(options).Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress)));

    public static IReadOnlyList<MetadataReference> References(CdkLibrary? library) => library?.References ?? CdkLibrary.FrameworkOnly;

    /// <summary>The releases to check, or the single "none" of a program without the CDK.</summary>
    public static IReadOnlyList<CdkLibrary?> Libraries(ProgramOptions options) => options.CdkVersions.Count == 0 ? WithoutCdk : options.CdkVersions;

    public static IEnumerable<(string Name, string Text)> Sources(string source, ProgramOptions options, CdkLibrary? library) =>
    [
        (TestProgram.FileName, source),
        .. options.MoreSources,
        .. GlobalUsings(options, library),
    ];

    private static IEnumerable<(string Name, string Text)> GlobalUsings(ProgramOptions options, CdkLibrary? library)
    {
        if (options.GlobalUsings)
        {
            yield return (TestProgram.GlobalUsingsFileName, library is null ? TestProgram.GlobalUsingsWithoutCdk : TestProgram.GlobalUsings);
        }
    }

    public static IEnumerable<(string Name, string Text)> AnalyzerConfigs(ProgramOptions options, AnalyzerUnderTest subject)
    {
        if (options.EditorConfig is { } text)
        {
            yield return ("/.editorconfig", "root = true\n" + text);
        }

        if (options.Enable.Count > 0)
        {
            yield return ("/.globalconfig", subject.Enabling(options.Enable));
        }

        if (options.AdditionalFiles.Count > 0)
        {
            yield return ("/generation.globalconfig", Generation.NoNamespace);
        }
    }

    /// <summary>Fills a state of the testing library, the one before a fix or the one after it.</summary>
    public static void Fill(SolutionState state, string source, ProgramOptions options, CdkLibrary? library, AnalyzerUnderTest subject)
    {
        foreach (var (name, text) in Sources(source, options, library))
        {
            state.Sources.Add(("/" + name, text));
        }

        foreach (var (name, text) in AnalyzerConfigs(options, subject))
        {
            state.AnalyzerConfigFiles.Add((name, text));
        }

        foreach (var (name, text) in options.AdditionalFiles)
        {
            state.AdditionalFiles.Add(("/" + name, text));
        }

        state.OutputKind = options.OutputKind;
        state.AdditionalReferences.AddRange(References(library));
    }
}
