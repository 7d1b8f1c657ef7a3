using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for builds of pull requests with a role that can do harm.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PowerfulUntrustedBuildFixes)), Shared]
public sealed class PowerfulUntrustedBuildFixes() : FindingFixProvider(RuleIds.PowerfulUntrustedBuild, new ApplyBoundary());
