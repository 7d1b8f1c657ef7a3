using System;
using System.Threading;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Patterns;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A branch or tag filter finds the ref that it names inside other refs.</summary>
internal sealed class UnanchoredRefFilter() : PatternRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.UnanchoredRefFilter,
        title: "Branch or tag filter matches more refs than it names",
        messageFormat: "This filter searches for '{0}' and also accepts '{1}'",
        RuleCategories.Webhooks,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "CodeBuild searches the ref for the pattern, and the CDK adds no anchors to a branch name. "
            + "Tie the pattern to both ends of the ref: ^refs/heads/main$.",
        777,
        625,
        185
    );

    protected override Finding? Judge(Webhook webhook, WebhookFilter filter, WebhookFinding described, CancellationToken cancellationToken)
    {
        if (FilterPatterns.OfRef(filter, cancellationToken) is not { Kind: RefPatternKind.Unanchored } verdict)
        {
            return null;
        }

        var (prefix, suffix) = Around(filter.Written, verdict);
        return described
            .ReplacedBy(verdict.Anchored)
            .With(FindingProperties.Prefix, prefix)
            .With(FindingProperties.Suffix, suffix)
            .With(FindingProperties.ReplacementMember, FilterPatterns.VerbatimMethod(filter))
            .Build(Definition, filter.Pattern!, verdict.Intruder ?? "others");
    }

    /// <summary>What stands before and after the written text in the proposed pattern: a name that is computed stays computed between them.</summary>
    private static (string? Prefix, string? Suffix) Around(string? written, RefPattern verdict)
    {
        var start = string.IsNullOrEmpty(written) ? -1 : verdict.Anchored?.IndexOf(written, StringComparison.Ordinal) ?? -1;
        return start < 0 ? (null, null) : (verdict.Anchored!.Substring(0, start), verdict.Anchored.Substring(start + written!.Length));
    }
}
