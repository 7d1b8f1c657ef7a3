using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes;

/// <summary>
/// "Fix all", document by document: the changes of all findings are made together, in the order of the code. A finding whose changes contradict those
/// of one before it, or lie in another document, is left for the next round.
/// </summary>
internal static class FixEveryFinding
{
    public static FixAllProvider With(ImmutableArray<FindingFix> fixes) =>
        FixAllProvider.Create(
            async (context, document, diagnostics) =>
            {
                var fix = fixes.FirstOrDefault(candidate => candidate.EquivalenceKey == context.CodeActionEquivalenceKey);
                if (fix is null)
                {
                    return document;
                }

                var all = new SolutionEdits();
                foreach (var diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
                {
                    var finding = await ReportedFinding.ReadAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false);
                    var edits = new SolutionEdits();
                    if (
                        finding is not null
                        && fix.TryWrite(finding, edits)
                        && edits.StayIn(document)
                        && await FindingFixProvider
                            .ChangeAsync(document.Project.Solution, edits, context.CancellationToken)
                            .ConfigureAwait(false)
                            is not null
                    )
                    {
                        all.TryMerge(edits, document);
                    }
                }

                var changed = await all.ApplyAsync(document.Project.Solution, context.CancellationToken).ConfigureAwait(false);
                return changed.GetDocument(document.Id);
            }
        );
}
