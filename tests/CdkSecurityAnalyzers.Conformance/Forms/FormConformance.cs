using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using CdkSecurityAnalyzers.Conformance.Harness;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CdkSecurityAnalyzers.Conformance.Forms;

/// <summary>
/// Compares what the analyzer says of the twins of each form with their marks, and with what the CDK synthesizes from them.
/// </summary>
/// <param name="patterns">Forms of a pattern, by name.</param>
/// <param name="programs">Forms of whole programs, by name.</param>
internal sealed class FormConformance(IReadOnlyDictionary<string, string> patterns, IReadOnlyDictionary<string, string> programs)
{
    /// <summary>The rules that forms mark.</summary>
    private static readonly HashSet<string> Asked = ["CDKSEC101", "CDKSEC102", "CDKSEC103", "CDKSEC104", "CDKSEC105", "CDKSEC904"];

    private readonly Lazy<Task<ILookup<string, Twin>>> twins = new(() => Run(
        patterns.Select(form => (form.Key, TwinProgram.Pattern(form.Value))).Concat(programs.Select(form => (form.Key, TwinProgram.Program(form.Value))))));

    public FormConformance(IReadOnlyDictionary<string, string> patterns)
        : this(patterns, ImmutableDictionary<string, string>.Empty)
    {
    }

    public IEnumerable<string> Names => patterns.Keys.Concat(programs.Keys);

    public async Task Check(string form)
    {
        var both = (await twins.Value)[form].ToList();
        Assert.Equal(2, both.Count);
        foreach (var twin in both)
        {
            var findings = twin.Run.Findings.Where(finding => Asked.Contains(finding.Id)).ToList();
            Assert.True(twin.Run.IsSynthesized, string.Join('\n', twin.Run.Runs.Select(run => run.Refusal)));
            Assert.Equal(twin.Marks, findings.Select(finding => new Mark(finding.Id, ScenarioRun.PlaceOf(finding))).Order());
            Assert.Null(Comparison.Disagreement(twin.Run));
            Assert.Equal(twin.IsRisky, findings.Count > 0);
            CheckNamesOfIds(twin.Run.Runs.SelectMany(run => run.Templates), findings);
        }
    }

    /// <summary>A message about a pattern names the very text that the template holds.</summary>
    private static void CheckNamesOfIds(IEnumerable<JsonNode> templates, List<Diagnostic> findings)
    {
        var open = templates.SelectMany(ActorPatterns).Where(pattern => pattern is not ['^', .., '$']).Distinct().ToArray();
        foreach (var finding in findings.Where(finding => finding.Id == "CDKSEC103"))
        {
            Assert.Contains(open, pattern => finding.GetMessage(CultureInfo.InvariantCulture).Contains(pattern.Split('|')[0], StringComparison.Ordinal));
        }
    }

    /// <summary>The patterns of all including actor filters of a template.</summary>
    private static IEnumerable<string> ActorPatterns(JsonNode template) =>
        from triggers in template["Resources"] is null ? [] : Synthesis.Triggers(template).Values
        from @group in triggers?["FilterGroups"] as JsonArray ?? []
        from filter in @group!.AsArray()
        where (string)filter!["Type"]! == "ACTOR_ACCOUNT_ID" && filter["ExcludeMatchedPattern"] is null
        select (string)filter["Pattern"]!;

    private static async Task<ILookup<string, Twin>> Run(IEnumerable<(string Name, TwinProgram Program)> forms)
    {
        var marked = forms.SelectMany(form => new[] { true, false }.Select(isRisky => (form.Name, IsRisky: isRisky, Twin: form.Program.Twin(form.Name, isRisky)))).ToList();
        var plain = marked.Select(form => WithoutMarks(form.Twin)).ToList();
        var runs = await ScenarioBatch.Run(plain.Select(twin => twin.Plain));
        return marked.Zip(plain, runs).ToLookup(twin => twin.First.Name, twin => new Twin(twin.First.IsRisky, twin.Third, twin.Second.Marks));
    }

    private static (Scenario Plain, IEnumerable<Mark> Marks) WithoutMarks(Scenario marked)
    {
        var marks = new List<Mark>();
        var files = marked.Files.Select(file => file with { Text = Read(file) }).ToImmutableArray();
        return (marked with { Files = files }, marks.Order());

        string Read(SourceFile file)
        {
            TestFileMarkupParser.GetSpans(file.Text, out var text, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans);
            var lines = SourceText.From(text).Lines;
            marks.AddRange(spans.SelectMany(pair => pair.Value.Select(span => new Mark(pair.Key, (file.Name, lines.GetLinePosition(span.Start), text.Substring(span.Start, span.Length))))));
            return text;
        }
    }

    private sealed record Twin(bool IsRisky, ScenarioRun Run, IEnumerable<Mark> Marks);

    private sealed record Mark(string Rule, (string File, LinePosition Start, string Text) Place) : IComparable<Mark>
    {
        public int CompareTo(Mark? other) => string.CompareOrdinal(ToString(), other?.ToString());
    }
}
