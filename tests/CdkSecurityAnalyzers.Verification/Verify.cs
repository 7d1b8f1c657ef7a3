using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace CdkSecurityAnalyzers.Verification;

/// <summary>
/// Checks on programs with markup: <c>{|CDKSEC102:true|}</c> says that the rule reports exactly there. Nothing else may be reported,
/// and the program must compile. Every check runs against each release in <see cref="ProgramOptions.CdkVersions"/>.
/// </summary>
public static class Verify
{
    /// <summary>A whole program. <paramref name="expected"/> adds findings whose message or additional locations matter.</summary>
    public static Task Analyzer(string markup, params DiagnosticResult[] expected) => Analyzer(markup, ProgramOptions.Default, expected);

    /// <inheritdoc cref="Analyzer(string, DiagnosticResult[])"/>
    public static Task Analyzer(string markup, ProgramOptions options, params DiagnosticResult[] expected) =>
        Analyzer(AnalyzerUnderTest.Product, markup, options, expected);

    /// <summary>The statements of a stack's constructor; see <see cref="TestProgram.InStack"/>.</summary>
    public static Task InStack(string statements, params DiagnosticResult[] expected) => InStack(statements, ProgramOptions.Default, expected);

    /// <inheritdoc cref="InStack(string, DiagnosticResult[])"/>
    public static Task InStack(string statements, ProgramOptions options, params DiagnosticResult[] expected) =>
        Analyzer(TestProgram.InStack(statements), options, expected);

    /// <summary>
    /// The fix with the title or equivalence key <paramref name="action"/> leads from <paramref name="markup"/> to
    /// <paramref name="fixedMarkup"/>, in which findings that remain or follow are marked; see <see cref="CodeFixContract"/>.
    /// <paramref name="moreFixedSources"/> are <see cref="ProgramOptions.MoreSources"/> after the fix, when it touches them.
    /// </summary>
    public static Task CodeFix(
        string markup,
        string fixedMarkup,
        string action,
        ProgramOptions? options = null,
        IReadOnlyList<(string Name, string Text)>? moreFixedSources = null) =>
        CodeFixContract.Check(AnalyzerUnderTest.Product, markup, fixedMarkup, action, options ?? ProgramOptions.Default, moreFixedSources);

    /// <summary>The same for the statements of a stack's constructor; see <see cref="TestProgram.InStack"/>.</summary>
    public static Task CodeFixInStack(string statements, string fixedStatements, string action, ProgramOptions? options = null) =>
        CodeFix(TestProgram.InStack(statements), TestProgram.InStack(fixedStatements), action, options);

    /// <summary>None of the offered fixes has the title or equivalence key <paramref name="action"/>.</summary>
    public static Task NoCodeFix(string markup, string action, ProgramOptions? options = null) =>
        CodeFixContract.CheckNotOffered(AnalyzerUnderTest.Product, markup, action, options ?? ProgramOptions.Default);

    internal static async Task Analyzer(AnalyzerUnderTest subject, string markup, ProgramOptions options, params DiagnosticResult[] expected)
    {
        foreach (var library in TestSettings.Libraries(options))
        {
            await new MarkupTest(subject, markup, options, library, expected).RunAsync(TestContext.Current.CancellationToken);
        }
    }
}
