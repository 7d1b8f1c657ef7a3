using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Webhooks;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Switches a webhook without filter groups off.</summary>
internal sealed class SwitchWebhookOff() : FindingFix(Key, "Switch the webhook off (check that nothing relies on it)")
{
    public const string Key = nameof(SwitchWebhookOff);

    /// <remarks>Where an override took the groups away they are still written, and the CDK refuses groups of a webhook that is off.</remarks>
    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits) =>
        (finding.IsFilterGroup || finding.IsTemplate)
        && finding.Place(FindingProperties.Triggers) is { } triggers
        && triggers.Node is BaseObjectCreationExpressionSyntax creation
        && !IsForOrganization(triggers, creation)
        && ObjectProperties.TrySet(edits, triggers, finding.Value.Expression, WebhookProperties.Webhook, _ => "false");

    /// <summary>A source without a repository is there for its webhook only: the CDK refuses it without one.</summary>
    private static bool IsForOrganization(Place triggers, BaseObjectCreationExpressionSyntax creation) =>
        triggers.Model.GetTypeInfo(creation).Type?.Name == "GitHubSourceProps" && ObjectProperties.Value(creation, "Repo") is null;
}
