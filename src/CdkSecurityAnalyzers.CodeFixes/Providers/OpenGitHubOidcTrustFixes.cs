using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for roles that trust too many GitHub workflows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OpenGitHubOidcTrustFixes)), Shared]
public sealed class OpenGitHubOidcTrustFixes() : FindingFixProvider(RuleIds.OpenGitHubOidcTrust, new LimitGitHubTrust());
