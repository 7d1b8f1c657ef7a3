using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for ref patterns that match more than the branch or tag they name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnanchoredRefFilterFixes)), Shared]
public sealed class UnanchoredRefFilterFixes() : FindingFixProvider(RuleIds.UnanchoredRefFilter, new AnchorRef());
