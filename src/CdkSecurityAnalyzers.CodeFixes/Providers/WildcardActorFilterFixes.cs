using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for actor patterns that any account matches.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WildcardActorFilterFixes)), Shared]
public sealed class WildcardActorFilterFixes()
    : FindingFixProvider(RuleIds.WildcardActorFilter, new ReplaceActorWildcard(), new CreateContributorFile());
