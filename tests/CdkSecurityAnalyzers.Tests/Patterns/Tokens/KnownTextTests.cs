using CdkSecurityAnalyzers.Patterns.Tokens;
using CdkSecurityAnalyzers.Tests.Documentation;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns.Tokens;

/// <summary>What is written in documentation, and in this repository, is no token.</summary>
public sealed class KnownTextTests
{
    private static readonly string[] Folders = ["src", "tests", "tools", "samples"];

    public static TheoryData<string> DocumentationFiles =>
    [
        .. CdkDocumentation(),
        .. Directory.EnumerateFiles(FrameworkReferences(), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void The_documentation_is_found()
    {
        Assert.NotEmpty(CdkDocumentation());
        Assert.True(DocumentationFiles.Count > 50);
    }

    [Theory]
    [MemberData(nameof(DocumentationFiles), DisableDiscoveryEnumeration = true)]
    public void No_documentation_has_a_token(string file)
    {
        var tokens = File.ReadLines(file)
            .Select((line, index) => (Number: index + 1, Token: TokenScanner.Find(System.Net.WebUtility.HtmlDecode(line))))
            .Where(line => line.Token is not null)
            .Select(line => $"line {line.Number}: {line.Token!.Value.Format.Name}");

        Assert.Empty(tokens);
    }

    [Fact]
    public void No_constant_of_this_repository_is_a_token()
    {
        var files = Folders.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));
        var tokens = files.SelectMany(path => Constants(path).Where(text => TokenScanner.Find(text) is not null).Select(_ => path)).Distinct();

        Assert.Empty(tokens);
    }

    private static IEnumerable<string> Constants(string path) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(path), cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantTokens()
            .Where(token => token.Parent is LiteralExpressionSyntax or InterpolatedStringTextSyntax)
            .Select(token => token.ValueText);

    private static IEnumerable<string> CdkDocumentation() =>
        CdkSecurityAnalyzers.Verification.CdkLibrary.All
            .SelectMany(library => library.References)
            .Select(reference => Path.ChangeExtension(reference.Display!, "xml"))
            .Where(path => Path.GetFileName(path) == "Amazon.CDK.Lib.xml" && File.Exists(path));

    /// <summary>The reference assemblies' documentation, beside the runtime that runs the tests.</summary>
    private static string FrameworkReferences() =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs"));
}
