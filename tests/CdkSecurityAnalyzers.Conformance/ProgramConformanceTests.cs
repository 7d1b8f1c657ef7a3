using CdkSecurityAnalyzers.Conformance.Generation;
using CdkSecurityAnalyzers.Conformance.Harness;
using Xunit;

namespace CdkSecurityAnalyzers.Conformance;

/// <summary>
/// The analyzer reports of random programs what their templates show, no more and no less. Environment variables switch it: CONFORMANCE_PROGRAMS is the
/// number of programs, CONFORMANCE_SEED the first one's seed, each further program has the next; CONFORMANCE_CREDENTIALS is the share of secrets, CONFORMANCE_POLICIES that of
/// permissions among the others.
/// </summary>
public sealed class ProgramConformanceTests
{
    private const int DefaultSeed = 50_001;

    private const int DefaultPrograms = 500;

    /// <summary>How many disagreements are reduced before the test gives up.</summary>
    private const int ReportLimit = 5;

    private static readonly int FirstSeed = Setting.Of("CONFORMANCE_SEED", DefaultSeed);

    private static readonly int Programs = Setting.Of("CONFORMANCE_PROGRAMS", DefaultPrograms);

    [Fact]
    public async Task GeneratedProgramsGetTheVerdictOfTheirTemplate()
    {
        var seeds = Enumerable.Range(FirstSeed, Programs).ToList();
        var disagreements = new List<string>();
        var synthesized = 0;
        foreach (var part in seeds.Chunk(100).TakeWhile(_ => disagreements.Count < ReportLimit))
        {
            var runs = await ScenarioBatch.Run(part.Select(seed => ProgramGenerator.Program(Choices.Random(seed), $"seed {seed}")));
            synthesized += runs.Count(run => run.IsSynthesized);
            foreach (var (seed, run) in part.Zip(runs).Where(pair => Comparison.Disagreement(pair.Second) is not null).Take(ReportLimit - disagreements.Count))
            {
                disagreements.Add(await Shrinking.Smallest(seed));
            }
        }

        Assert.True(disagreements.Count == 0, $"{disagreements.Count} programs disagree:\n" + string.Join('\n', disagreements));
        Assert.True(synthesized > Programs * 0.8, $"Only {synthesized} of {Programs} programs could be judged.");
    }
}
