using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for roles that everybody may assume.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PublicTrustPolicyFixes)), Shared]
public sealed class PublicTrustPolicyFixes() : FindingFixProvider(RuleIds.PublicTrustPolicy, new TrustThisAccount());
