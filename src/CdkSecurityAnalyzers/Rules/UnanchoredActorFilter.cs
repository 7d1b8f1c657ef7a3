using System;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Patterns;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>An actor filter finds the ids that it lists inside other ids.</summary>
internal sealed class UnanchoredActorFilter() : PatternRule(Definition)
{
    private const string Prefix = "^(";

    private const string Suffix = ")$";

    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.UnanchoredActorFilter,
        title: "Actor filter matches more accounts than it lists",
        messageFormat: "Any {0} whose id {1} can start this build{2}",
        RuleCategories.Webhooks,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "CodeBuild searches the account id for the pattern. Account ids are handed out in sequence, so an id that contains a listed one "
            + "can be had. Tie the list to both ends of the id: ^(123|456)$.",
        777,
        625,
        185
    );

    protected override Finding? Judge(Webhook webhook, WebhookFilter filter, WebhookFinding described, CancellationToken cancellationToken)
    {
        if (FilterPatterns.OfActor(filter, webhook, cancellationToken) is not { Kind: ActorPatternKind.Unanchored } verdict)
        {
            return null;
        }

        var isWrappable = IsWrappable(filter.Pattern!, verdict, webhook, cancellationToken);
        return described
            .ReplacedBy(verdict.Anchored)
            .With(FindingProperties.Prefix, isWrappable ? Prefix : null)
            .With(FindingProperties.Suffix, isWrappable ? Suffix : null)
            .Build(Definition, FilterPatterns.AccountOf(webhook), Condition(filter.Pattern!, verdict), FilterPatterns.Example(verdict));
    }

    /// <summary>What the id of an account must be like to be let through.</summary>
    private static string Condition(string pattern, ActorPattern verdict)
    {
        var inside = verdict.Accounts.FirstOrDefault(account => verdict.Intruder?.IndexOf(account, StringComparison.Ordinal) >= 0);
        return inside is not null && pattern.IndexOfAny(['^', '$']) < 0 ? $"contains '{inside}'" : $"contains a match of '{pattern}'";
    }

    private static bool IsWrappable(string pattern, ActorPattern verdict, Webhook webhook, CancellationToken cancellationToken)
    {
        var wrapped = ActorPattern.Classify(
            Prefix + pattern + Suffix,
            SourceProvider.HasNumericAccounts(webhook.Provider) ?? true,
            cancellationToken
        );
        return wrapped.Kind == ActorPatternKind.Exact && wrapped.Accounts.SequenceEqual(verdict.Accounts);
    }
}
