using CdkSecurityAnalyzers.Conformance.Harness;
using Xunit;

namespace CdkSecurityAnalyzers.Conformance.Scenarios;

/// <summary>Every scenario violates what it says, in its templates and by the analyzer, construct by construct.</summary>
public sealed class ScenarioTests
{
    private static readonly Dictionary<string, ScenarioText> All = new[] { BranchScenarios.All, LifetimeScenarios.All, SpellingScenarios.All, ProgramScenarios.All, ReducedScenarios.All }
        .SelectMany(scenarios => scenarios)
        .ToDictionary(scenario => scenario.Key, scenario => ScenarioText.Read(scenario.Key, scenario.Value));

    private static readonly Lazy<Task<IReadOnlyList<ScenarioRun>>> Runs = new(() => ScenarioBatch.Run(All.Values.Select(text => text.Scenario)));

    public static TheoryData<string> Names => [.. All.Keys];

    internal static IEnumerable<Scenario> Scenarios => All.Values.Select(text => text.Scenario);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ViolatesWhatItSays(string name)
    {
        var run = (await Runs.Value).Single(run => run.Scenario.Name == name);
        Assert.True(run.IsSynthesized, string.Join('\n', run.Runs.Select(made => made.Refusal)));
        Assert.Equal(All[name].Violations, Comparison.Violations(run));
        Assert.Null(Comparison.Disagreement(run));
    }
}
