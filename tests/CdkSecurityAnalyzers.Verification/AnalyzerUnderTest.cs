using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdkSecurityAnalyzers.Verification;

/// <summary>An analyzer with the code fixes that belong to it: the product's own, or a toy by which the checks themselves are tested.</summary>
public sealed record AnalyzerUnderTest(Func<DiagnosticAnalyzer> CreateAnalyzer, Func<ImmutableArray<CodeFixProvider>> CreateFixes)
{
    public static AnalyzerUnderTest Product { get; } = new(() => new CdkSecurityAnalyzer(), DiscoverFixes);

    /// <summary>Finds the providers as an IDE does, by their export attribute, so that a provider without it fails its tests.</summary>
    private static ImmutableArray<CodeFixProvider> DiscoverFixes() =>
        [.. Assembly.Load("CdkSecurityAnalyzers.CodeFixes").GetTypes()
            .Where(type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is { } export && export.Languages.Contains(LanguageNames.CSharp))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    /// <summary>The lines of a global analyzer config that give rules their default severity although they are off by default.</summary>
    internal string Enabling(IEnumerable<string> ruleIds)
    {
        var descriptors = CreateAnalyzer().SupportedDiagnostics;
        return "is_global = true\n" + string.Concat(ruleIds.Select(id => $"dotnet_diagnostic.{id}.severity = {SeverityOf(descriptors.First(d => d.Id == id))}\n"));
    }

    /// <summary>What <c>NoWarn</c> has to list for a test that is about <see cref="ProgramOptions.Only"/> some rules.</summary>
    internal IEnumerable<string> SwitchedOff(ProgramOptions options) =>
        options.Only is not { } only ? [] : CreateAnalyzer().SupportedDiagnostics.Select(d => d.Id).Distinct().Where(id => !only.Contains(id));

    private static string SeverityOf(DiagnosticDescriptor descriptor) => descriptor.DefaultSeverity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "suggestion",
        _ => "silent",
    };
}
