using System.Reflection;

namespace CdkSecurityAnalyzers.Tests.Documentation;

/// <summary>The files of the repository that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string Root = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot")
        .Value!;

    public static string PathOf(params ReadOnlySpan<string> segments) => Path.Combine([Root, .. segments]);

    /// <summary>The text of a file, with line ends as they are committed.</summary>
    public static string Read(params ReadOnlySpan<string> segments) => File.ReadAllText(PathOf(segments)).ReplaceLineEndings("\n");
}
