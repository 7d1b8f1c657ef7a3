using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for filters that are lost with the group that a call returned.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DiscardedFilterGroupFixes)), Shared]
public sealed class DiscardedFilterGroupFixes() : FindingFixProvider(RuleIds.DiscardedFilterGroup, new UseResult());
