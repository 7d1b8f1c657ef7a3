using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for filter groups that build anybody's pull requests.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UntrustedPullRequestBuildFixes)), Shared]
public sealed class UntrustedPullRequestBuildFixes()
    : FindingFixProvider(
        RuleIds.UntrustedPullRequestBuild,
        new BuildOnPushOnly(),
        new OnlyForTrustedActors(),
        new RequireCommentApproval(),
        new CreateContributorFile()
    );
