using System;
using CdkSecurityAnalyzers.Evaluation;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>CDKSEC904: a rule, or the reading before it, failed. The analysis of everything else goes on.</summary>
internal static class InternalError
{
    public static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.InternalError,
        "A rule failed (please report)",
        "{0} failed with {1}: {2}; what it would have found here is missing",
        RuleCategories.Analysis,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An error in this analyzer, not in your code. The other rules are not affected; please report it with the code that it stands on."
    );

    /// <summary>The finding for a rule that failed on a root.</summary>
    public static Finding Of(Rule rule, Exception exception, Site site) =>
        new(Descriptor, site, [rule.Descriptor.Id, exception.GetType().Name, exception.Message]);

    /// <summary>The diagnostic for a failure outside of the rules.</summary>
    public static Diagnostic In(string what, Exception exception, Location? location) =>
        Diagnostic.Create(Descriptor, location, what, exception.GetType().Name, exception.Message);
}
