using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for deployments to production that nobody approves.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeployWithoutApprovalFixes)), Shared]
public sealed class DeployWithoutApprovalFixes() : FindingFixProvider(RuleIds.DeployWithoutApproval, new ApproveFirst());
