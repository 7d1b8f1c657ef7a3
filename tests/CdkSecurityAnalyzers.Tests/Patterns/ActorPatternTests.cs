using CdkSecurityAnalyzers.Patterns;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns;

/// <summary>What a pattern of an actor filter lets through, one pattern at a time.</summary>
public sealed class ActorPatternTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("^123$", "123")]
    [InlineData("^(123|456)$", "123,456")]
    [InlineData("^123$|^456$", "123,456")]
    [InlineData("^(?:(?:123)|456)$", "123,456")]
    [InlineData("^(?<id>456|123)$", "456,123")]
    [InlineData("^12[34]$", "123,124")]
    [InlineData("^1234?$", "123,1234")]
    [InlineData("^12{2,3}$", "122,1222")]
    [InlineData(@"\A123\z", "123")]
    [InlineData(@"\A123\Z", "123")]
    [InlineData("(^123$)", "123")]
    [InlineData("^^123$$", "123")]
    [InlineData("^(123|123)$", "123")]
    [InlineData("^(123|octocat)$", "123")]
    [InlineData("^(123|octo.*)$", "123")]
    [InlineData(@"^123\s*$", "123")]
    [InlineData("^(123|)$", "123")]
    [InlineData("^1(2|^3)$", "12")]
    public void An_exact_pattern_lets_through_what_it_lists(string pattern, string accounts)
    {
        var verdict = Classify(pattern);

        Assert.Equal(ActorPatternKind.Exact, verdict.Kind);
        Assert.Equal(accounts, string.Join(",", verdict.Accounts));
        Assert.Null(verdict.Intruder);
    }

    [Theory]
    [InlineData("755743", "755743", "1755743", "^755743$")]
    [InlineData("123|456", "123,456", "1123", "^(123|456)$")]
    [InlineData("^123", "123", "1231", "^123$")]
    [InlineData("123$", "123", "1123", "^123$")]
    [InlineData("^123|456$", "123,456", "1456", "^(123|456)$")]
    [InlineData("(^123$)|456", "123,456", "1456", "^(123|456)$")]
    [InlineData("^123$|^456", "123,456", "4561", "^(123|456)$")]
    [InlineData("23|123", "23,123", "1123", "^(23|123)$")]
    [InlineData("12[34]", "123,124", "1123", "^(123|124)$")]
    [InlineData("123|octocat", "123", "1123", "^123$")]
    public void An_unanchored_pattern_lets_strangers_through(string pattern, string accounts, string intruder, string anchored)
    {
        var verdict = Classify(pattern);

        Assert.Equal(ActorPatternKind.Unanchored, verdict.Kind);
        Assert.Equal(accounts, string.Join(",", verdict.Accounts));
        Assert.Equal(intruder, verdict.Intruder);
        Assert.Equal(anchored, verdict.Anchored);
    }

    [Theory]
    [InlineData("^.*$")]
    [InlineData(@"^\d+$")]
    [InlineData("^[0-9]*$")]
    [InlineData("^[0-9]{8}$")]
    [InlineData("^[1-9]{8}$")]
    [InlineData("^[^5]$")]
    [InlineData("^12{2,}$")]
    [InlineData("^123.*$")]
    [InlineData("^12.4$")]
    [InlineData("")]
    [InlineData("^")]
    [InlineData("()")]
    [InlineData("^123$|")]
    [InlineData("|^123$")]
    [InlineData("123||456")]
    [InlineData("(123)?")]
    public void A_wildcard_names_nobody(string pattern)
    {
        var verdict = Classify(pattern);

        Assert.Equal(ActorPatternKind.Wildcard, verdict.Kind);
        Assert.Empty(verdict.Accounts);
        Assert.Matches(pattern, verdict.Intruder!);
    }

    [Theory]
    [InlineData("octocat", null)]
    [InlineData("^octocat$", null)]
    [InlineData("refs/heads/main", null)]
    [InlineData("^(GITHUB_ACCOUNT_ID)$", null)]
    [InlineData("1^23", null)]
    [InlineData("^$", null)]
    [InlineData(@"\D+", null)]
    [InlineData(@"^123\$", "^123$")]
    [InlineData(@"\^123\$", "^123$")]
    [InlineData(@"^(123|456)\$", "^(123|456)$")]
    [InlineData(" 123 ", "^123$")]
    [InlineData("123, 456", "^(123|456)$")]
    [InlineData("123,456", "^(123|456)$")]
    [InlineData("^ 123 $", "^123$")]
    public void A_dead_pattern_lets_nobody_through(string pattern, string? suggestion)
    {
        var verdict = Classify(pattern);

        Assert.Equal(ActorPatternKind.Dead, verdict.Kind);
        Assert.Equal(suggestion, verdict.Suggestion);
    }

    [Theory]
    [InlineData("(?!123)")]
    [InlineData("(?=123)123")]
    [InlineData("(?<=1)23")]
    [InlineData(@"(1)\1")]
    [InlineData("(?i)123")]
    [InlineData("(?>123)")]
    [InlineData("(?'id'123)")]
    [InlineData("12++")]
    [InlineData("12**")]
    [InlineData(@"\p{Nd}")]
    [InlineData(@"\b123\b")]
    [InlineData("[0-9&&[12]]")]
    [InlineData("1{1000000}")]
    [InlineData("((1{1000}){1000}){1000}")]
    [InlineData("(123")]
    [InlineData("123)")]
    [InlineData("[12")]
    [InlineData("*")]
    [InlineData(@"12\")]
    public void An_unreadable_pattern_says_why(string pattern)
    {
        var verdict = Classify(pattern);

        Assert.Equal(ActorPatternKind.Unreadable, verdict.Kind);
        Assert.NotEmpty(verdict.UnreadableReason!);
    }

    [Theory]
    [InlineData("^octocat$", "Exact", "octocat", null)]
    [InlineData("octocat", "Unanchored", "octocat", "^octocat$")]
    [InlineData(@"557058:ab\.c|x", "Unanchored", "557058:ab.c,x", @"^(557058:ab\.c|x)$")]
    [InlineData("octo.*", "Wildcard", "", null)]
    [InlineData(@"^123\$", "Unanchored", "123$", @"^123\$$")]
    public void Accounts_that_are_any_text_are_judged_as_any_text(string pattern, string kind, string accounts, string? anchored)
    {
        var verdict = ActorPattern.Classify(pattern, accountsAreNumeric: false, Cancellation);

        Assert.Equal(kind, verdict.Kind.ToString());
        Assert.Equal(accounts, string.Join(",", verdict.Accounts));
        Assert.Equal(anchored, verdict.Anchored);
    }

    [Fact]
    public void A_list_of_two_thousand_accounts_is_anchored_in_order()
    {
        var accounts = Enumerable.Range(0, 2_000).Select(static index => (9_000_000 - index * 7).ToString(System.Globalization.CultureInfo.InvariantCulture)).ToList();

        var verdict = Classify(string.Join("|", accounts));

        Assert.Equal(accounts, verdict.Accounts);
        Assert.Equal($"^({string.Join("|", accounts)})$", verdict.Anchored);
    }

    private static ActorPattern Classify(string pattern) => ActorPattern.Classify(pattern, accountsAreNumeric: true, Cancellation);
}
