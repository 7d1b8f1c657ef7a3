using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for webhooks without filter groups.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnfilteredWebhookFixes)), Shared]
public sealed class UnfilteredWebhookFixes()
    : FindingFixProvider(
        RuleIds.UnfilteredWebhook,
        new AddPushGroup(),
        new AddTrustedActorGroups(),
        new SwitchWebhookOff(),
        new CreateContributorFile()
    );
