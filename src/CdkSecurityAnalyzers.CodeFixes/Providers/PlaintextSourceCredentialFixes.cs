using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for credentials that stand in the template.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PlaintextSourceCredentialFixes)), Shared]
public sealed class PlaintextSourceCredentialFixes() : FindingFixProvider(RuleIds.PlaintextSourceCredential, new StoreCredential());
