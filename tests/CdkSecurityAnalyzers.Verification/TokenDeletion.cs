using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CdkSecurityAnalyzers.Verification;

/// <summary>
/// Code that is being typed is the normal input of an analyzer: the program is analyzed once for each of its tokens, without that token.
/// </summary>
public static class TokenDeletion
{
    /// <summary>What the product reports about itself when a rule throws.</summary>
    private const string InternalError = "CDKSEC904";

    /// <summary>The time one variant may take. Generous: it is there to turn a hang into a failure.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Fails when the analyzer throws, hangs or reports an internal error for any variant of the program.</summary>
    /// <returns>How many variants were analyzed.</returns>
    public static Task<int> Check(string source, ProgramOptions? options = null) =>
        Check(AnalyzerUnderTest.Product, source, options ?? ProgramOptions.Default);

    internal static async Task<int> Check(AnalyzerUnderTest subject, string source, ProgramOptions options)
    {
        var project = Analysis.ProjectFor(subject, source, options);
        var compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var tree = compilation.SyntaxTrees.Single(t => t.FilePath.EndsWith(TestProgram.FileName, StringComparison.Ordinal));
        var text = await tree.GetTextAsync(TestContext.Current.CancellationToken);
        var tokens = (await tree.GetRootAsync(TestContext.Current.CancellationToken)).DescendantTokens().Where(token => token.Span.Length > 0).ToArray();
        var failures = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(
            tokens,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken },
            async (token, cancellation) =>
            {
                var variant = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text.WithChanges(new TextChange(token.Span, ""))));
                if (await Failure(subject, variant, project, cancellation) is { } failure)
                {
                    failures.Add($"without '{token.Text}' at {token.GetLocation().GetLineSpan().StartLinePosition}: {failure}");
                }
            });

        Assert.True(failures.IsEmpty, string.Join('\n', failures.Order(StringComparer.Ordinal)));
        return tokens.Length;
    }

    private static async Task<string?> Failure(AnalyzerUnderTest subject, Compilation variant, Project project, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var findings = await Analysis.Run(subject, variant, project.AnalyzerOptions, patience.Token);
            return findings.FirstOrDefault(finding => finding.Id == InternalError)?.ToString();
        }
        catch (AggregateException thrown)
        {
            return thrown.InnerException!.ToString();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"not finished within {Patience}";
        }
    }
}
