using System.Text.Json.Nodes;
using Xunit;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>One result of a SARIF log: the rule and the one-based line.</summary>
internal sealed record Finding(string RuleId, int Line)
{
    /// <summary>The findings of this product in a SARIF 2.1 log, by line.</summary>
    public static IReadOnlyList<Finding> ReadSarif(string path)
    {
        var log = JsonNode.Parse(File.ReadAllText(path))!;
        Assert.Equal("2.1.0", (string?)log["version"]);
        return
        [
            .. log["runs"]![0]!["results"]!.AsArray()
                .Where(result => IsOurs((string)result!["ruleId"]!))
                .Select(result => new Finding(
                    (string)result!["ruleId"]!,
                    (int)result["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!))
                .OrderBy(finding => finding.Line),
        ];
    }

    /// <summary>Our rules, and what the compiler says about an analyzer that it cannot load (CS8032, CS9057) or that throws (AD0001).</summary>
    private static bool IsOurs(string ruleId) => ruleId.StartsWith("CDKSEC", StringComparison.Ordinal) || ruleId is "CS8032" or "CS9057" or "AD0001";
}
