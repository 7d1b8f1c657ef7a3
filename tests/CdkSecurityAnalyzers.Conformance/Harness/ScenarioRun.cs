using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.Conformance.Harness;

/// <summary>What the analyzer says about a scenario, and what comes out when it runs.</summary>
/// <param name="Runs">One run for each assignment of its inputs.</param>
internal sealed record ScenarioRun(Scenario Scenario, ImmutableArray<Run> Runs, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>Whether some assignment gives a template.</summary>
    public bool IsSynthesized => Runs.Any(run => run.Refusal is null);

    /// <summary>Where a finding stands in the scenario's own files.</summary>
    public static (string File, LinePosition Start, string Text) PlaceOf(Diagnostic finding)
    {
        var span = finding.Location.GetLineSpan();
        var start = new LinePosition(span.StartLinePosition.Line - 1, span.StartLinePosition.Character);
        return (span.Path.Split('/')[^1], start, finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan));
    }
}

/// <summary>What comes out of a program for one assignment of its inputs.</summary>
/// <param name="Templates">The templates of its stacks.</param>
/// <param name="Refusal">What the program or the CDK threw; then there are no templates.</param>
internal sealed record Run(Inputs Inputs, ImmutableArray<JsonNode> Templates, Exception? Refusal);
