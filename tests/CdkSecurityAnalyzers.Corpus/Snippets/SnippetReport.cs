using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Corpus.Snippets;

/// <summary>What every rule says about the examples in the CDK's documentation: all that it says can be checked by hand.</summary>
public sealed class SnippetReport
{
    /// <summary>What could not be determined in an example hangs on what the example leaves open.</summary>
    private const string LeftOut = "CDKSEC901";

    private static readonly ImmutableArray<string> Rules = [.. new CdkSecurityAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Distinct().Where(id => id != LeftOut)];

    private SnippetReport(int total, IReadOnlyDictionary<string, int> errors, IReadOnlyList<SnippetFinding> findings) =>
        (Total, Errors, Findings) = (total, errors, findings);

    public int Total { get; }

    /// <summary>How many of the examples could be made a program.</summary>
    public int Compiled => Total - Errors.Values.Sum();

    /// <summary>The compiler's errors that keep the others from it, and how many of them each does.</summary>
    public IReadOnlyDictionary<string, int> Errors { get; }

    public IReadOnlyList<SnippetFinding> Findings { get; }

    /// <param name="isOfInterest">Which examples to read; null for all.</param>
    public static SnippetReport Of(CdkLibrary library, Func<Snippet, bool>? isOfInterest = null)
    {
        var snippets = Snippet.Of(library).Where(isOfInterest ?? (_ => true)).ToList();
        var compiler = new SnippetCompiler(library, Rules);
        var errors = new ConcurrentDictionary<string, int>();
        var findings = new ConcurrentBag<SnippetFinding>();
        Parallel.ForEach(snippets, snippet =>
        {
            if (compiler.Compile(snippet, out var error) is not { } program)
            {
                errors.AddOrUpdate(error!.Id, 1, (_, count) => count + 1);
                return;
            }

            foreach (var diagnostic in Analyze(program))
            {
                findings.Add(SnippetFinding.Of(snippet, diagnostic));
            }
        });
        return new SnippetReport(
            snippets.Count,
            errors,
            [.. findings.OrderBy(finding => finding.Rule, StringComparer.Ordinal).ThenBy(finding => finding.Snippet.Member, StringComparer.Ordinal).ThenBy(finding => finding.Place)]);
    }

    public override string ToString()
    {
        var text = new StringBuilder().AppendLine(Line($"{Total} examples, {Compiled} compile"));
        text.AppendLine(Line($"not: {string.Join(", ", Errors.OrderByDescending(error => error.Value).Select(error => Line($"{error.Value} {error.Key}")))}"));
        foreach (var rule in Findings.GroupBy(finding => finding.Rule))
        {
            text.AppendLine(Line($"{rule.Key}  {rule.Count(),5} findings"));
        }

        foreach (var finding in Findings)
        {
            text.AppendLine(finding.ToString()).AppendLine("    " + finding.Message);
        }

        return text.ToString();
    }

    private static ImmutableArray<Diagnostic> Analyze(Compilation program)
    {
        var settings = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: static (exception, _, _) => throw new InvalidOperationException("The analyzer failed.", exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        return program.WithAnalyzers([new CdkSecurityAnalyzer()], settings).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}

/// <summary>A finding in an example.</summary>
/// <param name="Place">Where it is in the program that was made of the example.</param>
/// <param name="Code">The line that it stands in.</param>
public sealed record SnippetFinding(Snippet Snippet, string Rule, int Place, string Code, string Message)
{
    internal static SnippetFinding Of(Snippet snippet, Diagnostic diagnostic)
    {
        var text = diagnostic.Location.SourceTree!.GetText();
        var line = text.Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start);
        return new SnippetFinding(snippet, diagnostic.Id, diagnostic.Location.SourceSpan.Start, line.ToString().Trim(), diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    public override string ToString() => $"{Rule} {Snippet.Member}: {Code}";
}
