using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.Pipelines;
using CdkSecurityAnalyzers.Patterns;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>No command of a pipeline that builds runs a tool that looks for weaknesses, vulnerable packages or secrets.</summary>
internal sealed class NoCodeInspection() : PipelineRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.NoCodeInspection,
        title: "Pipeline builds without a code-inspection step",
        messageFormat: "No command of this pipeline inspects what it builds: add a scanner for code, packages or secrets",
        RuleCategories.Pipelines,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "A scanner in the pipeline finds known weaknesses, vulnerable packages and leaked secrets before they are deployed. "
            + "Name tools of your own in cdksec.additional_code_scanners.",
        1104
    );

    /// <summary>How commands name the tools. Each is told by its own documentation.</summary>
    private static readonly ImmutableArray<string> Scanners =
    [
        "ash",
        "automated-security-helper",
        "bandit",
        "brakeman",
        "cargo audit",
        "cargo deny",
        "cdk-nag",
        "cfn-lint",
        "cfn-guard",
        "cfn_nag_scan",
        "checkov",
        "codeql",
        "dependency-check",
        "dependency-check.sh",
        "detect-secrets",
        "docker scout",
        "dotnet list package --vulnerable",
        "dotnet package list --vulnerable",
        "dotnet sonarscanner",
        "dotnet-sonarscanner",
        "git-secrets",
        "gitleaks",
        "gosec",
        "govulncheck",
        "grype",
        "kics",
        "njsscan",
        "npm audit",
        "osv-scanner",
        "pip-audit",
        "pnpm audit",
        "safety check",
        "safety scan",
        "security-scan",
        "semgrep",
        "snyk",
        "sonar-scanner",
        "terrascan",
        "tfsec",
        "trivy",
        "trufflehog",
        "veracode",
        "yarn audit",
        "yarn npm audit",
    ];

    protected override void Check(DeliveryPipeline pipeline, FindingSink findings)
    {
        if (!pipeline.AreStagesComplete || !Builds(pipeline))
        {
            return;
        }

        var scanners = Scanners.AddRange(findings.Setting(Settings.AdditionalCodeScanners, pipeline.Construct));
        if (!MayInspect(pipeline, scanners))
        {
            findings.Report(new PipelineFinding(pipeline).Build(Definition, pipeline.Construct));
        }
    }

    private static bool Builds(DeliveryPipeline pipeline)
    {
        foreach (var stage in pipeline.Stages)
        {
            foreach (var action in stage.Actions)
            {
                if (action.Commands is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool MayInspect(DeliveryPipeline pipeline, ImmutableArray<string> scanners)
    {
        foreach (var stage in pipeline.Stages)
        {
            if (!stage.AreActionsComplete)
            {
                return true;
            }

            foreach (var action in stage.Actions)
            {
                if (action.Kind is null or { Provider: ActionKind.InspectorScan } || MayInspect(action.Commands, scanners))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool MayInspect(BuildCommands? commands, ImmutableArray<string> scanners)
    {
        if (commands is null)
        {
            return false;
        }

        foreach (var command in commands.Known)
        {
            if (CommandWords.NamesAny(command, scanners))
            {
                return true;
            }
        }

        return !commands.IsComplete;
    }
}
