using CdkSecurityAnalyzers.Rules;
using CdkSecurityAnalyzers.Tests.Documentation;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Variations;

/// <summary>The code of every rule page keeps its verdict however it is spelled.</summary>
public sealed class VariationTests
{
    private static readonly Lazy<Task<IReadOnlyList<VariedProgram>>> Pages = new(ReadPages);

    private static readonly Lazy<Task<IReadOnlyList<VariedProgram>>> Samples = new(ReadSamples);

    public static TheoryData<string> Names => [.. Variation.All.Select(variation => variation.Name)];

    public static TheoryData<string> RulesWithCode => [.. DocumentedRules.All.Select(rule => rule.Id).Where(id => RulePage.Of(id).Noncompliant is not null)];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TheCodeOfEveryPageKeepsItsVerdict(string name)
    {
        var variation = Variation.All.Single(each => each.Name == name);
        var count = 0;
        foreach (var program in await Pages.Value)
        {
            count += await SpellingCheck.Each(program, variation, places: 2);
        }

        foreach (var program in await Samples.Value)
        {
            count += await SpellingCheck.Each(program, variation, places: 1);
        }

        Assert.True(count >= 4, $"'{name}' fits {count} places only.");
    }

    /// <summary>A rule whose page no variation fits would be checked in the one spelling of its page.</summary>
    [Theory]
    [MemberData(nameof(RulesWithCode))]
    public async Task EveryRuleIsReportedInManySpellings(string id)
    {
        var program = await VariedProgram.Of(TestProgram.InStack(RulePage.Of(id).Noncompliant!), new ProgramOptions { CdkVersions = [CdkLibrary.Runnable], Enable = [id] });
        var fitting = Variation.All.Where(variation => variation.Places(program).Any(place => Rewriting.IsMarked(program, place.Node.Span))).ToArray();

        Assert.True(fitting.Length >= 15, $"{fitting.Length}: {string.Join(", ", fitting.Select(variation => variation.Name))}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task TwoVariationsOneAfterTheOther(int seed)
    {
        var programs = (await Pages.Value).Concat(await Samples.Value).ToArray();
        var random = new Random(seed);
        for (var round = 0; round < 5; round++)
        {
            await SpellingCheck.Two(programs[random.Next(programs.Length)], random, $"seed {seed}, round {round}");
        }
    }

    /// <summary>Each file of the app in turn.</summary>
    private static async Task<IReadOnlyList<VariedProgram>> ReadSamples()
    {
        var programs = new List<VariedProgram>();
        foreach (var sample in new[] { Sample.Vulnerable })
        {
            var sources = sample.Sources().ToArray();
            foreach (var (name, _) in sources)
            {
                programs.Add(await VariedProgram.Of(
                    sources.Single(source => source.Name == TestProgram.FileName).Text,
                    new ProgramOptions
                    {
                        CdkVersions = [CdkLibrary.Runnable],
                        OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication,
                        GlobalUsings = false,
                        MoreSources = [.. sources.Where(source => source.Name != TestProgram.FileName), ("Usings.cs", "global using System.Linq;")],
                    },
                    name));
            }
        }

        return programs;
    }

    private static async Task<IReadOnlyList<VariedProgram>> ReadPages()
    {
        var programs = new List<VariedProgram>();
        foreach (var (id, page) in DocumentedRules.All.Select(rule => (rule.Id, RulePage.Of(rule.Id))).Where(rule => rule.Item2.Noncompliant is not null))
        {
            // What is moved out of reach of a pragma would be reported again: that page is about nothing but the pragma.
            var options = new ProgramOptions { CdkVersions = [CdkLibrary.Runnable], Enable = [id], Only = id == RuleIds.SuppressionWithoutJustification ? [id] : null };
            programs.Add(await VariedProgram.Of(TestProgram.InStack(page.Noncompliant!), options));
            programs.Add(await VariedProgram.Of(TestProgram.InStack(page.Compliant!), options));
        }

        return programs;
    }
}
