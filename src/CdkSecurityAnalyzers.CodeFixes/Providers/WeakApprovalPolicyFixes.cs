using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for approval policies that are off or ask the wrong people.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WeakApprovalPolicyFixes)), Shared]
public sealed class WeakApprovalPolicyFixes() : FindingFixProvider(RuleIds.WeakApprovalPolicy, new StrengthenApproval());
