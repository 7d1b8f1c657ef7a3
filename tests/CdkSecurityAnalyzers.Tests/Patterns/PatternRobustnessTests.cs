using System.Text;
using System.Text.RegularExpressions;
using CdkSecurityAnalyzers.Patterns;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns;

/// <summary>No input makes the reader throw, overflow or run away.</summary>
public sealed class PatternRobustnessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Short_texts_of_metacharacters_are_refused_or_read_as_dotnet_reads_them()
    {
        foreach (var pattern in PatternGenerator.Texts(@"1(?)[]^-*|\$", 4))
        {
            if (SearchPattern.Parse(pattern, out var reason) is not { } search)
            {
                Assert.False(string.IsNullOrEmpty(reason), pattern);
                continue;
            }

            var oracle = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(10));
            foreach (var text in new[] { "", "1", "11", "]", "-", "^1", "1\n", "\\", "$" })
            {
                Assert.True(oracle.IsMatch(text) == search.IsFoundIn(text, Cancellation), $"'{pattern}' on '{text}'");
            }
        }
    }

    [Fact]
    public void Short_counts_and_escapes_are_refused_or_read_as_dotnet_reads_them()
    {
        foreach (var pattern in PatternGenerator.Texts(@"1{,}\xd0", 5))
        {
            if (SearchPattern.Parse(pattern, out _) is { } search)
            {
                var oracle = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(10));
                Assert.True(oracle.IsMatch("1,}x0") == search.IsFoundIn("1,}x0", Cancellation), pattern);
            }
        }
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("(?:", "1", ")*")]
    [InlineData("(", "", "")]
    [InlineData("", "1", ")")]
    [InlineData("[", "", "")]
    [InlineData("(1|", "2", "){9}")]
    public void Deep_nesting_is_refused(string opening, string core, string closing)
    {
        var pattern = string.Concat(Enumerable.Repeat(opening, 10_000)) + core + string.Concat(Enumerable.Repeat(closing, 10_000));

        Assert.Equal(ActorPatternKind.Unreadable, ActorPattern.Classify(pattern, true, Cancellation).Kind);
        Assert.Equal(RefPatternKind.Unreadable, RefPattern.Classify(pattern, Cancellation).Kind);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("a|")]
    [InlineData("^1$|")]
    [InlineData("[0-9]*")]
    [InlineData("(1?)")]
    [InlineData(".*a")]
    [InlineData("refs/heads/a|")]
    public void Long_patterns_are_decided_or_refused_in_time(string unit)
    {
        foreach (var count in new[] { 500, 3_000, 1_000_000 / unit.Length })
        {
            var pattern = string.Concat(Enumerable.Repeat(unit, count));
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            limit.CancelAfter(TimeSpan.FromSeconds(20));

            var actor = ActorPattern.Classify(pattern, true, limit.Token);
            var reference = RefPattern.Classify(pattern, limit.Token);

            Assert.Equal(actor.Kind == ActorPatternKind.Unreadable, actor.UnreadableReason is not null);
            Assert.Equal(reference.Kind == RefPatternKind.Unreadable, reference.UnreadableReason is not null);
        }
    }

    [Fact]
    public void Garbage_is_decided_or_refused()
    {
        const int seed = 20_263;
        var random = new Random(seed);
        for (var round = 0; round < 1_000; round++)
        {
            var pattern = new StringBuilder();
            for (var length = random.Next(30); length > 0; length--)
            {
                pattern.Append(random.Next(3) == 0 ? (char)random.Next(char.MaxValue + 1) : (char)random.Next(32, 127));
            }

            var text = pattern.ToString();
            var isRead = SearchPattern.Parse(text, out var reason) is not null;

            Assert.True(isRead == (reason is null), $"seed {seed}, round {round}: '{text}'");
            Assert.True(isRead || ActorPattern.Classify(text, true, Cancellation).Kind == ActorPatternKind.Unreadable, $"seed {seed}, round {round}: '{text}'");
            Assert.True(isRead || RefPattern.Classify(text, Cancellation).Kind == RefPatternKind.Unreadable, $"seed {seed}, round {round}: '{text}'");
            RefPattern.Classify(text, Cancellation);
            ActorPattern.Classify(text, false, Cancellation);
        }
    }

    [Fact]
    public void Cancellation_ends_the_work()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => ActorPattern.Classify("^123$", true, cancelled.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => RefPattern.Classify("^refs/heads/main$", cancelled.Token));
    }
}
