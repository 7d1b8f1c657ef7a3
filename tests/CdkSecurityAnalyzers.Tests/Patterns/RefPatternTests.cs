using CdkSecurityAnalyzers.Patterns;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns;

/// <summary>What a pattern of a ref filter lets through, one rendered pattern at a time.</summary>
public sealed class RefPatternTests
{
    [Theory]
    [InlineData("^refs/heads/main$")]
    [InlineData("^refs/heads/(main|develop|release-[0-9])$")]
    [InlineData("^refs/heads/main$|^refs/tags/v1$")]
    [InlineData("^refs/heads/main$|^my branch$")]
    [InlineData(@"\Arefs/heads/main\z")]
    [InlineData("^refs/heads/v1.0$")]
    public void An_exact_pattern_states_each_ref(string pattern) => Assert.Equal(RefPatternKind.Exact, Classify(pattern).Kind);

    [Theory]
    [InlineData("^refs/heads/release/.*$")]
    [InlineData("^refs/heads/release/.*")]
    [InlineData("^refs/heads/release/.+")]
    [InlineData("^refs/heads/release/")]
    [InlineData("^refs/heads/main$|^refs/heads/release/")]
    [InlineData(@"^refs/heads/release-\d+$")]
    [InlineData("^refs/heads/.*$")]
    [InlineData("^refs/heads/")]
    [InlineData("^refs/tags/")]
    [InlineData(".*")]
    [InlineData("")]
    [InlineData("^")]
    [InlineData("^.*/main$")]
    [InlineData("refs/heads/.*")]
    [InlineData("refs/heads/.*$")]
    [InlineData("refs/heads/")]
    [InlineData("refs/heads/*")]
    [InlineData("refs/tags/.*")]
    public void An_open_pattern_says_that_it_is_open(string pattern) => Assert.Equal(RefPatternKind.Open, Classify(pattern).Kind);

    [Theory]
    [InlineData("refs/heads/main", "refs/heads/main-evil", "^refs/heads/main$")]
    [InlineData("^refs/heads/main", "refs/heads/main-evil", "^refs/heads/main$")]
    [InlineData("refs/heads/main$", "refs/heads/x/refs/heads/main", "^refs/heads/main$")]
    [InlineData("refs/tags/v1", "refs/tags/v1-evil", "^refs/tags/v1$")]
    [InlineData("refs/heads/(main|develop)", "refs/heads/main-evil", "^refs/heads/(main|develop)$")]
    [InlineData("^refs/heads/main|^refs/heads/develop$", "refs/heads/main-evil", "^(refs/heads/main|refs/heads/develop)$")]
    [InlineData("^refs/heads/main$|^refs/heads/develop", "refs/heads/develop-evil", "^(refs/heads/main|refs/heads/develop)$")]
    [InlineData("refs/heads/release/.*", "refs/heads/x/refs/heads/release/x", "^refs/heads/release/.*$")]
    [InlineData("refs/heads/release/", "refs/heads/x/refs/heads/release/x", "^refs/heads/release/")]
    [InlineData("refs/heads/feature*", "refs/heads/featur-evil", "^refs/heads/feature*$")]
    [InlineData("^refs/heads/.*main", "refs/heads/main-evil", "^refs/heads/.*main$")]
    [InlineData("main", "refs/heads/main-evil", "^refs/heads/main$")]
    [InlineData("main|develop", "refs/heads/main-evil", "^refs/heads/(main|develop)$")]
    [InlineData("main$", "refs/heads/x/main", "^refs/heads/main$")]
    [InlineData("refs/heads/main|develop", "refs/heads/main-evil", "^(refs/heads/main|refs/heads/develop)$")]
    [InlineData("refs/heads/feature/*", "refs/heads/feature-evil", null)]
    public void An_unanchored_pattern_finds_refs_that_it_does_not_state(string pattern, string intruder, string? anchored)
    {
        var verdict = Classify(pattern);

        Assert.Equal(RefPatternKind.Unanchored, verdict.Kind);
        Assert.Equal(intruder, verdict.Intruder);
        Assert.Equal(anchored, verdict.Anchored);
    }

    [Theory]
    [InlineData("refs/heads/^main$", "^refs/heads/main$")]
    [InlineData("refs/heads/^main", "^refs/heads/main$")]
    [InlineData("refs/heads/^(main|develop)$", "^refs/heads/(main|develop)$")]
    [InlineData("refs/heads/^release/.*$", "^refs/heads/release/.*$")]
    [InlineData("refs/heads/^release/", "^refs/heads/release/")]
    [InlineData("^main$", "^refs/heads/main$")]
    [InlineData("^(main|develop)$", "^refs/heads/(main|develop)$")]
    [InlineData("^main$|^develop$", "^refs/heads/(main|develop)$")]
    [InlineData(@"^refs/heads/main\$x y", null)]
    [InlineData("refs/heads/main$x", "^refs/heads/mainx$")]
    [InlineData("refs/heads/my branch", null)]
    [InlineData(@"^refs/heads/a\.\.b$", null)]
    public void A_dead_pattern_finds_no_ref(string pattern, string? suggestion)
    {
        var verdict = Classify(pattern);

        Assert.Equal(RefPatternKind.Dead, verdict.Kind);
        Assert.Equal(suggestion, verdict.Suggestion);
    }

    [Theory]
    [InlineData("refs/heads/**")]
    [InlineData("refs/heads/(?!main)")]
    [InlineData("refs/heads/(main")]
    [InlineData("^refs/heads/[ab]*a[ab]{20}$")]
    public void An_unreadable_pattern_says_why(string pattern)
    {
        var verdict = Classify(pattern);

        Assert.Equal(RefPatternKind.Unreadable, verdict.Kind);
        Assert.NotEmpty(verdict.UnreadableReason!);
    }

    private static RefPattern Classify(string pattern) => RefPattern.Classify(pattern, TestContext.Current.CancellationToken);
}
