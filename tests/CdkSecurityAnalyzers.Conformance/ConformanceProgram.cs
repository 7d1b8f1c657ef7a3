using System.Globalization;
using System.Text.Json.Nodes;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.Conformance;

/// <summary>What the analyzer says about a program, and what its template says.</summary>
/// <param name="Statements">The statements of a stack's constructor.</param>
/// <param name="Template">The template; null when the program throws.</param>
/// <param name="Findings">What the analyzer reports.</param>
public sealed record ConformanceProgram(string Statements, JsonNode? Template, IReadOnlyList<Diagnostic> Findings)
{
    private const string DiscardedFilterGroup = "CDKSEC105";

    private static readonly string[] Judged =
        ["CDKSEC101", "CDKSEC102", "CDKSEC103", "CDKSEC104", "CDKSEC106", "CDKSEC107", "CDKSEC108", "CDKSEC109"];

    private static readonly ProgramOptions Options = new()
    {
        CdkVersions = [CdkLibrary.Runnable],
        Enable = ["CDKSEC109"],
        OutputKind = OutputKind.ConsoleApplication,
    };

    private IEnumerable<string> Reported => Findings.Select(finding => finding.Id).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Runs and analyzes programs together, each in a stack and an app of its own.</summary>
    public static async Task<IReadOnlyList<ConformanceProgram>> Run(IReadOnlyList<string> programs)
    {
        var source = Source(programs);
        var templates = Synthesis.Templates(source, Options);
        var findings = await Analysis.Run(source, Options);
        return [.. programs.Select((statements, index) => new ConformanceProgram(
            statements,
            templates.GetValueOrDefault(NameOf(index)),
            [.. findings.Where(finding => StackOf(finding) == NameOf(index))]))];
    }

    /// <summary>Null when both agree, else what each says.</summary>
    public string? Disagreement()
    {
        if (Template is not null && !TemplateJudge.IsWellFormed(Template))
        {
            return null;
        }

        var expected = Template is null ? [] : TemplateJudge.Violations(Template);
        var actual = Reported.Where(Judged.Contains).ToHashSet();

        // A gate that is thrown away is reported instead of the gate that is missing in the template; a program that throws throws nothing away.
        if (Reported.Contains(DiscardedFilterGroup))
        {
            expected.Remove("CDKSEC101");
            actual.Remove("CDKSEC101");
        }

        return expected.SetEquals(actual)
            ? null
            : $"""
              template: {string.Join(" ", expected)}{(Template is null ? "(throws)" : "")}
              analyzer: {string.Join(" ", actual.Order(StringComparer.Ordinal))}
              {Statements}

              """;
    }

    private static string Source(IReadOnlyList<string> programs) =>
        $$"""
        {{string.Concat(programs.Select((_, index) => $"Synthesize(app => new {NameOf(index)}(app, \"{NameOf(index)}\"));\n"))}}
        static void Synthesize(Func<App, Stack> make)
        {
            try
            {
                var app = new App(new AppProps { AnalyticsReporting = false, AutoSynth = false });
                make(app);
                app.Synth();
            }
            catch (Exception)
            {
            }
        }

        {{string.Concat(programs.Select((statements, index) => TestProgram.InStack(statements).Replace("TestStack", NameOf(index))))}}
        """;

    private static string NameOf(int index) => "Stack" + index.ToString(CultureInfo.InvariantCulture);

    private static string? StackOf(Diagnostic finding) => finding.Location.SourceTree!.GetRoot().FindNode(finding.Location.SourceSpan)
        .AncestorsAndSelf().OfType<ClassDeclarationSyntax>().LastOrDefault()?.Identifier.ValueText;
}
