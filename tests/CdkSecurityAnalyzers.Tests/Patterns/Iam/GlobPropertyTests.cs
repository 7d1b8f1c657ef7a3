using System.Text.RegularExpressions;
using CdkSecurityAnalyzers.Patterns.Iam;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns.Iam;

/// <summary>Wildcards against .NET's regular expressions over all short texts.</summary>
public sealed class GlobPropertyTests
{
    private const int Seed = 20_262;

    private static readonly IReadOnlyList<string> Texts = PatternGenerator.Texts("abB", 5);

    [Fact]
    public void Wildcards_match_what_a_regular_expression_matches() => Check(Seed, ignoreCase: false);

    [Fact]
    public void Wildcards_match_in_any_case() => Check(Seed + 1, ignoreCase: true);

    /// <summary>A pattern that backtracks without bound would not come to an end here.</summary>
    [Fact]
    public void Many_stars_take_bounded_time()
    {
        var pattern = string.Concat(Enumerable.Repeat("*a", 2_000));

        Assert.False(Glob.Matches(pattern, new string('a', 20_000) + "b", ignoreCase: true));
        Assert.True(Glob.Matches(pattern, new string('a', 20_000), ignoreCase: true));
    }

    private static void Check(int seed, bool ignoreCase)
    {
        var random = new Random(seed);
        for (var index = 0; index < 3_000; index++)
        {
            var pattern = string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => "abB*?*"[random.Next(6)]));
            if (Complaint(pattern, ignoreCase) is null)
            {
                continue;
            }

            while (Smaller(pattern).FirstOrDefault(smaller => Complaint(smaller, ignoreCase) is not null) is { } smaller)
            {
                pattern = smaller;
            }

            Assert.Fail($"seed {seed}, pattern {index}, smallest failing '{pattern}': {Complaint(pattern, ignoreCase)}");
        }
    }

    private static string? Complaint(string pattern, bool ignoreCase)
    {
        var expression = Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal);
        var oracle = new Regex($@"\A{expression}\z", RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None), TimeSpan.FromSeconds(10));
        return Texts.FirstOrDefault(text => Glob.Matches(pattern, text, ignoreCase) != oracle.IsMatch(text)) is { } text ? $"differs on '{text}'" : null;
    }

    private static IEnumerable<string> Smaller(string pattern) => Enumerable.Range(0, pattern.Length).Select(index => pattern.Remove(index, 1));
}
