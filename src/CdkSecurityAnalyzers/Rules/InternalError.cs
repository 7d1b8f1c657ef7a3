using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Says that a rule, or the reading of a method, ended in an exception: its findings are missing, the others are not.</summary>
internal static class InternalError
{
    /// <summary>Takes the name of what failed, and the exception's type and message.</summary>
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.InternalError,
        title: "A rule failed (please report)",
        messageFormat: "'{0}' failed and its findings are missing here, please report it: {1}",
        RuleCategories.Analysis,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An error in the analyzer itself. Your code may be fine or not; this rule has not judged it.");
}
