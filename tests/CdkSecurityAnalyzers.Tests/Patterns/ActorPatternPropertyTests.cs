using System.Text.RegularExpressions;
using CdkSecurityAnalyzers.Patterns;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns;

/// <summary>The classes of actor patterns against brute-force search with .NET's engine over all short ids.</summary>
public sealed class ActorPatternPropertyTests
{
    private const int Seed = 20_261;

    /// <summary>Ids of up to four of three digits; the atoms below know two of them, so the third is everything else.</summary>
    private static readonly List<string> Ids = PatternGenerator.Texts("127", 4).Skip(1).ToList();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_search_finds_what_the_dotnet_engine_finds()
    {
        var generator = new PatternGenerator(Seed, ["1", "2", "^", "$", "[12]", "[^1]", ".", "", "x", @"\d", @"\A", @"\z"], ["?", "*", "+", "{2}", "{1,2}", "{2,}", "*?"]);
        var texts = PatternGenerator.Texts("127x", 4);

        generator.Check(2_000, pattern => WhenReadable(pattern, (search, oracle) =>
            texts.FirstOrDefault(text => search.IsFoundIn(text, Cancellation) != oracle.IsMatch(text)) is { } text ? $"differs on '{text}'" : null));
    }

    [Fact]
    public void Lists_agree_with_brute_force()
    {
        var generator = new PatternGenerator(Seed + 1, ["1", "2", "12", "^", "$", "[12]", "x", ""], ["?", "{2}", "{0,2}", "{1}"]);

        generator.Check(4_000, pattern => WhenReadable(pattern, (_, oracle) => ComplaintAboutList(pattern, oracle)));
    }

    [Fact]
    public void Wildcards_and_dead_patterns_agree_with_brute_force()
    {
        var generator = new PatternGenerator(Seed + 2, ["1", "2", "^", "$", ".", "[^1]", "[0-9]", "x", ""], ["?", "*", "+", "{2,}"]);

        generator.Check(3_000, pattern => WhenReadable(pattern, (_, oracle) =>
        {
            var verdict = Classify(pattern);
            var found = Ids.Where(id => oracle.IsMatch(id)).ToList();
            return verdict.Kind switch
            {
                ActorPatternKind.Dead => found.Count > 0 ? $"dead, but finds '{found[0]}'" : null,
                ActorPatternKind.Wildcard => oracle.IsMatch(verdict.Intruder!) ? null : $"does not find '{verdict.Intruder}'",
                ActorPatternKind.Exact => found.Except(verdict.Accounts).FirstOrDefault() is { } other ? $"exact, but finds '{other}'" : null,
                ActorPatternKind.Unanchored => oracle.IsMatch(verdict.Intruder!) ? null : $"does not find '{verdict.Intruder}'",
                _ => "unreadable",
            };
        }));
    }

    /// <summary>
    /// A pattern without wildcards matches no text that is longer than its longest listed one, so it is exact just when brute force over
    /// the listed texts, each extended by one foreign digit at either end, finds nothing more. Ids up to four digits are compared in full.
    /// </summary>
    private static string? ComplaintAboutList(string pattern, Regex oracle)
    {
        var verdict = Classify(pattern);
        var whole = new Regex($@"\A(?:{pattern})\z", RegexOptions.None, TimeSpan.FromSeconds(10));
        var found = Ids.Where(id => oracle.IsMatch(id)).ToList();
        var listed = Ids.Where(id => whole.IsMatch(id)).ToList();
        if (verdict.Kind is ActorPatternKind.Dead)
        {
            return found.Count > 0 ? $"dead, but finds '{found[0]}'" : null;
        }

        if (verdict.Kind is ActorPatternKind.Wildcard)
        {
            return found.Count == Ids.Count ? null : "wildcard, but does not find every id";
        }

        if (!listed.ToHashSet().SetEquals(verdict.Accounts.Where(static account => account.Length <= 4)) || !verdict.Accounts.All(account => whole.IsMatch(account)))
        {
            return $"lists {string.Join(",", verdict.Accounts)} instead of {string.Join(",", listed)}";
        }

        var intruders = verdict.Accounts.SelectMany(static account => new[] { "7" + account, account + "7" }).Where(id => oracle.IsMatch(id)).ToList();
        if (verdict.Kind is ActorPatternKind.Exact)
        {
            return found.Except(verdict.Accounts).Concat(intruders).FirstOrDefault() is { } other ? $"exact, but finds '{other}'" : null;
        }

        var anchored = Classify(verdict.Anchored!);
        return verdict.Kind is not ActorPatternKind.Unanchored ? $"is {verdict.Kind}"
            : intruders.Count == 0 ? "unanchored, but finds only what it lists"
            : !oracle.IsMatch(verdict.Intruder!) || verdict.Accounts.Contains(verdict.Intruder!) ? $"'{verdict.Intruder}' is no intruder"
            : anchored.Kind is not ActorPatternKind.Exact || !anchored.Accounts.SequenceEqual(verdict.Accounts) ? $"'{verdict.Anchored}' is not the exact form"
            : null;
    }

    private static string? WhenReadable(string pattern, Func<SearchPattern, Regex, string?> complaint) =>
        SearchPattern.Parse(pattern, out _) is { } search
            ? complaint(search, new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(10)))
            : null;

    private static ActorPattern Classify(string pattern) => ActorPattern.Classify(pattern, accountsAreNumeric: true, Cancellation);
}
