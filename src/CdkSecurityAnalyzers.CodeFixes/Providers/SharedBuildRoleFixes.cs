using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for roles that builds of pull requests share with trusted ones.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SharedBuildRoleFixes)), Shared]
public sealed class SharedBuildRoleFixes() : FindingFixProvider(RuleIds.SharedBuildRole, new SeparateRole());
