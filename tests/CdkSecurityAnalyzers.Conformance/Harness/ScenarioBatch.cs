using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Conformance.Harness;

/// <summary>
/// Analyzes and runs scenarios. Many share a compilation, each in a namespace of its own, because compiling against the CDK costs more than a scenario.
/// </summary>
internal static class ScenarioBatch
{
    /// <summary>How many scenarios share a compilation.</summary>
    private const int Size = 25;

    /// <summary>Some inputs are variables of the environment, which all tests of the process share.</summary>
    private static readonly Lock EnvironmentInUse = new();

    /// <summary>The rules that are off unless somebody asks for them.</summary>
    public static readonly IReadOnlyList<string> OffByDefault = ["CDKSEC109", "CDKSEC110", "CDKSEC212", "CDKSEC213", "CDKSEC503", "CDKSEC504"];

    private static readonly ProgramOptions Options = new()
    {
        CdkVersions = [CdkLibrary.Runnable],
        Enable = OffByDefault,
        OutputKind = OutputKind.DynamicallyLinkedLibrary,
    };

    /// <param name="enabled">Rules to switch on beside those that are always on.</param>
    public static async Task<IReadOnlyList<ScenarioRun>> Run(IEnumerable<Scenario> scenarios, params IEnumerable<string> enabled)
    {
        var options = Options with { Enable = [.. OffByDefault, .. enabled] };
        var runs = new List<ScenarioRun>();
        foreach (var batch in scenarios.Chunk(Size))
        {
            runs.AddRange(await RunTogether(batch, options));
        }

        return runs;
    }

    private static async Task<IEnumerable<ScenarioRun>> RunTogether(Scenario[] scenarios, ProgramOptions common)
    {
        var options = common with
        {
            MoreSources = [.. scenarios.SelectMany(Sources)],
            AdditionalFiles = [.. scenarios.SelectMany((scenario, index) => scenario.ReviewedFiles.Select(file => ReviewedFile.Of(file, NameOf(index))).Select(file => (file.Path, file.Text)))],
        };
        var findings = (await Analysis.Run(Inputs.Source, options)).ToLookup(finding => finding.Location.GetLineSpan().Path.Split('/')[1]);
        var image = Synthesis.Image(Inputs.Source, options);
        var syntheses = scenarios.Select(scenario => Inputs.AssignmentsFor(scenario.Files.Select(file => file.Text)).Select(inputs => (Inputs: inputs, Run: (Run?)null)).ToArray()).ToList();

        // What is static in the program begins anew in each copy of it.
        for (var round = 0; round < syntheses.Max(assignments => assignments.Length); round++)
        {
            var program = Assembly.Load(image);
            for (var index = 0; index < scenarios.Length; index++)
            {
                if (round < syntheses[index].Length)
                {
                    syntheses[index][round].Run = Synthesize(program, syntheses[index][round].Inputs, NameOf(index));
                }
            }
        }

        return scenarios.Select((scenario, index) => new ScenarioRun(
            scenario, [.. syntheses[index].Select(synthesis => synthesis.Run!)], [.. findings[NameOf(index)]]));
    }

    /// <summary>A scenario's sources as they are compiled in a batch: what stands in a file begins on the second line.</summary>
    private static IEnumerable<(string Name, string Text)> Sources(Scenario scenario, int index) =>
        scenario.Files.Select(file => (
            NameOf(index) + "/" + file.Name,
            $"namespace {NameOf(index)};{string.Concat(scenario.ReviewedFiles.Select(reviewed => ReviewedFile.Of(reviewed, NameOf(index)).Using))}\n{file.Text}"));

    private static Run Synthesize(Assembly program, Inputs inputs, string name)
    {
        lock (EnvironmentInUse)
        {
            inputs.Give(program);
            try
            {
                var main = program.GetType(name + ".Program")!.GetMethod("Main", BindingFlags.Static | BindingFlags.Public)!;
                return new Run(inputs, Synthesis.Templates(main).Values.ToImmutableArray(), Refusal: null);
            }
            catch (Exception refusal)
            {
                return new Run(inputs, [], refusal);
            }
        }
    }

    private static string NameOf(int index) => "P" + index.ToString(CultureInfo.InvariantCulture);
}
