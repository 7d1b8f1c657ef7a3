using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes;

/// <summary>Offers the fixes of one rule, the safest first, and only those that apply and whose result compiles.</summary>
public abstract class FindingFixProvider : CodeFixProvider
{
    private readonly ImmutableArray<FindingFix> fixes;

    /// <param name="ruleId">The rule.</param>
    /// <param name="fixes">Its fixes, in the order in which they are offered: tools without a user take the first.</param>
    private protected FindingFixProvider(string ruleId, params FindingFix[] fixes)
    {
        FixableDiagnosticIds = [ruleId];
        this.fixes = [.. fixes];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixEveryFinding.With(fixes);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var finding = await ReportedFinding.ReadAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            if (finding is null)
            {
                continue;
            }

            foreach (var fix in fixes)
            {
                var solution = context.Document.Project.Solution;
                var edits = new SolutionEdits();
                if (
                    fix.TryWrite(finding, edits)
                    && await ChangeAsync(solution, edits, context.CancellationToken).ConfigureAwait(false) is { } changed
                )
                {
                    context.RegisterCodeFix(CodeAction.Create(fix.Title, _ => Task.FromResult(changed), fix.EquivalenceKey), diagnostic);
                }
            }
        }
    }

    /// <summary>The solution with the changes; null when it would not compile, or nothing would change.</summary>
    internal static async Task<Solution?> ChangeAsync(Solution solution, SolutionEdits edits, CancellationToken cancellationToken)
    {
        if (edits.AreEmpty)
        {
            return null;
        }

        var changed = await edits.ApplyAsync(solution, cancellationToken).ConfigureAwait(false);
        return await EditValidation.CompilesAsync(solution, changed, edits, cancellationToken).ConfigureAwait(false) ? changed : null;
    }
}
