using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for actor patterns that match more accounts than they list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnanchoredActorFilterFixes)), Shared]
public sealed class UnanchoredActorFilterFixes() : FindingFixProvider(RuleIds.UnanchoredActorFilter, new AnchorAccountIds());
