using System.Collections.Immutable;
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
    public Task<ImmutableArray<Diagnostic>> Findings()
    {
        var sources = Sources().ToLookup(source => source.Name == TestProgram.FileName);
        return Analysis.Run(
            sources[true].Single().Text,
            new ProgramOptions
            {
                CdkVersions = [CdkLibrary.Runnable],
                OutputKind = OutputKind.ConsoleApplication,
                GlobalUsings = false,
                MoreSources = [.. sources[false]],
            });
    }

    /// <summary>Its source files, and the one that the SDK adds.</summary>
    public IEnumerable<(string Name, string Text)> Sources() =>
        from path in Directory.EnumerateFiles(Repository.PathOf("samples", name), "*.cs").Order(StringComparer.Ordinal).Append(ImplicitUsingsFileName)
        let file = Path.GetFileName(path)
        select (file, file == ImplicitUsingsFileName ? TestProgram.GlobalUsingsWithoutCdk : Repository.Read("samples", name, file));
}
