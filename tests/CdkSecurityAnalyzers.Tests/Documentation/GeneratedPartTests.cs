using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Documentation;

/// <summary>The index of the pages, the README's sight of the sample, and the package's profiles are up to date.</summary>
public sealed class GeneratedPartTests
{
    public static TheoryData<string, bool> ProfilesWithFile => [.. Profile.WithFile.Select(profile => (profile.Name, profile.WarningsAsErrors))];

    [Fact]
    public void TheIndexListsEveryRule() =>
        new GeneratedPart("rules", "docs", "rules", "README.md").IsOrBecomes(Table(
            "Rule | Title | Category | Default | Strict | Audit | Fix",
            (rule, page) => $"[{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.Category} | {page.Fact("Default")} | {page.Fact("Strict")} | {page.Fact("Audit")} | {page.Fact("Fix safety")}"));

    [Fact]
    public async Task TheReadmeShowsTheFirstFindingOfEachFamilyInTheSample()
    {
        var findings = (await Sample.Vulnerable.Findings()).OrderBy(finding => finding.Id, StringComparer.Ordinal).DistinctBy(finding => finding.Id["CDKSEC".Length]);

        new GeneratedPart("findings", "README.md").IsOrBecomes("```text\n" + string.Concat(findings.Select(Line)) + "```\n");
    }

    [Theory]
    [MemberData(nameof(ProfilesWithFile))]
    public void TheProfileSaysWhatThePagesSay(string name, bool warningsAsErrors)
    {
        var profile = new Profile(name, warningsAsErrors);
        new GeneratedFile("src", "CdkSecurityAnalyzers.Package", "buildTransitive", "profiles", profile.FileName).IsOrBecomes(profile.Text);
    }

    [Fact]
    public void NoProfileIsLeftThatIsGone() =>
        Assert.Equal(
            Profile.WithFile.Select(profile => profile.FileName).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Repository.PathOf("src", "CdkSecurityAnalyzers.Package", "buildTransitive", "profiles"))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal));

    private static string Line(Diagnostic finding)
    {
        var start = finding.Location.GetLineSpan().StartLinePosition;
        var file = Path.GetFileName(finding.Location.SourceTree!.FilePath);
        return $"{file}({start.Line + 1},{start.Character + 1}): warning {finding.Id}: {finding.GetMessage(CultureInfo.InvariantCulture)}\n";
    }

    private static string Table(string header, Func<DiagnosticDescriptor, RulePage, string> row)
    {
        var table = new StringBuilder($"| {header} |\n|{string.Concat(Enumerable.Repeat("---|", header.Split('|').Length))}\n");
        foreach (var rule in DocumentedRules.All)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {row(rule, RulePage.Of(rule.Id))} |\n");
        }

        return table.ToString();
    }
}
