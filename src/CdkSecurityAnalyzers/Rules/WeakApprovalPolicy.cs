using System.Threading;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Patterns;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>The approval policy is off, or people may approve who cannot change the repository, or it says something that does not exist.</summary>
internal sealed class WeakApprovalPolicy() : WebhookRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.WeakApprovalPolicy,
        title: "Pull-request approval policy is switched off or weakened",
        messageFormat: "'{0}' {1}",
        RuleCategories.Webhooks,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A pull-request build policy holds builds back until somebody with an approver role comments on the pull request. "
            + "Require it for all pull requests, and let only people approve who can change the repository.",
        862
    );

    protected override void Check(Webhook webhook, FindingSink findings, CancellationToken cancellationToken)
    {
        if (webhook.Policy is not { } policy)
        {
            return;
        }

        if (policy.Requires is { Text: { } requires })
        {
            if (requires == WebhookVocabulary.Disabled)
            {
                Report(
                    policy.Requires,
                    "switches comment approval off: pull requests are built without anybody's consent",
                    WebhookVocabulary.AllPullRequests
                );
                return;
            }

            if (!WebhookVocabulary.ApprovalValues.Contains(requires))
            {
                var nearest = NearestName.To(requires, WebhookVocabulary.ApprovalValues.Remove(WebhookVocabulary.Disabled));
                Report(
                    policy.Requires,
                    "is no value of RequiresCommentApproval" + Suggestion(nearest),
                    nearest ?? WebhookVocabulary.AllPullRequests
                );
            }
        }

        foreach (var role in policy.Roles)
        {
            if (role.Text is not { } name)
            {
                continue;
            }

            if (!WebhookVocabulary.ApproverRoles.Contains(name))
            {
                var nearest = NearestName.To(name, WebhookVocabulary.ApproverRoles);
                Report(role, "is no approver role" + Suggestion(nearest), nearest);
            }
            else if (SourceProvider.NameOf(webhook.Provider) is { } provider && !SourceProvider.HasRole(webhook.Provider!, name))
            {
                Report(role, $"is a role of another provider: nobody has it in a {provider} repository", replacement: null);
            }
            else if (WebhookVocabulary.WeakApproverRoles.Contains(name))
            {
                Report(role, "lets people approve builds who cannot change the repository", replacement: null);
            }
        }

        void Report(TemplateScalar value, string effect, string? replacement) =>
            findings.Report(
                new WebhookFinding(webhook)
                    .SpelledAs(value.Spelling)
                    .BornAt(value.Written)
                    .ReplacedBy(replacement)
                    .Build(Definition, value.Site, value.Text!, effect)
            );
    }

    private static string Suggestion(string? nearest) => nearest is null ? string.Empty : $"; did you mean '{nearest}'?";
}
