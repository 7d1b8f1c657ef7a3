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

    private const int DefaultPrograms = 200;

    private static readonly int FirstSeed = Setting.Of("CONFORMANCE_SEED", DefaultSeed);

    private static readonly int Programs = Setting.Of("CONFORMANCE_PROGRAMS", DefaultPrograms);

    [Fact]
    public Task GeneratedProgramsGetTheVerdictOfTheirTemplate() =>
        new RandomPrograms(ProgramGenerator.Program, scenarios => ScenarioBatch.Run(scenarios), Comparison.Disagreement).Check(FirstSeed, Programs);
}
