using CdkSecurityAnalyzers.Patterns.Iam;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns.Iam;

/// <summary>Random patterns against the ARNs of resources that have no name in common with them.</summary>
public sealed class ResourcePatternPropertyTests
{
    private const int Seed = 20_263;

    private static readonly string[] Prefixes = ["s3", "dynamodb", "iam", "lambda", "logs", "sqs", "ecr", "apigateway", "dms", "unheard-of"];

    [Fact]
    public void What_covers_all_of_a_kind_matches_any_resource_of_some_kind()
    {
        var random = new Random(Seed);
        var covering = 0;
        for (var index = 0; index < 20_000; index++)
        {
            var prefix = Prefixes[random.Next(Prefixes.Length)];
            var parts = Enumerable.Range(0, 6).Select(part => Part(random, part, prefix)).ToArray();
            covering += Covers(parts, prefix) ? 1 : 0;
            if (Complaint(parts, prefix) is not null)
            {
                Assert.Fail($"seed {Seed}, pattern {index}: '{string.Join(':', parts)}' {Complaint(parts, prefix)}");
            }
        }

        Assert.InRange(covering, 500, 15_000);
    }

    private static string? Complaint(string[] parts, string prefix)
    {
        var pattern = string.Join(':', parts);
        var forms = IamActionData.Find(prefix)?.Arns ?? [];
        var stranger = forms.Select(Stranger).Any(arn => Glob.Matches(pattern, arn, ignoreCase: false));
        var isOfAnotherAccount = parts[3] is "*" || parts[4] is "*" || forms.Any(form => form.Contains(":::", StringComparison.Ordinal));
        return Covers(parts, prefix) switch
        {
            true when !stranger && !ResourcePattern.Parse(pattern).IsEverything => "covers nothing",
            true when !isOfAnotherAccount => "is below a named account and region",
            false when stranger => "is missed",
            _ => null,
        };
    }

    private static bool Covers(string[] parts, string prefix) => ResourcePattern.Parse(string.Join(':', parts)).CoversAllOfAKind(IamActionData.Find(prefix));

    /// <summary>A resource of that form, in an account and region and with names that no pattern mentions; a form without names has none.</summary>
    private static string Stranger(string form)
    {
        var text = form.Replace("<Region>", "xx-west-9", StringComparison.Ordinal).Replace("<Account>", "999999999999", StringComparison.Ordinal);
        var resource = string.Join(':', text.Split(':').Skip(5));
        return !resource.Contains('<', StringComparison.Ordinal) && !resource.Contains('*', StringComparison.Ordinal)
            ? ""
            : System.Text.RegularExpressions.Regex.Replace(text, @"<\w+>|\*", "qqq");
    }

    private static string Part(Random random, int part, string prefix)
    {
        string[] choices = part switch
        {
            0 => ["arn"],
            1 => ["aws", "*"],
            2 => [prefix, prefix, prefix, "*", "s3"],
            3 or 4 => ["*", "*", "*", ""],
            _ =>
            [
                "*", "*/*", "table/*", "role/*", "function:*", "log-group:*", "repository/*", "/restapis/*", "endpoint:*", "a*", "*a/*", "table/*/index/*",
                "*:*", "role/a", "bucket/*", "user/*", "t*", "/*", "log-group:*:*", "log-group:a:*", "",
            ],
        };
        return choices[random.Next(choices.Length)];
    }
}
