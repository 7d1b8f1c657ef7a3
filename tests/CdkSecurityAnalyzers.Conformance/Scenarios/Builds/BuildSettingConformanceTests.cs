using System.Text.RegularExpressions;
using CdkSecurityAnalyzers.Conformance.Harness;
using CdkSecurityAnalyzers.Conformance.Scenarios.Credentials;
using Xunit;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Builds;

/// <summary>Every way of a value to every setting that contains a build: the analyzer says what the templates say.</summary>
public sealed partial class BuildSettingConformanceTests
{
    public static TheoryData<string> Settings => [.. BuildSetting.All.Keys];

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Every_way_of_a_value(string name)
    {
        var setting = BuildSetting.All[name];
        var flows = SecretFlow.All.Where(setting.Takes).ToList();
        var runs = await ScenarioBatch.Run(flows.Select(flow => ScenarioOf(name, setting, flow)), TrustComparison.OffByDefault);

        var disagreements = runs.Select(TrustComparison.Disagreement).OfType<string>().ToList();
        Assert.True(disagreements.Count == 0, $"{disagreements.Count} disagreements:\n{string.Join("\n", disagreements)}");

        // The judge sees the setting, and sees it only where it is risky.
        Assert.Contains(TrustComparison.Violations(runs[flows.FindIndex(flow => flow.Key == "at once")]), violation => violation.Rule == $"CDKSEC{setting.Rule}" && violation.Places.Contains("Build"));
        Assert.DoesNotContain(TrustComparison.Violations(runs[flows.FindIndex(flow => flow.Key == "on no condition")]), violation => violation.Rule == $"CDKSEC{setting.Rule}" && violation.Places.Contains("Build"));
    }

    private static Scenario ScenarioOf(string name, BuildSetting setting, KeyValuePair<string, SecretFlow> flow)
    {
        var before = Filled(flow.Value.Before, setting);
        var statements = setting.Statements.Replace("@", Filled(flow.Value.Expression, setting), StringComparison.Ordinal);
        return Scenario.InStack(
            $"{name}, {flow.Key}",
            statements.Contains('~', StringComparison.Ordinal) ? statements.Replace("~", before, StringComparison.Ordinal) : before + "\n" + statements,
            Filled(flow.Value.Members, setting),
            flow.Value.Others.Length == 0 ? [] : [new SourceFile("Others.cs", Filled(flow.Value.Others, setting))]);
    }

    private static string Filled(string text, BuildSetting setting) =>
        (setting.Type == "string" ? text : Text().Replace(text, setting.Type)).Replace("«»", setting.Risky, StringComparison.Ordinal).Replace("‹›", setting.Safe, StringComparison.Ordinal);

    [GeneratedRegex(@"\bstring\b")]
    private static partial Regex Text();
}
