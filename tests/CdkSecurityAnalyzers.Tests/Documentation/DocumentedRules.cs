using Microsoft.CodeAnalysis;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Documentation;

/// <summary>The rules that the analyzer declares.</summary>
internal static class DocumentedRules
{
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [.. new CdkSecurityAnalyzer().SupportedDiagnostics.DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    public static TheoryData<string> Ids => [.. All.Select(rule => rule.Id)];

    public static DiagnosticDescriptor WithId(string id) => All.Single(rule => rule.Id == id);

    /// <summary>How the tables call a rule's default severity.</summary>
    public static string Severity(DiagnosticDescriptor rule) => rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Off";

    /// <summary>The weaknesses that a rule is tagged with, as the tables list them.</summary>
    public static string Weaknesses(DiagnosticDescriptor rule)
    {
        const string Tag = "external/cwe/";
        var names = rule.CustomTags.Where(tag => tag.StartsWith(Tag, StringComparison.Ordinal)).Select(tag => tag[Tag.Length..].ToUpperInvariant()).ToList();
        return names.Count == 0 ? "none" : string.Join(", ", names);
    }
}
