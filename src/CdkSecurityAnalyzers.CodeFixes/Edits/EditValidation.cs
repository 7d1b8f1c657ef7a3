using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>Compiles what a fix would write before the fix is offered.</summary>
internal static class EditValidation
{
    /// <summary>Whether every changed member has no more errors than it had.</summary>
    public static async Task<bool> CompilesAsync(Solution before, Solution after, SolutionEdits edits, CancellationToken cancellationToken)
    {
        foreach (var document in edits.Documents.Select(changed => changed.Document.Id))
        {
            var oldText = await before.GetDocument(document)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var newText = await after.GetDocument(document)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var ranges = newText.GetChangeRanges(oldText);
            if (ranges.Count == 0)
            {
                return false;
            }

            var offset = 0;
            foreach (var range in ranges)
            {
                var changed = new TextSpan(range.Span.Start + offset, range.NewLength);
                offset += range.NewLength - range.Span.Length;
                var errors = await ErrorsAsync(after.GetDocument(document)!, changed, cancellationToken).ConfigureAwait(false);
                if (
                    errors > 0
                    && errors > await ErrorsAsync(before.GetDocument(document)!, range.Span, cancellationToken).ConfigureAwait(false)
                )
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static async Task<int> ErrorsAsync(Document document, TextSpan span, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var members = root!.FindNode(span).AncestorsAndSelf().OfType<MemberDeclarationSyntax>();
        var member = members.FirstOrDefault(candidate =>
            candidate is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax or GlobalStatementSyntax)
        );
        var place = member?.Span ?? root.Span;
        return model!.GetDiagnostics(place, cancellationToken).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
