using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for builds of pull requests with a role that nothing bounds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnboundedUntrustedBuildFixes)), Shared]
public sealed class UnboundedUntrustedBuildFixes() : FindingFixProvider(RuleIds.UnboundedUntrustedBuild, new ApplyBoundary());
