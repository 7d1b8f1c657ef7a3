using CdkSecurityAnalyzers.Conformance.Harness;
using CdkSecurityAnalyzers.Conformance.Judges;
using Xunit;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Pipelines;

/// <summary>Every pipeline violates what its scenario says, in the template and by the analyzer.</summary>
public sealed class PipelineConformanceTests
{
    private static readonly Lazy<Task<IReadOnlyList<ScenarioRun>>> Runs = new(() => ScenarioBatch.Run(Scenarios));

    public static TheoryData<string> Names => [.. PipelineScenarios.All.Keys];

    internal static IEnumerable<Scenario> Scenarios => PipelineScenarios.All.Select(entry => Scenario(entry.Key, entry.Value.Statements));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_pipeline(string name)
    {
        var run = (await Runs.Value).Single(run => run.Scenario.Name == name);
        Assert.True(run.IsSynthesized, string.Join('\n', run.Runs.Select(made => made.Refusal)));

        var said = PipelineScenarios.All[name].Rules.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(rule => "CDKSEC" + rule);
        Assert.Equal(said, run.Runs.SelectMany(made => made.Templates).SelectMany(PipelineJudge.Violations).Select(violation => violation.Rule).Distinct().Order(StringComparer.Ordinal));

        // There is one pipeline, and each of its causes is reported once.
        Assert.Equal(said, run.Findings.Select(finding => finding.Id).Where(PipelineJudge.Rules.Contains).Order(StringComparer.Ordinal));
    }

    /// <summary>Null when the analyzer says of the pipelines of a program what their templates say, else what each says.</summary>
    internal static string? Disagreement(ScenarioRun run)
    {
        var shown = run.Runs.SelectMany(made => made.Templates).SelectMany(PipelineJudge.Violations).Select(violation => violation.Rule).Distinct().Order(StringComparer.Ordinal).ToList();
        var reported = run.Findings.Select(finding => finding.Id).Where(PipelineJudge.Rules.Contains).Order(StringComparer.Ordinal).ToList();
        return shown.SequenceEqual(reported) ? null : $"the template: {string.Join(", ", shown)}; the analysis: {string.Join(", ", reported)}\n{run.Scenario}";
    }

    private static Scenario Scenario(string name, string text)
    {
        var parts = text.Split("\n---\n");
        return Harness.Scenario.InStack(name, parts[0], PipelineText.Members + "\n" + parts.ElementAtOrDefault(1), new SourceFile("AppStage.cs", PipelineText.AppStage));
    }
}
