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
        && (
            TryReplaceAssigned(finding.Value, edits)
            || ObjectProperties.TrySet(edits, triggers, finding.Value.Expression, WebhookProperties.Webhook, _ => "false")
        );

    /// <summary>Switches off where the value that counts is written, by an initializer or by a statement: of several the last one counts.</summary>
    private static bool TryReplaceAssigned(Place value, SolutionEdits edits)
    {
        if (
            value.Node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is not { } assignment
            || !assignment.Right.Span.Contains(value.Node.Span)
            || NameOf(assignment.Left) != WebhookProperties.Webhook
        )
        {
            return false;
        }

        edits.In(value).Replace(assignment.Right.Span, "false");
        return true;
    }

    private static string? NameOf(ExpressionSyntax target) =>
        target switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            _ => null,
        };

    /// <summary>A source without a repository is there for its webhook only: the CDK refuses it without one.</summary>
    private static bool IsForOrganization(Place triggers, BaseObjectCreationExpressionSyntax creation) =>
        triggers.Model.GetTypeInfo(creation).Type?.Name == "GitHubSourceProps" && ObjectProperties.Value(creation, "Repo") is null;
}
