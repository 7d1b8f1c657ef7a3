using System.Globalization;
using System.Text.Json.Nodes;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CdkSecurityAnalyzers.Conformance.Forms;

/// <summary>
/// Compares what the analyzer says of a scenario with its marks, and with what the CDK synthesizes from it for every assignment of its inputs.
/// </summary>
internal static class FormConformance
{
    /// <summary>The rules that scenarios are about: what they mark, and nothing that is off or a suggestion.</summary>
    private static readonly HashSet<string> Asked = ["CDKSEC101", "CDKSEC102", "CDKSEC103"];

    public static async Task Check(Scenario scenario)
    {
        await Check(scenario, isRisky: true);
        await Check(scenario, isRisky: false);
    }

    private static async Task Check(Scenario scenario, bool isRisky)
    {
        var templates = Templates(scenario, isRisky);
        var (source, options) = scenario.Twin(isRisky);
        var (plain, expected) = Expected(source, options);
        var findings = await Analysis.Run(plain.Source, plain.Options);

        Assert.Equal(expected, findings.Select(finding => (finding.Id, PlaceOf(finding))).OrderBy(finding => finding, Comparer<(string, string)>.Default));
        Assert.Equal(
            templates.SelectMany(TemplateJudge.Violations).Where(Asked.Contains).Distinct().Order(StringComparer.Ordinal),
            findings.Select(finding => finding.Id == "CDKSEC105" ? "CDKSEC101" : finding.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(isRisky, findings.Any());
        CheckNamesOfIds(templates, findings);
    }

    /// <summary>A message about a pattern names the very text that the template holds.</summary>
    private static void CheckNamesOfIds(IReadOnlyList<JsonNode> templates, IReadOnlyList<Diagnostic> findings)
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

    private static List<JsonNode> Templates(Scenario scenario, bool isRisky)
    {
        var templates = new List<JsonNode>();
        var refusals = new List<Exception>();
        foreach (var (a, b) in scenario.HasInputs ? [(false, false), (false, true), (true, false), (true, true)] : new[] { (false, false) })
        {
            var (source, options) = scenario.Twin(isRisky, a, b);
            var plain = Expected(source, options).Plain;
            try
            {
                templates.Add(Synthesis.Template(plain.Source, plain.Options));
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                // The program or the CDK refuses this assignment: it synthesizes nothing.
                refusals.Add(exception);
            }
        }

        Assert.True(templates.Count > 0, string.Join('\n', refusals));
        return templates;
    }

    /// <summary>The program without markup, and what its markup says.</summary>
    private static ((string Source, ProgramOptions Options) Plain, IEnumerable<(string Id, string Place)> Expected) Expected(string source, ProgramOptions options)
    {
        var expected = new List<(string, string)>();
        var plain = Read(TestProgram.FileName, source);
        var others = options.MoreSources.Select(file => (file.Name, Read(file.Name, file.Text))).ToArray();
        return ((plain, options with { MoreSources = others }), expected.Order());

        string Read(string name, string markup)
        {
            TestFileMarkupParser.GetSpans(markup, out var text, out System.Collections.Immutable.ImmutableDictionary<string, System.Collections.Immutable.ImmutableArray<TextSpan>> spans);
            var lines = SourceText.From(text);
            expected.AddRange(spans.SelectMany(pair => pair.Value.Select(span => (pair.Key, Place("/" + name, lines.Lines.GetLinePositionSpan(span), lines.ToString(span))))));
            return text;
        }
    }

    private static string PlaceOf(Diagnostic finding)
    {
        var span = finding.Location.GetLineSpan();
        return Place(span.Path, span.Span, finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan));
    }

    private static string Place(string path, LinePositionSpan span, string text) => $"{path}{span.Start}: {text}";
}
