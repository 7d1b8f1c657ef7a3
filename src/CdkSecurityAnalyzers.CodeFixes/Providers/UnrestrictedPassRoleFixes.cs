using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for roles that may be passed to any service.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnrestrictedPassRoleFixes)), Shared]
public sealed class UnrestrictedPassRoleFixes() : FindingFixProvider(RuleIds.UnrestrictedPassRole, new RestrictPassRole());
