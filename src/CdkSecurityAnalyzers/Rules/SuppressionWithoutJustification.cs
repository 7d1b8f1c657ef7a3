using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>CDKSEC902: a finding is suppressed in the code, and nobody says why.</summary>
internal static class SuppressionWithoutJustification
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.SuppressionWithoutJustification,
        "A security finding is suppressed without a reason",
        "'{0}' is suppressed without a reason: {1}",
        RuleCategories.Analysis,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: false,
        "Whoever reads the code later cannot tell an accepted risk from a finding that was in the way."
    );

    /// <param name="ruleId">What is suppressed.</param>
    public static Diagnostic InPragma(string ruleId, Location location) =>
        Diagnostic.Create(Descriptor, location, ruleId, "write it in a comment behind the pragma");

    /// <inheritdoc cref="InPragma"/>
    public static Diagnostic InAttribute(string ruleId, Location location) =>
        Diagnostic.Create(Descriptor, location, ruleId, "give the attribute a Justification");
}
