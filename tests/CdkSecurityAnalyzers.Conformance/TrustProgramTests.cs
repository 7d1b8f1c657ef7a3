using CdkSecurityAnalyzers.Conformance.Generation;
using CdkSecurityAnalyzers.Conformance.Generation.Trust;
using CdkSecurityAnalyzers.Conformance.Harness;
using CdkSecurityAnalyzers.Conformance.Scenarios.Builds;
using Xunit;

namespace CdkSecurityAnalyzers.Conformance;

/// <summary>
/// The analyzer reports of random programs with several projects, and of their pipelines, what their templates show together, no more and no less.
/// CONFORMANCE_TRUST_PROGRAMS is the number of programs, CONFORMANCE_TRUST_SEED the first one's seed, each further program has the next.
/// </summary>
public sealed class TrustProgramTests
{
    private static readonly int FirstSeed = Setting.Of("CONFORMANCE_TRUST_SEED", 700_001);

    private static readonly int Programs = Setting.Of("CONFORMANCE_TRUST_PROGRAMS", 60);

    [Fact]
    public Task GeneratedProgramsGetTheVerdictOfTheirTemplates() =>
        new RandomPrograms(
            TrustGenerator.Program,
            scenarios => ScenarioBatch.Run(scenarios, TrustComparison.OffByDefault),
            run => run.IsSynthesized ? TrustComparison.Disagreement(run) : null).Check(FirstSeed, Programs);
}
