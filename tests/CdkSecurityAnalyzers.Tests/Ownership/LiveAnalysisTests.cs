using CdkSecurityAnalyzers.Tests.Documentation;
using CdkSecurityAnalyzers.Tests.Variations;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Ownership;

/// <summary>
/// An editor asks for the findings of one document at a time. It gets those that stand in the document, and all documents together give what the build gives:
/// nothing is missing because another file was not asked, and nothing is told twice.
/// </summary>
public sealed class LiveAnalysisTests
{
    private static readonly Dictionary<string, Sample> Samples = new() { ["vulnerable"] = Sample.Vulnerable, ["hardened"] = Sample.Hardened };

    public static TheoryData<string> SampleNames => [.. Samples.Keys];

    public static TheoryData<string> PagesWithCode => [.. DocumentedRules.All.Select(rule => rule.Id).Where(id => RulePage.Of(id).Noncompliant is not null)];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(SampleNames))]
    public async Task OfASample(string name)
    {
        var findings = await Check(Samples[name].Program, Samples[name].Options);

        Assert.Equal(Samples[name].Marks.Count(), findings);
    }

    /// <summary>The code of a page and, in other files, its values: see <see cref="Variation"/>.</summary>
    [Theory]
    [MemberData(nameof(PagesWithCode))]
    public async Task OfAPage(string id)
    {
        var options = new ProgramOptions { CdkVersions = [CdkLibrary.Runnable], Enable = [id] };
        var program = await VariedProgram.Of(TestProgram.InStack(RulePage.Of(id).Noncompliant!), options);
        foreach (var variation in Variation.All.Where(variation => variation.Name.EndsWith("in another file", StringComparison.Ordinal)))
        {
            foreach (var place in variation.Places(program).Take(3))
            {
                await Check(place.In(program).Compilation, program.AnalyzerOptions);
            }
        }

        Assert.True(await Check(program.Compilation, program.AnalyzerOptions) > 0);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task OfAGeneratedProgram(int seed)
    {
        var files = GeneratedProgram.Of(new Random(seed), size: 8);
        try
        {
            await Check(files);
        }
        catch (Xunit.Sdk.XunitException)
        {
            Assert.Fail($"seed {seed}:\n{string.Join('\n', (await Smallest(files)).Select(file => $"// {file.Name}\n{file.Text}"))}");
        }
    }

    [Fact]
    public async Task GeneratedProgramsHaveFindingsInEveryKindOfFile()
    {
        var found = new List<string>();
        for (var seed = 1; seed <= 5; seed++)
        {
            var compilation = await Compilation(GeneratedProgram.Of(new Random(seed), size: 8));
            found.AddRange((await Analysis.Run(AnalyzerUnderTest.Product, compilation, cancellation: TestContext.Current.CancellationToken)).Select(finding => Path.GetFileName(finding.Location.SourceTree!.FilePath)));
        }

        Assert.Equal(["Helpers", "Program", "Stack"], found.Select(name => string.Concat(name.TakeWhile(char.IsLetter))).Distinct().Order(StringComparer.Ordinal));
    }

    private static async Task<Compilation> Compilation(IReadOnlyList<(string Name, string Text)> files)
    {
        var sources = files.ToLookup(file => file.Name == TestProgram.FileName);
        var options = new ProgramOptions { CdkVersions = [CdkLibrary.Runnable], OutputKind = OutputKind.ConsoleApplication, MoreSources = [.. sources[false]] };
        var compilation = (await Analysis.ProjectFor(AnalyzerUnderTest.Product, sources[true].Single().Text, options).GetCompilationAsync(TestContext.Current.CancellationToken))!;
        Analysis.AssertCompiles(compilation);
        return compilation;
    }

    private static async Task Check(IReadOnlyList<(string Name, string Text)> files) => await Check(await Compilation(files), new AnalyzerOptions([]));

    private static async Task<int> Check(string source, ProgramOptions options)
    {
        var project = Analysis.ProjectFor(AnalyzerUnderTest.Product, source, options);
        var compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        Analysis.AssertCompiles(compilation);
        return await Check(compilation, project.AnalyzerOptions);
    }

    /// <returns>How many findings there are.</returns>
    private static async Task<int> Check(Compilation compilation, AnalyzerOptions options)
    {
        var whole = await Analysis.Run(AnalyzerUnderTest.Product, compilation, options);
        foreach (var tree in compilation.SyntaxTrees)
        {
            // Each document is asked of an analyzer that has seen no other.
            var live = await compilation.WithAnalyzers([AnalyzerUnderTest.Product.CreateAnalyzer()], options)
                .GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, TestContext.Current.CancellationToken);

            Assert.Equal(Described(whole.Where(finding => finding.Location.SourceTree == tree)), Described(live));
        }

        return whole.Length;
    }

    private static IEnumerable<string> Described(IEnumerable<Diagnostic> findings) =>
        findings.Select(finding => $"{finding} {string.Join(' ', finding.AdditionalLocations.Select(place => place.GetLineSpan()))}").Order(StringComparer.Ordinal);

    /// <summary>The program without every member that the failure does not need.</summary>
    private static async Task<IReadOnlyList<(string Name, string Text)>> Smallest(IReadOnlyList<(string Name, string Text)> files)
    {
        foreach (var smaller in GeneratedProgram.Smaller(files))
        {
            try
            {
                await Check(smaller);
            }
            catch (Xunit.Sdk.XunitException exception) when (!exception.Message.Contains("does not compile", StringComparison.Ordinal))
            {
                return await Smallest(smaller);
            }
            catch (Xunit.Sdk.XunitException)
            {
            }
        }

        return files;
    }
}
