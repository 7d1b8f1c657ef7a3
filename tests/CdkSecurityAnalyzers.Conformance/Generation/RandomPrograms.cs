using CdkSecurityAnalyzers.Conformance.Harness;
using Xunit;

namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>Random programs of one kind, each known by its seed.</summary>
/// <inheritdoc cref="Shrinking"/>
internal sealed class RandomPrograms(
    Func<Choices, string, Scenario> write,
    Func<IEnumerable<Scenario>, Task<IReadOnlyList<ScenarioRun>>> run,
    Func<ScenarioRun, string?> disagreement)
{
    /// <summary>How many disagreements are reduced before the test gives up.</summary>
    private const int ReportLimit = 5;

    /// <summary>What the analyzer says of each program is what its templates show; nearly all have templates.</summary>
    public async Task Check(int firstSeed, int programs)
    {
        var shrinking = new Shrinking(write, run, disagreement);
        var disagreements = new List<string>();
        var synthesized = 0;
        foreach (var part in Enumerable.Range(firstSeed, programs).Chunk(100).TakeWhile(_ => disagreements.Count < ReportLimit))
        {
            var runs = await run(part.Select(seed => write(Choices.Random(seed), $"seed {seed}")));
            synthesized += runs.Count(made => made.IsSynthesized);
            foreach (var (seed, _) in part.Zip(runs).Where(pair => disagreement(pair.Second) is not null).Take(ReportLimit - disagreements.Count))
            {
                disagreements.Add(await shrinking.Smallest(seed));
            }
        }

        Assert.True(disagreements.Count == 0, $"{disagreements.Count} programs disagree:\n" + string.Join('\n', disagreements));
        Assert.True(synthesized > programs * 0.8, $"Only {synthesized} of {programs} programs could be judged.");
    }
}
