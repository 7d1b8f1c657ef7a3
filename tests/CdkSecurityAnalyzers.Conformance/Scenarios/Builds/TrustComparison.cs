using System.Collections.Immutable;
using CdkSecurityAnalyzers.Conformance.Harness;
using CdkSecurityAnalyzers.Conformance.Judges;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Builds;

/// <summary>Compares, project by project, what the analyzer says about what contains the builds of a scenario with what its templates show.</summary>
internal static class TrustComparison
{
    /// <summary>The rules that are off unless somebody asks for them.</summary>
    public static readonly ImmutableArray<string> OffByDefault = ["CDKSEC405", "CDKSEC408", "CDKSEC412"];

    /// <summary>What some assignment of the inputs violates, and where.</summary>
    public static ImmutableArray<Violation> Violations(ScenarioRun run) => [.. run.Runs.SelectMany(made => TrustJudge.Violations(made.Templates))];

    /// <summary>Null when both agree, else what each says.</summary>
    public static string? Disagreement(ScenarioRun run)
    {
        var expected = Violations(run);
        var finder = new PlaceFinder([.. run.Runs.SelectMany(made => TrustJudge.Constructs(made.Templates)).Distinct()], []);
        var actual = run.Findings.Where(finding => TrustJudge.Rules.Contains(finding.Id)).Select(finding => (Rule: finding.Id, Places: finder.Of(finding), Finding: finding)).ToList();
        var missing = expected
            .Where(violation => !actual.Exists(finding => finding.Rule == violation.Rule && finding.Places.Intersect(violation.Places).Any()))
            .Select(violation => $"{violation.Rule} of {violation.Places[0]}").Distinct().ToList();
        var wrong = actual
            .Where(finding => !expected.Any(violation => violation.Rule == finding.Rule && violation.Places.Intersect(finding.Places).Any()))
            .Select(finding => $"{finding.Rule} of {string.Join('|', finding.Places)} at {ScenarioRun.PlaceOf(finding.Finding)}").ToList();
        var broken = run.Findings.Where(finding => finding.Id == "CDKSEC904").Select(finding => finding.ToString()).ToList();
        return run.IsSynthesized && missing.Count + wrong.Count + broken.Count == 0
            ? null
            : $"""
              only in the template: {string.Join(", ", missing)}
              only in the analysis: {string.Join(", ", wrong)}
              {string.Join('\n', broken)}{string.Join('\n', run.Runs.Where(made => made.Refusal is not null).Select(made => $"{made.Inputs} throws {made.Refusal!.Message.Split('\n')[0]}"))}
              {run.Scenario}

              """;
    }
}
