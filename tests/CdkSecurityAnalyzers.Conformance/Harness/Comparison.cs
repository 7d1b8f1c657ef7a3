using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CdkSecurityAnalyzers.Conformance.Judges;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Conformance.Harness;

/// <summary>
/// Compares, construct by construct, statement by statement, variable by variable and rule by rule, what the analyzer says of a scenario with what its templates show. Something
/// violates a rule if and only if the template of some assignment does.
/// </summary>
internal sealed class Comparison
{
    private const string UntrustedPullRequestBuild = "CDKSEC101";
    private const string DiscardedFilterGroup = "CDKSEC105";

    private static readonly ImmutableHashSet<string> Judged =
    [
        "CDKSEC101", "CDKSEC102", "CDKSEC103", "CDKSEC104", "CDKSEC106", "CDKSEC107", "CDKSEC108", "CDKSEC109", "CDKSEC110",
        .. PolicyJudge.Rules,
        .. CredentialJudge.Judged,
    ];

    private readonly ScenarioRun run;
    private readonly ImmutableArray<Violation> expected;
    private readonly ImmutableArray<(string Rule, ImmutableArray<string> Places, Diagnostic Finding)> actual;

    private Comparison(ScenarioRun run)
    {
        this.run = run;
        var templates = run.Runs.SelectMany(made => made.Templates).ToList();
        expected = [.. templates.SelectMany(WebhookJudge.Violations), .. PolicyJudge.Violations(templates), .. templates.SelectMany(CredentialJudge.Violations)];
        var projects = new PlaceFinder([.. templates.SelectMany(WebhookJudge.Constructs).Distinct()], []);
        var policies = new PlaceFinder([.. templates.SelectMany(PolicyJudge.Constructs).Distinct()], [.. templates.SelectMany(PolicyJudge.Statements).Distinct()]);
        var credentials = new CredentialPlaces([.. templates.SelectMany(CredentialJudge.Constructs).Distinct()], [.. templates.SelectMany(CredentialJudge.Violations)]);
        actual = [.. run.Findings.Select(finding => (finding.Id, PlacesOf(finding), finding))];

        ImmutableArray<string> PlacesOf(Diagnostic finding) =>
            finding.Location.SourceTree is null ? [.. ReviewedFile.StatementOf(finding, run.Scenario)]
            : PolicyJudge.Rules.Contains(finding.Id) ? policies.Of(finding)
            : CredentialJudge.Judged.Contains(finding.Id) ? credentials.Of(finding)
            : projects.Of(finding);
    }

    /// <summary>Null when both agree, else what each says.</summary>
    public static string? Disagreement(ScenarioRun run)
    {
        // The analyzer need not have an opinion on what is never deployed.
        return run.Runs.SelectMany(made => made.Templates).All(IsWellFormed) ? new Comparison(run).Describe() : null;
    }

    /// <summary>The rules that are violated in some template of a scenario, and where.</summary>
    public static ImmutableSortedSet<(string Place, string Rule)> Violations(ScenarioRun run) =>
        [.. new Comparison(run).expected.Where(violation => !violation.IsOptional).Select(violation => (violation.Places[0], violation.Rule))];

    private static bool IsWellFormed(JsonNode template) =>
        WebhookJudge.IsWellFormed(template) && PolicyJudge.IsWellFormed(template) && CredentialJudge.IsWellFormed(template);

    private string? Describe()
    {
        var missing = expected.Where(violation => !violation.IsOptional && !IsReported(violation) && !IsExcused(violation))
            .Select(violation => $"{violation.Rule} of {violation.Places[0]}").Distinct().ToList();
        var wrong = actual.Where(finding => Judged.Contains(finding.Rule) && !IsTrue(finding) && !IsExcused(finding)).ToList();
        var broken = run.Findings.Where(finding => finding.Id == "CDKSEC904").ToList();
        return missing.Count + wrong.Count + broken.Count == 0
            ? null
            : $"""
              only in the template: {string.Join(", ", missing)}
              only in the analysis: {string.Join(", ", wrong.Select(finding => $"{finding.Rule} of {string.Join('|', finding.Places)} at {finding.Finding.Location.SourceTree?.GetText().ToString(finding.Finding.Location.SourceSpan) ?? finding.Finding.ToString()}"))}
              {string.Join('\n', broken)}{string.Join('\n', run.Runs.Where(made => made.Refusal is not null).Select(made => $"{made.Inputs} throws {made.Refusal!.GetType().Name}: {made.Refusal.Message.Split('\n')[0]}"))}
              {run.Scenario}

              """;
    }

    /// <summary>One cause is reported once, at one of the places that have it: of those that have the same cause, any.</summary>
    private bool IsReported(Violation violation) => actual.Any(finding =>
        finding.Rule == violation.Rule
        && (finding.Places.Intersect(violation.Places).Any() || finding.Places.Any(place => expected.Any(other => other.Cause == violation.Cause && other.Places.Contains(place)))));

    private bool IsTrue((string Rule, ImmutableArray<string> Places, Diagnostic) finding) =>
        expected.Any(violation => violation.Rule == finding.Rule && violation.Places.Intersect(finding.Places).Any());

    /// <summary>A gate that is thrown away is reported instead of the gate that is missing in the template.</summary>
    private bool IsExcused(Violation violation) =>
        violation.Rule == UntrustedPullRequestBuild && IsReported(violation with { Rule = DiscardedFilterGroup });

    private bool IsExcused((string Rule, ImmutableArray<string> Places, Diagnostic) finding) =>
        finding.Rule == UntrustedPullRequestBuild && actual.Any(other => other.Rule == DiscardedFilterGroup && other.Places.Intersect(finding.Places).Any());
}
