using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for pull requests that are deployed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PullRequestDeploymentFixes)), Shared]
public sealed class PullRequestDeploymentFixes() : FindingFixProvider(RuleIds.PullRequestDeployment, new ApproveFirst());
