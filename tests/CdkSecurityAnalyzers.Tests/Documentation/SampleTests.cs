using System.Text.Json.Nodes;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Documentation;

/// <summary>The samples show what they claim to show.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task EveryMarkedLineOfTheVulnerableAppIsReportedAndNoOther() =>
        Assert.Equal(
            Sample.Vulnerable.Marks.Select(mark => mark.ToString()).Order(StringComparer.Ordinal),
            (await Sample.Vulnerable.Findings()).Select(finding => Mark.Of(finding).ToString()).Order(StringComparer.Ordinal));

    [Fact]
    public void TheVulnerableAppShowsEveryRuleAboutCodeThatIsOnByDefault() =>
        Assert.Equal(
            DocumentedRules.All.Where(rule => rule.Category != "Security.Analysis" && rule.IsEnabledByDefault).Select(rule => rule.Id),
            Sample.Vulnerable.Marks.Select(mark => mark.RuleId).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task TheHardenedAppIsSilent() => Assert.Empty(await Sample.Hardened.Findings());

    [Fact]
    public void TheHardenedAppHasTheWebhookGroupsThatItsFilesSay()
    {
        var ids = string.Join("|", File("trusted-contributors.txt").Split('\n').TakeWhile(line => !line.StartsWith('[')).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ')[0]));

        AssertSame(
            $$"""
            [
              [{ "Type": "EVENT", "Pattern": "PULL_REQUEST_CREATED, PULL_REQUEST_UPDATED, PULL_REQUEST_REOPENED" }, { "Type": "ACTOR_ACCOUNT_ID", "Pattern": "^({{ids}})$" }],
              [{ "Type": "EVENT", "Pattern": "PUSH" }, { "Type": "HEAD_REF", "Pattern": "^refs/heads/(main|release/.*)$" }]
            ]
            """,
            Synthesis.Triggers(Sample.Hardened.Template("Widgets"))["Test"]!["FilterGroups"]!);
    }

    [Theory]
    [InlineData("Test", "test-build.policy.json", "ProjectName=widgets-test", "BucketName=widgets-test-data")]
    [InlineData("Release", "release-build.policy.json", "ProjectName=widgets-release", "BucketName=widgets-releases", "RepositoryName=widgets")]
    public void TheHardenedAppHasTheRolesThatItsFilesSay(string role, string file, params string[] values)
    {
        var expected = values.Select(value => value.Split('=')).Aggregate(File(file), (text, value) => text.Replace($"${{{value[0]}}}", value[1], StringComparison.Ordinal));

        var policy = Sample.Hardened.Template("Roles")["Resources"]!.AsObject()
            .Single(resource => (string?)resource.Value!["Type"] == "AWS::IAM::Policy" && resource.Key.StartsWith(role, StringComparison.Ordinal))
            .Value!["Properties"]!["PolicyDocument"]!;

        AssertSame(expected, JsonNode.Parse(WithPlaceholders(policy))!);
    }

    private static string File(string name) => Sample.Hardened.ReviewedFiles().Single(file => file.Name == name).Text;

    /// <summary>A template whose texts have their placeholders back for what every stack has.</summary>
    private static string WithPlaceholders(JsonNode template)
    {
        foreach (var join in template.AsObject().ToList().SelectMany(member => Joins(member.Value)).ToList())
        {
            var parts = join["Fn::Join"]![1]!.AsArray().Select(part => part is JsonObject reference ? $"${{{((string)reference["Ref"]!)[5..].Replace("AccountId", "Account", StringComparison.Ordinal)}}}" : (string)part!);
            join.ReplaceWith(JsonValue.Create(string.Concat(parts)));
        }

        return template.ToJsonString();
    }

    private static IEnumerable<JsonObject> Joins(JsonNode? node) =>
        node switch
        {
            JsonObject join when join.ContainsKey("Fn::Join") => [join],
            JsonObject members => members.SelectMany(member => Joins(member.Value)),
            JsonArray list => list.SelectMany(Joins),
            _ => [],
        };

    private static void AssertSame(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"Expected {expected}, but it is {actual.ToJsonString()}.");
}
