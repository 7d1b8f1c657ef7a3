using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for parameters that show secrets.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(VisibleSecretParameterFixes)), Shared]
public sealed class VisibleSecretParameterFixes()
    : FindingFixProvider(RuleIds.VisibleSecretParameter, new HideParameter(), new RemoveDefault());
