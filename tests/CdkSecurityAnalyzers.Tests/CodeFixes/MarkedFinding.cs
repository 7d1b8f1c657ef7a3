using System.Collections.Immutable;
using System.Globalization;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

/// <summary>
/// Fixes of findings that the test writes into the program: <c>{|value:…|}</c> is the finding's location, <c>{|group:…|}</c> and the other keys of the
/// contract between findings and fixes are its further places; <c>{|value#2:…|}</c> belongs to a second finding. So a test can be about a way
/// to write code without asking which rule reports it.
/// </summary>
internal sealed record MarkedFinding(string RuleId, string Action)
{
    private const string Location = "value";

    public string Spelling { get; init; } = "FilterGroup";

    /// <summary>Texts that the finding tells its fix.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    public ProgramOptions Options { get; init; } = ProgramOptions.Default with { CdkVersions = [CdkLibrary.Runnable] };

    /// <summary>The fix leads from the marked statements of a stack's constructor to the fixed ones.</summary>
    public Task Becomes(string statements, string fixedStatements) => ProgramBecomes(TestProgram.InStack(statements), TestProgram.InStack(fixedStatements));

    /// <summary>The fix, applied to all findings of a marked program, leads to the fixed program, and that compiles.</summary>
    public async Task ProgramBecomes(string markup, string fixedProgram)
    {
        var (project, findings) = Read(markup);
        var document = project.Documents.First(candidate => candidate.Name == TestProgram.FileName);
        var action = findings.Length == 1 ? await Offered(document, findings[0]) : null;
        Assert.True(findings.Length > 1 || action is not null, $"The fix '{Action}' is not offered.");
        if (action is not null)
        {
            await AssertBecomes(document, action, fixedProgram);
        }

        await AssertBecomes(document, await FixAll(document, findings), fixedProgram);
    }

    public Task IsNotOfferedFor(string statements) => IsNotOfferedIn(TestProgram.InStack(statements));

    public async Task IsNotOfferedIn(string markup)
    {
        var (project, findings) = Read(markup);
        var document = project.Documents.First(candidate => candidate.Name == TestProgram.FileName);
        Assert.Null(await Offered(document, Assert.Single(findings)));
    }

    private CodeFixProvider Provider() => AnalyzerUnderTest.Product.CreateFixes().Single(provider => provider.FixableDiagnosticIds.Contains(RuleId));

    private async Task<CodeAction?> Offered(Document document, Diagnostic finding)
    {
        var offered = new List<CodeAction>();
        await Provider().RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => offered.Add(action), TestContext.Current.CancellationToken));
        return offered.FirstOrDefault(action => action.Title == Action);
    }

    private async Task<CodeAction> FixAll(Document document, ImmutableArray<Diagnostic> findings)
    {
        var key = (await Offered(document, findings[0]))?.EquivalenceKey;
        Assert.True(key is not null, $"The fix '{Action}' is not offered.");
        var context = new FixAllContext(
            document, Provider(), FixAllScope.Document, key, [RuleId], new Known(findings), TestContext.Current.CancellationToken);
        var action = await Provider().GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(action);
        return action;
    }

    private static async Task AssertBecomes(Document document, CodeAction action, string fixedProgram)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        Assert.Equal(fixedProgram, (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
        Analysis.AssertCompiles((await changed.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!);
    }

    private (Project Project, ImmutableArray<Diagnostic> Findings) Read(string markup)
    {
        TestFileMarkupParser.GetSpans(markup, out var program, out ImmutableDictionary<string, ImmutableArray<TextSpan>> marks);
        var project = Analysis.ProjectFor(AnalyzerUnderTest.Product, program, Options);
        var tree = project.Documents.First(candidate => candidate.Name == TestProgram.FileName).GetSyntaxTreeAsync().Result!;
        var findings = marks
            .SelectMany(mark => mark.Value.Select(span => (Name: mark.Key.Split('#'), Place: Microsoft.CodeAnalysis.Location.Create(tree, span))))
            .GroupBy(mark => mark.Name.Length == 1 ? "1" : mark.Name[1], mark => (Key: mark.Name[0], mark.Place))
            .OrderBy(marked => marked.Key, StringComparer.Ordinal)
            .Select(marked => Finding([.. marked]));
        return (project, [.. findings]);
    }

    private Diagnostic Finding(IReadOnlyList<(string Key, Location Place)> marks)
    {
        var further = marks.Where(mark => mark.Key != Location).ToList();
        var properties = further
            .Select((mark, index) => KeyValuePair.Create(mark.Key, (string?)index.ToString(CultureInfo.InvariantCulture)))
            .Concat(Texts.Select(text => KeyValuePair.Create(text.Key, (string?)text.Value)))
            .Append(KeyValuePair.Create("spelling", (string?)Spelling))
            .ToImmutableDictionary();
        var descriptor = new DiagnosticDescriptor(RuleId, "Marked", "Marked", "Marked", DiagnosticSeverity.Warning, isEnabledByDefault: true);
        return Diagnostic.Create(descriptor, marks.Single(mark => mark.Key == Location).Place, further.Select(mark => mark.Place), properties);
    }

    private sealed class Known(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(findings.Where(finding => finding.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(findings);
    }
}
