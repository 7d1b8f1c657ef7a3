using CdkSecurityAnalyzers.Conformance.Harness;
using Xunit;

namespace CdkSecurityAnalyzers.Conformance.Scenarios;

/// <summary>Scenarios that are analyzed and run together, when the first of them is asked for.</summary>
internal sealed class ScenarioSet
{
    private readonly Dictionary<string, ScenarioText> texts;
    private readonly Lazy<Task<IReadOnlyList<ScenarioRun>>> runs;

    public ScenarioSet(params IReadOnlyDictionary<string, string>[] parts)
    {
        texts = parts.SelectMany(part => part).ToDictionary(scenario => scenario.Key, scenario => ScenarioText.Read(scenario.Key, scenario.Value));
        runs = new(() => ScenarioBatch.Run(Scenarios));
    }

    public TheoryData<string> Names => [.. texts.Keys];

    public IEnumerable<Scenario> Scenarios => texts.Values.Select(text => text.Scenario);

    /// <summary>The scenario violates what it says, in its templates and by the analyzer.</summary>
    public async Task Check(string name)
    {
        var run = (await runs.Value).Single(run => run.Scenario.Name == name);
        Assert.True(run.IsSynthesized, string.Join('\n', run.Runs.Select(made => made.Refusal)));
        Assert.Equal(texts[name].Violations, Comparison.Violations(run));
        var disagreement = Comparison.Disagreement(run);
        Assert.True(disagreement is null, disagreement);
    }
}
