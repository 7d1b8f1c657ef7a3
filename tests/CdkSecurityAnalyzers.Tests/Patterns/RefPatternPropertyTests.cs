using System.Text.RegularExpressions;
using CdkSecurityAnalyzers.Patterns;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns;

/// <summary>The classes of ref patterns against brute-force search with .NET's engine over short refs.</summary>
public sealed class RefPatternPropertyTests
{
    private const int Seed = 20_262;

    private static readonly IReadOnlyList<string> Names = PatternGenerator.Texts("ax/", 3);

    private static readonly IReadOnlyList<string> Refs =
        new[] { "refs/heads/", "refs/tags/", "refs/heads/refs/heads/", "refs/tags/refs/heads/" }
            .SelectMany(static prefix => Names.Select(name => prefix + name))
            .Where(RefLanguage.All.Contains)
            .ToList();

    [Fact]
    public void Ref_classes_agree_with_brute_force()
    {
        var generator = new PatternGenerator(
            Seed, ["a", "a", "/", "^", "$", ".", " ", "[^a]", "refs/heads/", "^refs/heads/", "refs/heads/a", "^refs/heads/a", "a$", ".*"], ["?", "*", "+", "{2}"]);

        generator.Check(3_000, Complaint);
    }

    private static string? Complaint(string pattern)
    {
        var verdict = RefPattern.Classify(pattern, TestContext.Current.CancellationToken);
        if (verdict.Kind == RefPatternKind.Unreadable)
        {
            return SearchPattern.Parse(pattern, out _) is null ? null : verdict.UnreadableReason;
        }

        var search = Oracle(pattern);
        var stated = new StatedOracle(pattern);
        var found = Refs.Where(text => search.IsMatch(text)).ToList();
        var unstated = found.FirstOrDefault(text => !stated.IsMatch(text));
        var coversNamespace = new[] { "refs/heads/", "refs/tags/" }
            .Any(prefix => Refs.Where(text => text.StartsWith(prefix, StringComparison.Ordinal)).All(text => search.IsMatch(text)));
        return verdict.Kind switch
        {
            RefPatternKind.Dead => found.Count > 0 ? $"dead, but finds '{found[0]}'" : null,
            RefPatternKind.Open or RefPatternKind.Exact => unstated is null || coversNamespace ? null : $"{verdict.Kind}, but finds '{unstated}'",
            _ => !search.IsMatch(verdict.Intruder!) || stated.IsMatch(verdict.Intruder!) ? $"'{verdict.Intruder}' is no intruder"
                : verdict.Anchored is { } anchored ? ComplaintAboutAnchored(anchored, search)
                : null,
        };
    }

    private static string? ComplaintAboutAnchored(string anchored, Regex original)
    {
        var kind = RefPattern.Classify(anchored, TestContext.Current.CancellationToken).Kind;
        var narrowed = Oracle(anchored);
        return kind is not (RefPatternKind.Exact or RefPatternKind.Open) ? $"'{anchored}' is {kind}"
            : Refs.FirstOrDefault(text => narrowed.IsMatch(text) && !original.IsMatch(text)) is { } wider ? $"'{anchored}' also finds '{wider}'"
            : null;
    }

    private static Regex Oracle(string pattern) => new(pattern, RegexOptions.NonBacktracking, TimeSpan.FromSeconds(10));

    /// <summary>A ref is stated when it is a match as a whole, or when a piece that begins it and ends in a slash is.</summary>
    private sealed class StatedOracle(string pattern)
    {
        private readonly Regex whole = Oracle($@"\A(?:{pattern})\z");
        private readonly Regex directory = Oracle($@"\A(?:{pattern})#\z");

        // The mark stands for the rest of the ref, so that an end anchor does not hold at the slash.
        public bool IsMatch(string text) =>
            whole.IsMatch(text)
            || Enumerable.Range(1, text.Length).Any(length => text[length - 1] == '/' && directory.IsMatch(text[..length] + "#"));
    }
}
