using System.Xml.Linq;
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
            ],
            package.Entries());

    [Fact]
    public void IsADevelopmentDependencyUnderAnOpenLicense()
    {
        var metadata = Metadata();

        Assert.Equal("true", metadata["developmentDependency"]);
        Assert.Equal("Apache-2.0", metadata["license"]);
        Assert.Equal("README.md", metadata["readme"]);
    }

    [Fact]
    public void DependsOnNothing() => Assert.DoesNotContain("dependencies", Metadata().Keys);

    [Fact]
    public void TheOldestCompilerThatItAsksForIsTheOneThatItIsCompiledAgainst() =>
        Assert.Contains(
            $"<_CdkSecurityAnalyzersOldestCompiler>{string.Join('.', PackageUnderTest.BuildSetting("FloorRoslynVersion").Split('.').Take(2))}<",
            package.ReadText("buildTransitive/CdkSecurityAnalyzers.targets"),
            StringComparison.Ordinal);

    private Dictionary<string, string> Metadata() =>
        XDocument.Parse(package.ReadText("CdkSecurityAnalyzers.nuspec")).Root!.Elements().Single().Elements()
            .ToDictionary(element => element.Name.LocalName, element => element.Value);
}
