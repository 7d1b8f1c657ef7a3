using CdkSecurityAnalyzers.Patterns.Tokens;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns.Tokens;

public sealed class TokenCostTests
{
    private const int Seed = 303_303;

    /// <summary>Texts of pieces of tokens, in any order: twice the text costs twice as much, and the longest text ends.</summary>
    [Fact]
    public void Whatever_the_text_is_the_cost_grows_with_its_length()
    {
        var random = new Random(Seed);
        var pieces = TokenSample.All.SelectMany(TokenSample.PartsOf).Concat(TokenFormats.All.Select(format => format.Prefix)).Append("-").Append(".").Append("=").ToArray();
        for (var index = 0; index < 50; index++)
        {
            var unit = string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => pieces[random.Next(pieces.Length)]));
            var (once, twice) = (Visited(string.Concat(Enumerable.Repeat(unit, 200))), Visited(string.Concat(Enumerable.Repeat(unit, 400))));

            Assert.True(twice <= (2.1 * once) + 1_000, $"seed {Seed}, text {index}: {once} for 200 times, {twice} for 400");
        }
    }

    [Fact]
    public void No_text_throws()
    {
        var random = new Random(Seed);
        for (var index = 0; index < 2_000; index++)
        {
            var sample = TokenSample.Of(random.Next(TokenSample.All.Count()));
            var cut = sample[random.Next(sample.Length)..] + (char)random.Next(char.MaxValue) + sample[..random.Next(sample.Length)];

            var found = TokenScanner.Find(cut);
            Assert.True(found is null || found.Value.End <= cut.Length, $"seed {Seed}, text {index}");
            _ = UrlCredential.Find("https://" + cut);
            _ = SecretName.SaysSecret(cut);
            _ = SecretText.MayBeSecret(cut + "12345678");
        }
    }

    private static long Visited(string text)
    {
        var scanner = new TokenScanner(text);
        while (scanner.Next() is not null)
        {
        }

        return scanner.Visited;
    }
}
