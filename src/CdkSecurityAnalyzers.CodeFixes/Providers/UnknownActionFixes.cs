using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for actions that do not exist.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownActionFixes)), Shared]
public sealed class UnknownActionFixes() : FindingFixProvider(RuleIds.UnknownAction, new CorrectAction());
