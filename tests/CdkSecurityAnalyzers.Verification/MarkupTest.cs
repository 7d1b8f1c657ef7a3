using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace CdkSecurityAnalyzers.Verification;

/// <summary>One program with marked findings, analyzed against one release of the CDK.</summary>
internal sealed class MarkupTest : CSharpAnalyzerTest<CdkSecurityAnalyzer, DefaultVerifier>
{
    private readonly AnalyzerUnderTest subject;
    private readonly ProgramOptions options;

    public MarkupTest(AnalyzerUnderTest subject, string markup, ProgramOptions options, CdkLibrary? library, IEnumerable<DiagnosticResult> expected)
    {
        this.subject = subject;
        this.options = options;
        ReferenceAssemblies = TestSettings.NoRestore;
        // Generated stacks are deployed too and are reported like others. That #pragma works is Roslyn's doing; checking it doubles the time.
        TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedSourcesCheck;
        TestSettings.Fill(TestState, markup, options, library, subject);
        ExpectedDiagnostics.AddRange(expected);
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [subject.CreateAnalyzer()];

    protected override IEnumerable<Type> GetSourceGenerators() => options.AdditionalFiles.Count > 0 ? Generation.Generators : [];

    protected override ParseOptions CreateParseOptions() => TestSettings.Parse(options);

    protected override CompilationOptions CreateCompilationOptions() => TestSettings.Compile(options, subject);

    /// <summary>The library would switch on every rule that the analyzer knows; a test sees what a user's build sees.</summary>
    protected override Project ApplyCompilationOptions(Project project) => project.WithCompilationOptions(CreateCompilationOptions());
}
