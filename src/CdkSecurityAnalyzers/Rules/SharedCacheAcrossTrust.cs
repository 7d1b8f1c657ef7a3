using CdkSecurityAnalyzers.Cdk.Trust;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Builds of pull requests and trusted builds keep their cache in one place.</summary>
internal sealed class SharedCacheAcrossTrust() : TrustJoinRule(Definition, TrustJoinKind.Cache)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.SharedCacheAcrossTrust,
        title: "Pull-request builds can poison the cache of trusted builds",
        messageFormat: "{0} keep their cache where {1} keeps its own: what they leave there gets into its builds",
        RuleCategories.Builds,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A cache holds compilers' results and packages that nobody looks at again. Give the builds of pull requests a prefix of their own, "
            + "or better a bucket.",
        345,
        653
    );
}
