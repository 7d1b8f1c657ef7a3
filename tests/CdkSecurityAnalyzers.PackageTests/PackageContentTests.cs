using System.Xml.Linq;
using CdkSecurityAnalyzers.Tests.Documentation;
using Xunit;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>What is in the package, and nothing besides.</summary>
public sealed class PackageContentTests(PackageUnderTest package)
{
    [Fact]
    public void HoldsExactlyTheseFiles() =>
        Assert.Equal(
            [
                "CdkSecurityAnalyzers.nuspec",
                "README.md",
                "THIRD-PARTY-NOTICES.md",
                "analyzers/dotnet/cs/CdkSecurityAnalyzers.CodeFixes.dll",
                "analyzers/dotnet/cs/CdkSecurityAnalyzers.dll",
                "buildTransitive/CdkSecurityAnalyzers.props",
                "buildTransitive/CdkSecurityAnalyzers.targets",
                "buildTransitive/profiles/audit-warnings-as-errors.globalconfig",
                "buildTransitive/profiles/audit.globalconfig",
                "buildTransitive/profiles/default-warnings-as-errors.globalconfig",
                "buildTransitive/profiles/none.globalconfig",
                "buildTransitive/profiles/strict-warnings-as-errors.globalconfig",
                "buildTransitive/profiles/strict.globalconfig",
                "icon.png",
            ],
            package.Entries());

    [Fact]
    public void IsADevelopmentDependencyUnderAnOpenLicense()
    {
        var metadata = Metadata();

        Assert.Equal("true", metadata["developmentDependency"]);
        Assert.Equal("Apache-2.0", metadata["license"]);
        Assert.Equal("README.md", metadata["readme"]);
        Assert.Equal("icon.png", metadata["icon"]);
    }

    [Fact]
    public void ItsVersionIsThatOfTheDllsAndOfTheChangelog()
    {
        Assert.All(Dlls, dll => Assert.StartsWith(package.Version + "+", Assembly(dll).InformationalVersion, StringComparison.Ordinal));
        Assert.Matches($@"(?m)^## (\[Unreleased\] {package.Version}|\[{package.Version}\] - \d{{4}}-\d{{2}}-\d{{2}})$", Repository.Read("CHANGELOG.md"));
    }

    [Fact]
    public void TheDllsAreReproducibleAndHoldTheirSymbolsWhichLeadToThePublishedSources() =>
        Assert.All(Dlls, dll =>
        {
            var assembly = Assembly(dll);
            Assert.True(assembly.IsReproducible);
            Assert.Matches(@"""https://raw\.githubusercontent\.com/cdk-security-analyzers/cdk-security-analyzers/[0-9a-f]{40}/\*""", assembly.SourceLink);
        });

    [Fact]
    public void DependsOnNothing() => Assert.DoesNotContain("dependencies", Metadata().Keys);

    [Fact]
    public void TheOldestCompilerThatItAsksForIsTheOneThatItIsCompiledAgainst() =>
        Assert.Contains(
            $"<_CdkSecurityAnalyzersOldestCompiler>{string.Join('.', PackageUnderTest.BuildSetting("FloorRoslynVersion").Split('.').Take(2))}<",
            package.ReadText("buildTransitive/CdkSecurityAnalyzers.targets"),
            StringComparison.Ordinal);

    private static IEnumerable<string> Dlls => ["CdkSecurityAnalyzers.dll", "CdkSecurityAnalyzers.CodeFixes.dll"];

    private PackedAssembly Assembly(string dll) => PackedAssembly.Read(package.ReadBytes($"analyzers/dotnet/cs/{dll}"));

    private Dictionary<string, string> Metadata() =>
        XDocument.Parse(package.ReadText("CdkSecurityAnalyzers.nuspec")).Root!.Elements().Single().Elements()
            .ToDictionary(element => element.Name.LocalName, element => element.Value);
}
