using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for pushes that build whatever the branch.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PushFromAnyBranchFixes)), Shared]
public sealed class PushFromAnyBranchFixes() : FindingFixProvider(RuleIds.PushFromAnyBranch, new LimitPushesToMainBranch());
