using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for builds of pull requests that reach everything.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OpenNetworkUntrustedBuildFixes)), Shared]
public sealed class OpenNetworkUntrustedBuildFixes() : FindingFixProvider(RuleIds.OpenNetworkUntrustedBuild, new BlockOutboundTraffic());
