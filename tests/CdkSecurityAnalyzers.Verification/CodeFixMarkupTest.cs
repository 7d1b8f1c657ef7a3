using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace CdkSecurityAnalyzers.Verification;

/// <summary>One fix of one program against one release of the CDK: applied finding by finding, and to all in every scope.</summary>
internal sealed class CodeFixMarkupTest : CSharpCodeFixTest<CdkSecurityAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
{
    private readonly AnalyzerUnderTest subject;
    private readonly ProgramOptions options;

    public CodeFixMarkupTest(
        AnalyzerUnderTest subject,
        string markup,
        string fixedMarkup,
        string equivalenceKey,
        ProgramOptions options,
        ProgramOptions fixedOptions,
        CdkLibrary? library)
    {
        this.subject = subject;
        this.options = options;
        ReferenceAssemblies = TestSettings.NoRestore;
        TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedSourcesCheck;
        CodeActionEquivalenceKey = equivalenceKey;
        TestSettings.Fill(TestState, markup, options, library, subject);
        TestSettings.Fill(FixedState, fixedMarkup, fixedOptions, library, subject);
        // A finding that remains must be marked in the fixed text: nothing is inherited from the text before.
        FixedState.InheritanceMode = StateInheritanceMode.Explicit;
        FixedState.MarkupHandling = MarkupMode.Allow;
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [subject.CreateAnalyzer()];

    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => subject.CreateFixes();

    protected override IEnumerable<Type> GetSourceGenerators() => options.AdditionalFiles.Count > 0 ? Generation.Generators : [];

    protected override ParseOptions CreateParseOptions() => TestSettings.Parse(options);

    protected override CompilationOptions CreateCompilationOptions() => TestSettings.Compile(options, subject);

    /// <summary>The library would switch on every rule that the analyzer knows; a test sees what a user's build sees.</summary>
    protected override Project ApplyCompilationOptions(Project project) => project.WithCompilationOptions(CreateCompilationOptions());
}
