using System.Threading;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Patterns;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>A branch or tag filter finds the ref that it names inside other refs.</summary>
internal sealed class UnanchoredRefFilter() : WebhookRule(Definition)
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
        777);

    protected override void Check(Webhook webhook, FindingSink findings, CancellationToken cancellationToken)
    {
        foreach (var group in webhook.Groups)
        {
            foreach (var filter in group.Filters)
            {
                if (filter is { Excludes: false, PatternBinding: { } pattern }
                    && FilterPatterns.OfRef(filter, cancellationToken) is { Kind: RefPatternKind.Unanchored } verdict)
                {
                    findings.Report(new WebhookFinding(webhook)
                        .SpelledAs(filter.PatternSpelling)
                        .BornAt(pattern)
                        .At(filter.Site, FindingProperties.Filter)
                        .In(group)
                        .ReplacedBy(verdict.Anchored, pattern, FilterPatterns.VerbatimMethod(filter))
                        .Build(Definition, pattern.Site, filter.Pattern!, verdict.Intruder ?? "others"));
                }
            }
        }
    }
}
