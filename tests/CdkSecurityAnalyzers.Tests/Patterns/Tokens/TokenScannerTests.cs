using CdkSecurityAnalyzers.Patterns.Tokens;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns.Tokens;

public sealed class TokenScannerTests
{
    public static TheoryData<int, string> Samples => Theory(_ => true);

    /// <summary>In other letters the name of a variable is the same name.</summary>
    public static TheoryData<int, string> SamplesWithLettersInFront => Theory(sample => !TokenSample.NameOf(sample).StartsWith("AWS se", StringComparison.Ordinal));

    [Fact]
    public void Every_format_is_tested_and_there_are_many()
    {
        Assert.Equal(TokenSample.FormatNames.Order(StringComparer.Ordinal), TokenSample.All.Select(TokenSample.NameOf).Distinct().Order(StringComparer.Ordinal));
        Assert.True(TokenSample.FormatNames.Count() >= 45);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_token_is_found_wherever_it_stands(int sample, string name)
    {
        var token = TokenSample.Of(sample);

        Assert.All(
            [token, $"{token} ", $"curl -H \"Authorization: Bearer {token}\" https://example.com", $"key={token}\n", $"'{token}'", $"a,{token},b"],
            text => Assert.Equal(name, TokenScanner.Find(text)?.Format.Name));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void One_character_less_is_none(int sample, string name)
    {
        var parts = TokenSample.PartsOf(sample);
        var last = Array.FindLastIndex(parts, part => part.Length > 5);
        parts[last] = parts[last][1..];

        Assert.True(TokenScanner.Find(string.Concat(parts)) is null, name);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_character_that_the_format_lacks_makes_it_none(int sample, string name)
    {
        var parts = TokenSample.PartsOf(sample);
        var last = Array.FindLastIndex(parts, part => part.Length > 5);
        parts[last] = parts[last].Remove(parts[last].Length / 2, 1).Insert(parts[last].Length / 2, "*");

        Assert.True(TokenScanner.Find(string.Concat(parts)) is null, name);
    }

    [Theory]
    [MemberData(nameof(SamplesWithLettersInFront))]
    public void A_prefix_in_other_letters_makes_it_none(int sample, string name)
    {
        var parts = TokenSample.PartsOf(sample);
        var prefix = Array.FindIndex(parts, part => part.Any(char.IsLetter) && part.Length < 40 && part.Length != 14 && part.Length != 3 || part is "JQ" or "+A" or "npm");
        parts[prefix] = string.Concat(parts[prefix].Select(letter => char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)));

        Assert.True(TokenScanner.Find(string.Concat(parts)) is null, name);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Inside_a_longer_word_it_is_none(int sample, string name)
    {
        var token = TokenSample.Of(sample);

        Assert.True(!char.IsLetterOrDigit(token[0]) || token.StartsWith("https", StringComparison.Ordinal) || TokenScanner.Find("w" + token) is null, name);
    }

    [Theory]
    [InlineData("EXAMPLE")]
    [InlineData("example")]
    [InlineData("changeme")]
    [InlineData("xxxxxxx")]
    public void What_documentation_shows_is_none(string word)
    {
        var token = TokenSample.Of("GitHub personal access token");

        Assert.Null(TokenScanner.Find(token[..^word.Length] + word));
        Assert.Null(TokenScanner.Find("AKIAIOSFODNN7EXAMPLE"));
        Assert.Null(TokenScanner.Find("gh" + "p_" + new string('x', 36)));
        Assert.Null(TokenScanner.Find("gh" + "p_" + string.Concat(Enumerable.Repeat("0", 36))));
    }

    [Fact]
    public void The_first_token_behind_a_placeholder_is_found()
    {
        var found = TokenScanner.Find("AKIAIOSFODNN7EXAMPLE " + TokenSample.Of("npm access token"));

        Assert.Equal("npm access token", found?.Format.Name);
        Assert.Equal(21, found?.Start);
    }

    /// <summary>Checksums that were computed with another implementation of CRC-32.</summary>
    [Theory]
    [InlineData("zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ", "0mLq17", true)]
    [InlineData("zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ", "0mLq18", false)]
    [InlineData("zQWBuTSOoRi4A9spHcVY5ncnsDkxkK", "0mLq17", false)]
    public void A_right_checksum_is_recognized(string random, string checksum, bool isRight) =>
        Assert.Equal(isRight, TokenScanner.Find("gh" + "p_" + random + checksum)?.IsVerified);

    [Theory]
    [InlineData("example0QWBuTSOoRi4A9spHcVY5nc", "1fp1Jm", true)]
    [InlineData("example0QWBuTSOoRi4A9spHcVY5nc", "000000", false)]
    public void A_right_checksum_tells_a_token_from_documentation(string random, string checksum, bool isToken) =>
        Assert.Equal(isToken, TokenScanner.Find("gh" + "p_" + random + checksum) is not null);

    [Theory]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("ey")]
    [InlineData("-----BEGIN")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("Q~")]
    [InlineData("8Q~")]
    [InlineData("\0\uFFFF\uD800ghp_")]
    [InlineData(".atlasv1.")]
    [InlineData("AWS_SECRET_ACCESS_KEY=$SECRET")]
    [InlineData("export AWS_SESSION_TOKEN=$(cat token)")]
    [InlineData("eyebrow.eyelash.eyelid")]
    [InlineData("https://hooks.slack.com/services/")]
    public void Nothing_is_no_token(string text) => Assert.Null(TokenScanner.Find(text));

    private static TheoryData<int, string> Theory(Func<int, bool> isMeant)
    {
        var data = new TheoryData<int, string>();
        foreach (var sample in TokenSample.All.Where(isMeant))
        {
            data.Add(sample, TokenSample.NameOf(sample));
        }

        return data;
    }
}
