using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CdkSecurityAnalyzers.Tests.Documentation;
using Xunit;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>The log of a real build, and what <c>tools/sarif.mjs</c> makes of it, hold what <c>docs/ci.md</c> promises.</summary>
public sealed partial class SarifTests(PackageUnderTest package, ProfileBuilds builds)
{
    private static readonly ProfileSetup Strict = ProfileBuilds.Setups.Single(setup => setup is { Profile: "Strict", WarningsAsErrors: false, TreatWarningsAsErrors: false });

    [Fact]
    public async Task EveryRuleCarriesWhatItsPageSays()
    {
        var rules = Driver(JsonNode.Parse(await builds.Log(package, Strict))!)["rules"]!.AsArray().Where(rule => IsOurs((string)rule!["id"]!)).ToList();

        Assert.NotEmpty(rules);
        foreach (var rule in rules)
        {
            var id = (string)rule!["id"]!;
            var page = RulePage.Of(id);
            Assert.Equal(page.FirstLine, $"# {id}: {(string)rule["shortDescription"]!["text"]!}");
            Assert.NotEmpty((string)rule["fullDescription"]!["text"]!);
            Assert.EndsWith($"/docs/rules/{id}.md", (string)rule["helpUri"]!, StringComparison.Ordinal);
            Assert.Equal(page.Fact("Category"), (string)rule["properties"]!["category"]!);
            var weaknesses = CweNumber().Matches(page.Fact("CWE")).Select(match => $"external/cwe/cwe-{match.Groups["number"].Value}");
            Assert.Equal(["security", .. weaknesses], rule["properties"]!["tags"]!.AsArray().Select(tag => (string)tag!));
        }
    }

    [Fact]
    public async Task AnAttributesJustificationIsInTheLog()
    {
        var results = Results(JsonNode.Parse(await builds.Log(package, Strict))!);

        Assert.Contains(results, result => (string?)result["suppressions"]?[0]?["justification"] == "Reviewed in March.");
    }

    [Fact]
    public async Task AllSuppressedFindingsAreListedWithTheirReasons()
    {
        var printed = await Sarif("suppressed", Strict.Log);

        var lines = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("stacks/Suppressed.cs:11: CDKSEC102: Reviewed in March.", lines);
        Assert.Contains("stacks/Suppressed.cs:20: CDKSEC102: The organization admits members only.", lines);
        Assert.Contains("stacks/Suppressed.cs:30: CDKSEC102: no reason given", lines);
        Assert.Equal($"{lines.Length - 1} suppressed", lines[^1]);
    }

    [Fact]
    public async Task CodeHostsGetOurOpenFindingsWithSeveritiesAndRelativePaths()
    {
        var folder = await builds.Folder(package);
        await Sarif("sarif", "cdksec.sarif", Strict.Log);

        var log = JsonNode.Parse(folder.Read("cdksec.sarif"))!;
        Assert.Equal("CdkSecurityAnalyzers", (string?)Driver(log)["name"]);
        var rules = Driver(log)["rules"]!.AsArray();
        Assert.All(rules, rule =>
        {
            var properties = rule!["properties"]!;
            Assert.Contains((string)properties["security-severity"]!, new[] { "8.0", "6.0", "3.0" });
            Assert.Equal("very-high", (string)properties["precision"]!);
            Assert.Contains((string)rule["helpUri"]!, (string)rule["help"]!["text"]!, StringComparison.Ordinal);
        });
        var results = Results(log).ToList();
        Assert.Equal(Finding.ReadSarif(folder.Read(Strict.Log)), Finding.ReadSarif(log.ToJsonString()));
        Assert.All(results, result =>
        {
            Assert.Null(result["suppressions"]);
            Assert.Equal((string)result["ruleId"]!, (string)rules[(int)result["ruleIndex"]!]!["id"]!);
            Assert.StartsWith("stacks/", Path(result), StringComparison.Ordinal);
            Assert.Equal(
                (string)result["level"]! switch { "error" => "HIGH", "warning" => "MEDIUM", _ => "LOW" },
                (string)result["properties"]!["issue_severity"]!);
        });
    }

    [Fact]
    public async Task GitLabGetsAReportOfItsOwn()
    {
        var folder = await builds.Folder(package);
        await Sarif("gitlab", "gitlab.json", Strict.Log);

        var report = JsonNode.Parse(folder.Read("gitlab.json"))!.AsArray();
        Assert.Equal(
            Finding.ReadSarif(folder.Read(Strict.Log)).Select(finding => (finding.RuleId, finding.File, finding.Line)).Order(),
            report.Select(entry => ((string)entry!["check_name"]!, System.IO.Path.GetFileName((string)entry["location"]!["path"]!), (int)entry["location"]!["lines"]!["begin"]!)).Order());
        Assert.Equal(report.Count, report.Select(entry => (string)entry!["fingerprint"]!).Distinct().Count());
        Assert.All(report, entry => Assert.Contains((string)entry!["severity"]!, new[] { "critical", "major", "minor" }));
    }

    private async Task<string> Sarif(params string[] words) =>
        await Command.Run("node", (await builds.Folder(package)).PathOf(""), new Dictionary<string, string>(), [Repository.PathOf("tools", "sarif.mjs"), .. words]);

    private static JsonNode Driver(JsonNode log) => log["runs"]![0]!["tool"]!["driver"]!;

    private static IEnumerable<JsonNode> Results(JsonNode log) =>
        log["runs"]![0]!["results"]!.AsArray().Select(result => result!).Where(result => IsOurs((string)result["ruleId"]!));

    private static string Path(JsonNode result) => (string)result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!;

    private static bool IsOurs(string id) => id.StartsWith("CDKSEC", StringComparison.Ordinal);

    [GeneratedRegex("CWE-(?<number>[0-9]+)")]
    private static partial Regex CweNumber();
}
