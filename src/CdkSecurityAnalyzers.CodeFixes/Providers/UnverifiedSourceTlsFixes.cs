using System.Composition;
using CdkSecurityAnalyzers.CodeFixes.Fixes;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CdkSecurityAnalyzers.CodeFixes.Providers;

/// <summary>Fixes for sources whose certificate is not verified.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnverifiedSourceTlsFixes)), Shared]
public sealed class UnverifiedSourceTlsFixes() : FindingFixProvider(RuleIds.UnverifiedSourceTls, new VerifyCertificate());
