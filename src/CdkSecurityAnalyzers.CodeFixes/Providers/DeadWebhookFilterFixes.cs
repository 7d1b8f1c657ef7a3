using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for filters that can never match.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeadWebhookFilterFixes)), Shared]
public sealed class DeadWebhookFilterFixes() : FindingFixProvider(RuleIds.DeadWebhookFilter, new CorrectFilter());
