using CdkSecurityAnalyzers.Tests.Documentation;
using Xunit;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>
/// The profiles in real builds: the code of every rule page, in projects that differ in the profile and in how they treat warnings, below the settings of a
/// user for some of the rules.
/// </summary>
public sealed class ProfileTests(PackageUnderTest package, ProfileBuilds builds)
{
    /// <summary>What the configuration files say, whatever the profile.</summary>
    private static readonly Dictionary<string, string> Configured = new()
    {
        ["CDKSEC103"] = "note",
        ["CDKSEC104"] = "",
        ["CDKSEC308"] = "warning",
        ["CDKSEC201"] = "note",
        ["CDKSEC207"] = "",
        ["CDKSEC212"] = "warning",
    };

    public static TheoryData<string> Projects => [.. ProfileBuilds.Setups.Select(setup => setup.ProjectName)];

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task EveryRuleHasTheSeverityThatItsPageGivesUnlessTheUserSaysOtherwise(string project)
    {
        var setup = ProfileBuilds.Setups.Single(setup => setup.ProjectName == project);
        var findings = Finding.ReadSarif(await builds.Log(package, setup));

        Assert.Equal(
            PageRules.All.Select(id => $"{id} {Expected(setup, id)}"),
            PageRules.All.Select(id => $"{id} {Actual(findings, id)}"));
    }

    private static string Actual(IReadOnlyList<Finding> findings, string id) =>
        string.Join(',', findings.Where(finding => finding.RuleId == id && finding.File == id + ".cs").Select(finding => finding.Level).Distinct());

    private static string Expected(ProfileSetup setup, string id)
    {
        // Both are words to the compiler itself, which no configuration file outdoes.
        if (ProfileSetup.NoWarn == id || ProfileSetup.NamedAsErrors.Contains(id, StringComparison.Ordinal))
        {
            return ProfileSetup.NoWarn == id ? "" : "error";
        }

        var isConfigured = Configured.TryGetValue(id, out var configured);
        var level = isConfigured ? configured! : OfPage(id, setup);
        var isError = setup.TreatWarningsAsErrors || (setup.WarningsAsErrors && !isConfigured);
        return level == "warning" && isError ? "error" : level;
    }

    private static string OfPage(string id, ProfileSetup setup) =>
        (setup.ProfileName == "None" ? "Off" : RulePage.Of(id).Fact(setup.ProfileName)) switch
        {
            "Error" => "error",
            "Warning" => "warning",
            "Info" => "note",
            _ => "",
        };
}
