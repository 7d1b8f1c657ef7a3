using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for statements about every resource.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WildcardResourceFixes)), Shared]
public sealed class WildcardResourceFixes() : FindingFixProvider(RuleIds.WildcardResource, new SplitStarOnlyActions());
