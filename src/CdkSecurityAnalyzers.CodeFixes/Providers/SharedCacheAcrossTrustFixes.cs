using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for caches that builds of pull requests share with trusted ones.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SharedCacheAcrossTrustFixes)), Shared]
public sealed class SharedCacheAcrossTrustFixes() : FindingFixProvider(RuleIds.SharedCacheAcrossTrust, new SeparateCache());
