using System.Reflection;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Verification;

/// <summary>
/// One release of <c>Amazon.CDK.Lib</c> with everything a program needs to bind against it. An assembly has up to 92 MB, so that there is one
/// shared reference for each; the same references in every compilation also let Roslyn share the symbols.
/// </summary>
public sealed class CdkLibrary
{
    private static readonly Lazy<MetadataReference[]> Framework = new(
        () => [.. Directory.EnumerateFiles(BuildSetting("Framework"), "*.dll").Order(StringComparer.Ordinal).Select(ReferenceTo)]);

    private static readonly Lazy<MetadataReference[]> Companions = new(() => [.. BuildSettings("Reference").Select(ReferenceTo)]);

    private readonly Lazy<MetadataReference[]> references;

    private CdkLibrary(string version)
    {
        Version = version;
        references = new(() => [.. Framework.Value, .. Companions.Value, ReferenceTo(BuildSetting($"Cdk {version}"))]);
    }

    /// <summary>The oldest release that the analyzers promise to understand.</summary>
    public static CdkLibrary Oldest { get; } = new("2.103.0");

    /// <summary>The release that <see cref="Synthesis"/> runs programs on.</summary>
    public static CdkLibrary Runnable { get; } = new("2.160.0");

    /// <summary>The newest release that the analyzers are tested against.</summary>
    public static CdkLibrary Newest { get; } = new("2.277.0");

    public static IReadOnlyList<CdkLibrary> All { get; } = [Oldest, Runnable, Newest];

    /// <summary>The framework alone: what a project sees that does not use the CDK.</summary>
    public static IReadOnlyList<MetadataReference> FrameworkOnly => Framework.Value;

    public string Version { get; }

    /// <summary>The framework, the CDK, and the packages whose types appear in the CDK's signatures.</summary>
    public IReadOnlyList<MetadataReference> References => references.Value;

    /// <summary>The release's documentation comments, as its package brings them.</summary>
    public string DocumentationFile => Path.ChangeExtension(BuildSetting($"Cdk {Version}"), ".xml");

    public override string ToString() => Version;

    private static PortableExecutableReference ReferenceTo(string path) => MetadataReference.CreateFromFile(path);

    private static string BuildSetting(string name) => BuildSettings(name).Single();

    private static IEnumerable<string> BuildSettings(string name) =>
        typeof(CdkLibrary).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(attribute => attribute.Key == name)
            .Select(attribute => attribute.Value!);
}
