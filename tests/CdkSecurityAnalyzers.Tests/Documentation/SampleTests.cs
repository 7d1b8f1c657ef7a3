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
}
