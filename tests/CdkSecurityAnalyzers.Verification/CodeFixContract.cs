using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace CdkSecurityAnalyzers.Verification;

/// <summary>
/// What every code fix owes: the result compiles and is exactly the promised text; the finding is gone and no other appears that the promised text
/// does not mark; fixing all in the document, the project and the solution ends in the same text; and the fix is not offered a second time.
/// </summary>
internal static class CodeFixContract
{
    public static async Task Check(
        AnalyzerUnderTest subject,
        string markup,
        string fixedMarkup,
        string action,
        ProgramOptions options,
        IReadOnlyList<(string Name, string Text)>? moreFixedSources = null)
    {
        var fixedOptions = options with { MoreSources = moreFixedSources ?? options.MoreSources };
        foreach (var library in TestSettings.Libraries(options))
        {
            var before = await Offered(subject, markup, options, library);
            var key = before.FirstOrDefault(offer => IsNamed(offer, action))?.EquivalenceKey;
            Assert.True(key is not null, $"The fix '{action}' is not offered. Offered: {Listed(before)}.");

            await new CodeFixMarkupTest(subject, markup, fixedMarkup, key, options, fixedOptions, library)
                .RunAsync(TestContext.Current.CancellationToken);

            var after = await Offered(subject, fixedMarkup, fixedOptions, library);
            Assert.True(after.All(offer => offer.EquivalenceKey != key), $"The fix '{action}' is still offered after it was applied.");
        }
    }

    public static async Task CheckNotOffered(AnalyzerUnderTest subject, string markup, string action, ProgramOptions options)
    {
        await Verify.Analyzer(subject, markup, options);
        foreach (var library in TestSettings.Libraries(options))
        {
            var offered = await Offered(subject, markup, options, library);
            Assert.True(!offered.Any(offer => IsNamed(offer, action)), $"The fix '{action}' is offered. Offered: {Listed(offered)}.");
        }
    }

    private static async Task<List<CodeAction>> Offered(AnalyzerUnderTest subject, string markup, ProgramOptions options, CdkLibrary? library)
    {
        var plain = options with
        {
            CdkVersions = library is null ? [] : [library],
            MoreSources = [.. options.MoreSources.Select(source => (source.Name, TestProgram.WithoutMarkup(source.Text)))],
        };
        var project = Analysis.ProjectFor(subject, TestProgram.WithoutMarkup(markup), plain);
        var fixes = subject.CreateFixes();
        var offered = new List<CodeAction>();
        foreach (var finding in await Analysis.Run(subject, project, allowErrors: true))
        {
            if (project.GetDocument(finding.Location.SourceTree) is not { } document)
            {
                continue;
            }

            foreach (var provider in fixes.Where(provider => provider.FixableDiagnosticIds.Contains(finding.Id)))
            {
                await provider.RegisterCodeFixesAsync(
                    new CodeFixContext(document, finding, (offer, _) => offered.Add(offer), TestContext.Current.CancellationToken));
            }
        }

        return offered;
    }

    private static bool IsNamed(CodeAction offer, string action) => offer.Title == action || offer.EquivalenceKey == action;

    private static string Listed(IEnumerable<CodeAction> actions) =>
        string.Join(", ", actions.Select(offer => $"'{offer.Title}' (key '{offer.EquivalenceKey}')").Distinct().DefaultIfEmpty("none"));
}
