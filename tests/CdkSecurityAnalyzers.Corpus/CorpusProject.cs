using System.Xml.Linq;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdkSecurityAnalyzers.Corpus;

/// <summary>
/// A C# project as it lies in a folder, neither restored nor built: its own files against the CDK, and against the projects of the folder that it references.
/// </summary>
public sealed class CorpusProject
{
    private const string ImplicitImports = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Preview, DocumentationMode.None);

    private readonly string path;
    private readonly XDocument definition;

    private CorpusProject(string path)
    {
        this.path = path;
        definition = XDocument.Load(path);
    }

    public string Name => Path.GetFileNameWithoutExtension(path);

    /// <summary>The projects of a folder and the folders in it, by path.</summary>
    public static IReadOnlyList<CorpusProject> In(string folder) =>
        [.. Files(folder, "*.csproj").Select(file => new CorpusProject(file))];

    public Compilation Compile() => Compile([]);

    /// <param name="referencing">The projects that wait for this one, so that two that reference each other come to an end.</param>
    private CSharpCompilation Compile(HashSet<string> referencing)
    {
        var output = Property("OutputType") is "Exe" or "WinExe" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var nullable = Property("Nullable") is "enable" or "annotations" ? NullableContextOptions.Enable : NullableContextOptions.Disable;
        return CSharpCompilation.Create(
            Name,
            Sources(),
            [.. CdkLibrary.Newest.References, .. References([.. referencing, path])],
            new CSharpCompilationOptions(output, allowUnsafe: true, nullableContextOptions: nullable));
    }

    private IEnumerable<SyntaxTree> Sources()
    {
        var folder = Path.GetDirectoryName(path)!;
        var nested = Files(folder, "*.csproj").Where(other => other != path).Select(other => Path.GetDirectoryName(other)!).Where(other => other != folder).ToList();
        foreach (var file in Files(folder, "*.cs").Where(file => !nested.Any(other => file.StartsWith(other + Path.DirectorySeparatorChar, StringComparison.Ordinal))))
        {
            yield return CSharpSyntaxTree.ParseText(File.ReadAllText(file), Language, file);
        }

        yield return CSharpSyntaxTree.ParseText(Imports(), Language);
    }

    private string Imports()
    {
        var named = Items("Using").Select(name => $"global using {name};");
        return string.Join('\n', Property("ImplicitUsings") is "enable" or "true" ? named.Prepend(ImplicitImports) : named);
    }

    private IEnumerable<MetadataReference> References(HashSet<string> referencing) =>
        Items("ProjectReference")
            .Select(reference => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, reference.Replace('\\', Path.DirectorySeparatorChar))))
            .Where(reference => File.Exists(reference) && !referencing.Contains(reference))
            .Select(reference => new CorpusProject(reference).Compile(referencing).ToMetadataReference());

    /// <summary>The value of a property in the project, or in the <c>Directory.Build.props</c> that is next above it.</summary>
    private string? Property(string name) => Value(definition, name) ?? (SharedDefinition() is { } shared ? Value(shared, name) : null);

    private XDocument? SharedDefinition()
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var shared = Path.Combine(folder, "Directory.Build.props");
            if (File.Exists(shared))
            {
                return XDocument.Load(shared);
            }
        }

        return null;
    }

    private static string? Value(XDocument document, string name) =>
        document.Descendants().LastOrDefault(element => element.Name.LocalName == name)?.Value.Trim();

    private IEnumerable<string> Items(string name) =>
        definition.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Attribute("Include")?.Value).OfType<string>();

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory
            .EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);
}
