using System.Reflection;
using System.Text.RegularExpressions;
using CdkSecurityAnalyzers.Rules;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Documentation;

/// <summary>Whatever can be set stands in <c>docs/configuration.md</c>, and what stands there can be set.</summary>
public sealed partial class ConfigurationPageTests
{
    private static readonly string Page = Repository.Read("docs", "configuration.md");

    [Fact]
    public void EverySettingHasARowAndEveryRowIsASetting() =>
        Assert.Equal(
            typeof(Settings).GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(field => field.IsLiteral && field.Name != nameof(Settings.Prefix))
                .Select(field => (string)field.GetRawConstantValue()!)
                .Order(StringComparer.Ordinal),
            Rows("cdksec.").Select(row => row.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void TheRulesOfASettingTellOfItOnTheirPages() =>
        Assert.All(Rows("cdksec."), row =>
        {
            var rules = RuleId().Matches(row.Cells).Select(match => match.Value).Distinct().ToList();
            Assert.NotEmpty(rules);
            Assert.All(rules, rule => Assert.Contains(row.Name, Repository.Read("docs", "rules", rule + ".md"), StringComparison.Ordinal));
        });

    [Fact]
    public void EveryPropertyOfThePackageHasARow()
    {
        var targets = Repository.Read("src", "CdkSecurityAnalyzers.Package", "buildTransitive", "CdkSecurityAnalyzers.targets");

        Assert.Equal(
            Property().Matches(targets).Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal),
            Rows("CdkSecurity").Select(row => row.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryMessageOfTheBuildHasARow() =>
        Assert.Equal(
            Code().Matches(Repository.Read("src", "CdkSecurityAnalyzers.Package", "buildTransitive", "CdkSecurityAnalyzers.targets"))
                .Select(match => match.Groups["code"].Value)
                .Distinct()
                .Order(StringComparer.Ordinal),
            Rows("CDKSEC").Select(row => row.Name));

    private static IEnumerable<(string Name, string Cells)> Rows(string prefix) =>
        Row().Matches(Page)
            .Select(match => (match.Groups["name"].Value, match.Groups["rest"].Value))
            .Where(row => row.Item1.StartsWith(prefix, StringComparison.Ordinal));

    [GeneratedRegex(@"^\| `(?<name>[^`]+)` \|(?<rest>.*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\$\((?<name>CdkSecurity\w+)\)")]
    private static partial Regex Property();

    [GeneratedRegex("Code=\"(?<code>CDKSEC[0-9]+)\"")]
    private static partial Regex Code();

    [GeneratedRegex("CDKSEC[0-9]{3}")]
    private static partial Regex RuleId();
}
