using System.Text.Json.Nodes;
using Xunit;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>One result of a SARIF log.</summary>
/// <param name="File">Name of the file that it stands in; empty for a finding about the whole project.</param>
/// <param name="Line">The line that it begins on; the first is 1.</param>
/// <param name="Level">How SARIF calls its severity: <c>error</c>, <c>warning</c> or <c>note</c>.</param>
internal sealed record Finding(string RuleId, string File, int Line, string Level)
{
    /// <summary>The findings of this product in a SARIF 2.1 log that nothing suppresses, by file and line.</summary>
    public static IReadOnlyList<Finding> ReadSarif(string text)
    {
        var log = JsonNode.Parse(text)!;
        Assert.Equal("2.1.0", (string?)log["version"]);
        return
        [
            .. log["runs"]![0]!["results"]!.AsArray()
                .Where(result => IsOurs((string)result!["ruleId"]!) && result["suppressions"] is null)
                .Select(result => Of(result!))
                .OrderBy(finding => finding.File, StringComparer.Ordinal)
                .ThenBy(finding => finding.Line),
        ];
    }

    private static Finding Of(JsonNode result)
    {
        var place = result["locations"]?[0]?["physicalLocation"];
        return new(
            (string)result["ruleId"]!,
            Path.GetFileName((string?)place?["artifactLocation"]?["uri"] ?? ""),
            (int?)place?["region"]?["startLine"] ?? 0,
            (string)result["level"]!);
    }

    /// <summary>Our rules, and what the compiler says about an analyzer that it cannot load (CS8032, CS9057) or that throws (AD0001).</summary>
    private static bool IsOurs(string ruleId) => ruleId.StartsWith("CDKSEC", StringComparison.Ordinal) || ruleId is "CS8032" or "CS9057" or "AD0001";
}
