using System.Collections.Immutable;
using CdkSecurityAnalyzers.Conformance.Harness;
using CdkSecurityAnalyzers.Conformance.Judges;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Builds;

/// <summary>
/// Compares, project by project and pipeline by pipeline, what the analyzer says about what contains the builds of a scenario, and about what stands before
/// production, with what its templates show.
/// </summary>
internal static class TrustComparison
{
    /// <summary>The rules that are off unless somebody asks for them.</summary>
    public static readonly ImmutableArray<string> OffByDefault = ["CDKSEC405", "CDKSEC408", "CDKSEC412"];

    private static readonly ImmutableHashSet<string> Judged = [.. TrustJudge.Rules, .. PipelineJudge.Rules];

    /// <summary>What some assignment of the inputs violates, and where.</summary>
    public static ImmutableArray<Violation> Violations(ScenarioRun run) =>
        [.. run.Runs.SelectMany(made => TrustJudge.Violations(made.Templates).Concat(made.Templates.SelectMany(PipelineJudge.Violations)))];

    /// <summary>Null when both agree, else what each says.</summary>
    public static string? Disagreement(ScenarioRun run)
    {
        var expected = Violations(run);
        var finder = new PlaceFinder([.. run.Runs.SelectMany(made => TrustJudge.Constructs(made.Templates).Concat(made.Templates.SelectMany(PipelineJudge.Constructs))).Distinct()], []);
        var actual = run.Findings.Where(finding => Judged.Contains(finding.Id)).Select(finding => (Rule: finding.Id, Places: finder.Of(finding), Finding: finding)).ToList();
        var missing = expected
            .Where(violation => !violation.IsOptional && !actual.Exists(finding => finding.Rule == violation.Rule && (IsAt(finding.Places, violation) || (finder.IsAboutSeveral(finding.Finding) && expected.Any(other => other.Rule == violation.Rule && other.Cause == violation.Cause && IsAt(finding.Places, other))))))
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

    private static bool IsAt(ImmutableArray<string> places, Violation violation) => places.Intersect(violation.Places).Any();
}
