using System.Threading;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Patterns;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>The pattern of an actor filter has a wildcard.</summary>
internal sealed class WildcardActorFilter() : PatternRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.WildcardActorFilter,
        title: "Actor filter matches any account",
        messageFormat: "Any {0}{1} can start this build{2}",
        RuleCategories.Webhooks,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A wildcard in an actor filter lets accounts through that nobody has named. List the trusted account ids: ^(123|456)$.",
        625,
        185
    );

    protected override Finding? Judge(
        Webhook webhook,
        WebhookFilter filter,
        WebhookFinding described,
        CancellationToken cancellationToken
    ) =>
        FilterPatterns.OfActor(filter, webhook, cancellationToken) is { Kind: ActorPatternKind.Wildcard } verdict
            ? described.Build(Definition, FilterPatterns.AccountOf(webhook), Condition(filter.Pattern!), FilterPatterns.Example(verdict))
            : null;

    /// <summary>What the id of an account must be like to be let through; nothing when the pattern is empty.</summary>
    private static string Condition(string pattern) => pattern.Length == 0 ? string.Empty : $" whose id contains a match of '{pattern}'";
}
