using CdkSecurityAnalyzers.Patterns.Iam;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns.Iam;

/// <summary>AWS adds services every month: what the data does not know is never judged.</summary>
public sealed class UnknownServicePropertyTests
{
    private const int Seed = 20_264;

    [Fact]
    public void Unknown_services_and_unreadable_actions_give_no_verdict()
    {
        var random = new Random(Seed);
        for (var index = 0; index < 5_000; index++)
        {
            var text = Text(random, "zqj-9$ {}*?s3:", 8) + Text(random, ":", 1) + Text(random, "GetObj*?9:$ -ſ", 10);
            var pattern = ActionPattern.Parse(text);
            if (IamActionData.Find(pattern.Service) is not null && pattern.IsWellFormed)
            {
                continue;
            }

            var coverage = pattern.Coverage();
            Assert.True(
                coverage.Actions.IsEmpty && !coverage.IsScopable && !coverage.IsMutating && coverage.Arn is null && (pattern.Data is not null || pattern.Nearest() is null),
                $"seed {Seed}, pattern {index}: '{text}' gets a verdict");
        }
    }

    private static string Text(Random random, string letters, int longest) => string.Concat(Enumerable.Range(0, random.Next(longest + 1)).Select(_ => letters[random.Next(letters.Length)]));
}
