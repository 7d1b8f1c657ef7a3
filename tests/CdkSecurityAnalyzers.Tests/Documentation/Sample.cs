using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Tests.Documentation;

/// <summary>One of the apps under <c>samples</c>, analyzed from its sources.</summary>
internal sealed class Sample(string name)
{
    private const string ImplicitUsingsFileName = "GlobalUsings.g.cs";

    public static Sample Vulnerable { get; } = new("VulnerablePipeline");

    public static Sample Hardened { get; } = new("HardenedPipeline");

    /// <summary>The lines that its comments mark.</summary>
    public IEnumerable<Mark> Marks => Sources().SelectMany(source => Mark.In(source.Name, source.Text));

    /// <summary>What is reported at the default severities; fails when the app does not compile.</summary>
    public Task<ImmutableArray<Diagnostic>> Findings() => Analysis.Run(Program, Options);

    /// <summary>The template of one of its stacks.</summary>
    public JsonNode Template(string stack) =>
        Synthesis.Templates(Program.Replace("Outdir = \"cdk.out\"", "", StringComparison.Ordinal), Options)[stack];

    /// <summary>Its reviewed files, which become code.</summary>
    public IEnumerable<(string Name, string Text)> ReviewedFiles() =>
        from path in Directory.EnumerateFiles(Repository.PathOf("samples", name)).Order(StringComparer.Ordinal)
        let file = Path.GetFileName(path)
        where file.EndsWith(".policy.json", StringComparison.Ordinal) || file.EndsWith("trusted-contributors.txt", StringComparison.Ordinal)
        select (file, Repository.Read("samples", name, file));

    /// <summary>Its first file.</summary>
    public string Program => Sources().Single(source => source.Name == TestProgram.FileName).Text;

    /// <summary>Its other files, and how it is compiled.</summary>
    public ProgramOptions Options =>
        new()
        {
            CdkVersions = [CdkLibrary.Runnable],
            OutputKind = OutputKind.ConsoleApplication,
            GlobalUsings = false,
            MoreSources = [.. Sources().Where(source => source.Name != TestProgram.FileName)],
            AdditionalFiles = [.. ReviewedFiles()],
        };

    /// <summary>Its source files, and the one that the SDK adds.</summary>
    public IEnumerable<(string Name, string Text)> Sources() =>
        from path in Directory.EnumerateFiles(Repository.PathOf("samples", name), "*.cs").Order(StringComparer.Ordinal).Append(ImplicitUsingsFileName)
        let file = Path.GetFileName(path)
        select (file, file == ImplicitUsingsFileName ? TestProgram.GlobalUsingsWithoutCdk : Repository.Read("samples", name, file));
}
