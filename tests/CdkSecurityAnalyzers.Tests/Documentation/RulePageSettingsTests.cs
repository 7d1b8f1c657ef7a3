using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Documentation;

/// <summary>The configuration files on the page of the rule about configuration do what the page says.</summary>
public sealed class RulePageSettingsTests
{
    private const string Id = "CDKSEC903";

    [Fact]
    public async Task NoncompliantSettingsReportTheRuleWhereTheyAreMarked()
    {
        var settings = RulePage.Of(Id).NoncompliantSettings!;
        var marked = settings.Split('\n').Index().Where(line => line.Item.EndsWith("# " + Id, StringComparison.Ordinal)).Select(line => line.Index);

        Assert.Equal(marked, await LinesWithFindings(settings));
    }

    [Fact]
    public async Task CompliantSettingsAreSilent() => Assert.Empty(await LinesWithFindings(RulePage.Of(Id).CompliantSettings!));

    private static async Task<IEnumerable<int>> LinesWithFindings(string settings)
    {
        var options = ProgramOptions.Default with { EditorConfig = settings, AdditionalFiles = [(".editorconfig", settings)] };
        var findings = await Analysis.Run(TestProgram.InStack(""), options);
        Assert.All(findings, finding => Assert.Equal(Id, finding.Id));
        return findings.Select(finding => finding.Location.GetLineSpan().StartLinePosition.Line).Order();
    }
}
