using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for secrets in plain-text variables.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PlaintextEnvironmentSecretFixes)), Shared]
public sealed class PlaintextEnvironmentSecretFixes() : FindingFixProvider(RuleIds.PlaintextEnvironmentSecret, new StoreVariable());
