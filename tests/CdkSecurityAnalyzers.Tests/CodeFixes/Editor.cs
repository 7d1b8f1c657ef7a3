using System.Collections.Immutable;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

/// <summary>
/// What an editor does with a program: it opens documents, asks about one of them at a time, offers the fixes of a squiggle, applies one, and everything
/// changes below the analyzer while somebody types.
/// </summary>
internal sealed class Editor : IDisposable
{
    private static readonly ImmutableArray<CodeFixProvider> Providers = AnalyzerUnderTest.Product.CreateFixes();

    private readonly AdhocWorkspace workspace;

    public Editor(string program, ProgramOptions options)
    {
        var written = Analysis.ProjectFor(AnalyzerUnderTest.Product, program, options).Solution;
        workspace = (AdhocWorkspace)written.Workspace;
        Assert.True(workspace.TryApplyChanges(written));
    }

    public IReadOnlyList<DocumentId> Documents => Project.DocumentIds;

    public Project Project => workspace.CurrentSolution.Projects.Single();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Open(DocumentId document) => workspace.OpenDocument(document);

    /// <summary>The squiggles of a document, or of one of its lines.</summary>
    public async Task<IReadOnlyList<Diagnostic>> Squiggles(DocumentId document, TextSpan? line = null)
    {
        var model = (await Document(document).GetSemanticModelAsync(Cancellation))!;
        // As for somebody who has just opened the document: no other was asked about before.
        var analysis = model.Compilation.WithAnalyzers([AnalyzerUnderTest.Product.CreateAnalyzer()], Project.AnalyzerOptions);
        ImmutableArray<Diagnostic> found =
        [
            .. await analysis.GetAnalyzerSyntaxDiagnosticsAsync(model.SyntaxTree, Cancellation),
            .. await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, line, Cancellation),
        ];
        return [.. found.OrderBy(finding => finding.Location.SourceSpan.Start).ThenBy(finding => finding.Id, StringComparer.Ordinal)];
    }

    /// <summary>What the light bulb at a squiggle offers, in the editor's order.</summary>
    public async Task<IReadOnlyList<CodeAction>> Offers(DocumentId document, Diagnostic squiggle)
    {
        var offers = new List<CodeAction>();
        foreach (var provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(squiggle.Id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(Document(document), squiggle, (offer, _) => offers.Add(offer), Cancellation));
        }

        return offers;
    }

    public async Task Apply(CodeAction fix)
    {
        foreach (var operation in await fix.GetOperationsAsync(Cancellation))
        {
            operation.Apply(workspace, Cancellation);
        }
    }

    /// <summary>Types a text in front of a position.</summary>
    public Task Type(DocumentId document, int position, string text) => Change(document, new TextChange(new TextSpan(position, 0), text));

    /// <summary>Takes back so many characters behind a position.</summary>
    public Task TakeBack(DocumentId document, int position, int count) => Change(document, new TextChange(new TextSpan(position, count), ""));

    public async Task<string> Text(DocumentId document) => (await Document(document).GetTextAsync(Cancellation)).ToString();

    public void Dispose() => workspace.Dispose();

    private Document Document(DocumentId document) => workspace.CurrentSolution.GetDocument(document)!;

    private async Task Change(DocumentId document, TextChange change)
    {
        var text = await Document(document).GetTextAsync(Cancellation);
        Assert.True(workspace.TryApplyChanges(workspace.CurrentSolution.WithDocumentText(document, text.WithChanges(change))));
    }
}
