using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Conformance.Harness;

/// <summary>
/// Compares, construct by construct and rule by rule, what the analyzer says of a scenario with what its templates show. A construct violates a rule if
/// and only if the template of some assignment does.
/// </summary>
internal sealed class Comparison
{
    private const string UntrustedPullRequestBuild = "CDKSEC101";
    private const string DiscardedFilterGroup = "CDKSEC105";

    private static readonly ImmutableHashSet<string> Judged =
        ["CDKSEC101", "CDKSEC102", "CDKSEC103", "CDKSEC104", "CDKSEC106", "CDKSEC107", "CDKSEC108", "CDKSEC109", "CDKSEC110"];

    private readonly ScenarioRun run;
    private readonly ImmutableSortedSet<(string Construct, string Rule)> expected;
    private readonly ILookup<string, string> triggers;
    private readonly ImmutableArray<(string Rule, ImmutableArray<string> Constructs, Diagnostic Finding)> actual;

    private Comparison(ScenarioRun run)
    {
        this.run = run;
        var judgedTemplates = run.Runs.SelectMany(made => made.Templates).ToList();
        var judged = judgedTemplates.Select(TemplateJudge.Violations).ToList();
        expected = [.. judged.SelectMany(constructs => constructs).SelectMany(construct => construct.Value.Select(rule => (construct.Key, rule)))];
        var constructs = new ConstructFinder([.. judged.SelectMany(template => template.Keys).Distinct()]);
        triggers = judgedTemplates.SelectMany(TemplateJudge.Triggers).ToLookup(project => project.Construct, project => project.Triggers);
        actual = [.. run.Findings.Select(finding => (finding.Id, constructs.Of(finding), finding))];
    }

    /// <summary>Null when both agree, else what each says.</summary>
    public static string? Disagreement(ScenarioRun run)
    {
        // The analyzer need not have an opinion on what is never deployed.
        return run.Runs.SelectMany(made => made.Templates).All(TemplateJudge.IsWellFormed) ? new Comparison(run).Describe() : null;
    }

    /// <summary>The rules that the constructs of a scenario violate in some of its templates.</summary>
    public static ImmutableSortedSet<(string Construct, string Rule)> Violations(ScenarioRun run) => new Comparison(run).expected;

    private string? Describe()
    {
        var missing = expected.Where(violation => !IsReported(violation) && !IsExcused(violation)).ToList();
        var wrong = actual.Where(finding => Judged.Contains(finding.Rule) && !IsTrue(finding) && !IsExcused(finding)).ToList();
        var broken = run.Findings.Where(finding => finding.Id == "CDKSEC904").ToList();
        return missing.Count + wrong.Count + broken.Count == 0
            ? null
            : $"""
              only in the template: {string.Join(", ", missing.Select(violation => $"{violation.Rule} of {violation.Construct}"))}
              only in the analysis: {string.Join(", ", wrong.Select(finding => $"{finding.Rule} of {string.Join('|', finding.Constructs)} at {finding.Finding.Location.SourceTree!.GetText().ToString(finding.Finding.Location.SourceSpan)}"))}
              {string.Join('\n', broken)}{string.Join('\n', run.Runs.Where(made => made.Refusal is not null).Select(made => $"{made.Inputs} throws {made.Refusal!.GetType().Name}: {made.Refusal.Message.Split('\n')[0]}"))}
              {run.Scenario}

              """;
    }

    /// <summary>One cause is reported once, at one of the constructs that have it: of those that have the same triggers, any.</summary>
    private bool IsReported((string Construct, string Rule) violation) => actual.Any(finding =>
        finding.Rule == violation.Rule
        && finding.Constructs.Any(construct => construct == violation.Construct || triggers[construct].Intersect(triggers[violation.Construct]).Any()));

    private bool IsTrue((string Rule, ImmutableArray<string> Constructs, Diagnostic) finding) =>
        finding.Constructs.Any(construct => expected.Contains((construct, finding.Rule)));

    /// <summary>A gate that is thrown away is reported instead of the gate that is missing in the template.</summary>
    private bool IsExcused((string Construct, string Rule) violation) =>
        violation.Rule == UntrustedPullRequestBuild && IsReported((violation.Construct, DiscardedFilterGroup));

    private bool IsExcused((string Rule, ImmutableArray<string> Constructs, Diagnostic) finding) =>
        finding.Constructs.Any(construct => IsExcused((construct, finding.Rule)));
}
