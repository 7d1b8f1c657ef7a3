using System.Collections.Immutable;
using CdkSecurityAnalyzers.Generators.Contributors;
using CdkSecurityAnalyzers.Generators.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CdkSecurityAnalyzers.Verification;

/// <summary>Runs the generators on a program, as the compiler does.</summary>
public static class Generation
{
    /// <summary>The root namespace of test programs: none, so that they name generated classes as their own.</summary>
    internal const string NoNamespace = "is_global = true\nbuild_property.RootNamespace =\n";

    public static int GeneratorCount => Generators.Count;

    internal static IReadOnlyList<Type> Generators { get; } = [typeof(TrustedContributorsGenerator), typeof(PolicyGenerator)];

    /// <summary>A driver of all generators that tells which of their steps ran.</summary>
    /// <param name="files">Name and text of every additional file.</param>
    /// <param name="rootNamespace">The project's root namespace; null when the project tells none.</param>
    public static GeneratorDriver Driver(IEnumerable<(string Name, string Text)> files, string? rootNamespace = "", LanguageVersion version = LanguageVersion.CSharp12) =>
        Driver([.. files.Select(file => new FileInMemory("/" + file.Name, file.Text))], new Properties(rootNamespace), new CSharpParseOptions(version, DocumentationMode.Diagnose));

    /// <summary>An additional file with a text.</summary>
    public static AdditionalText File(string name, string text) => new FileInMemory("/" + name, text);

    /// <summary>A compilation of sources.</summary>
    /// <param name="library">The CDK that it references; null for none.</param>
    public static CSharpCompilation Compilation(
        CdkLibrary? library, IEnumerable<string> sources, LanguageVersion version = LanguageVersion.CSharp12) =>
        CSharpCompilation.Create(
            "TestProgram",
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(version, DocumentationMode.Diagnose), $"/Program{index}.cs")),
            TestSettings.References(library),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error,
                // What the SDK leaves out of every build: the CDK is built against an older framework.
                specificDiagnosticOptions: [KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress), KeyValuePair.Create("CS1702", ReportDiagnostic.Suppress)],
                warningLevel: 9999));

    /// <summary>What the generators report about additional files.</summary>
    internal static ImmutableArray<Diagnostic> Problems(Compilation compilation, AnalyzerOptions options) =>
        options.AdditionalFiles.IsEmpty
            ? []
            : Driver(options.AdditionalFiles, options.AnalyzerConfigOptionsProvider, (CSharpParseOptions)compilation.SyntaxTrees.First().Options)
                .RunGenerators(compilation, TestContext.Current.CancellationToken)
                .GetRunResult()
                .Diagnostics;

    /// <summary>A compilation with what the generators make of the additional files of a program.</summary>
    internal static Compilation Add(CSharpCompilation compilation, ProgramOptions options)
    {
        if (options.AdditionalFiles.Count == 0)
        {
            return compilation;
        }

        Driver(options.AdditionalFiles, version: options.LanguageVersion)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _, TestContext.Current.CancellationToken);
        return updated;
    }

    /// <summary>The generators as a project references them.</summary>
    internal static AnalyzerReference Reference { get; } = new GeneratorReference();

    private static IEnumerable<ISourceGenerator> Create() => Generators.Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator());

    private static CSharpGeneratorDriver Driver(ImmutableArray<AdditionalText> files, AnalyzerConfigOptionsProvider options, CSharpParseOptions parseOptions) =>
        CSharpGeneratorDriver.Create(
            Create(),
            files,
            parseOptions,
            options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private sealed class GeneratorReference : AnalyzerReference
    {
        private readonly ImmutableArray<ISourceGenerator> generators = [.. Create()];

        public override string? FullPath => null;

        public override object Id => this;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => generators;

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => generators;
    }

    private sealed class FileInMemory(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Properties(string? rootNamespace) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(rootNamespace);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(string? rootNamespace) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.RootNamespace" ? rootNamespace : null;
            return value is not null;
        }
    }
}
