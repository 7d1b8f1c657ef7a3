using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for secrets in buildspecs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PlaintextBuildSpecSecretFixes)), Shared]
public sealed class PlaintextBuildSpecSecretFixes() : FindingFixProvider(RuleIds.PlaintextBuildSpecSecret, new StoreBuildSpecVariable());
