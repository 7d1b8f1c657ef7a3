using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>CDKSEC903: a setting of the project says something that the analyzers do not understand, and has no effect as far as that goes.</summary>
internal static class InvalidConfiguration
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.InvalidConfiguration,
        "Invalid CdkSecurityAnalyzers configuration",
        "'{0}': {1}",
        RuleCategories.Analysis,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What is misspelt allows nothing, or something else than was meant. It is better told than ignored."
    );

    /// <param name="problem">What is wrong with the setting, as a clause.</param>
    public static Diagnostic Of(string key, string problem, Location location) => Diagnostic.Create(Descriptor, location, key, problem);
}
