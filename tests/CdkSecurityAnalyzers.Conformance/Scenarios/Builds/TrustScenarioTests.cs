using CdkSecurityAnalyzers.Conformance.Harness;
using Xunit;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Builds;

/// <summary>Every written scenario violates what it says, in its templates and by the analyzer, project by project.</summary>
public sealed class TrustScenarioTests
{
    /// <summary>Hold of nearly every project of pull requests: the scenarios do not say so each time.</summary>
    private static readonly string[] Unsaid = ["CDKSEC405", "CDKSEC408"];

    private static readonly Dictionary<string, string> Texts = TrustScenarios.All.Concat(PipelineJoinScenarios.All).ToDictionary();

    private static readonly Lazy<Task<IReadOnlyList<ScenarioRun>>> Runs = new(() => ScenarioBatch.Run(Texts.Select(text => Read(text).Scenario), TrustComparison.OffByDefault));

    public static TheoryData<string> Names => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Scenario(string name)
    {
        var run = (await Runs.Value).Single(run => run.Scenario.Name == name);
        Assert.True(run.IsSynthesized, string.Join('\n', run.Runs.Select(made => made.Refusal)));
        Assert.Equal(
            Read(KeyValuePair.Create(name, Texts[name])).Violations.Select(violation => $"{violation.Construct}: {violation.Rule}"),
            TrustComparison.Violations(run).Where(violation => !violation.IsOptional && !Unsaid.Contains(violation.Rule)).Select(violation => $"{violation.Places[0]}: {violation.Rule}").Distinct().Order(StringComparer.Ordinal));
        var disagreement = TrustComparison.Disagreement(run);
        Assert.True(disagreement is null, disagreement);
    }

    private static ScenarioText Read(KeyValuePair<string, string> text) => ScenarioText.Read(text.Key, text.Value);
}
