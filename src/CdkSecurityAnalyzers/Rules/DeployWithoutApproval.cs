using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.Pipelines;
using CdkSecurityAnalyzers.Patterns;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>What comes from a repository outside of AWS is deployed to production, and nobody is asked before.</summary>
internal sealed class DeployWithoutApproval() : PipelineRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = RuleDescriptor.Create(
        RuleIds.DeployWithoutApproval,
        title: "Pipeline deploys to production without a person's approval",
        messageFormat: "'{0}' deploys what comes from {1} without a person's approval: let a manual approval come first",
        RuleCategories.Pipelines,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Whoever gets code onto the branch of the pipeline is in production without anybody looking. "
            + "A manual approval before the production stage makes a person look.",
        284
    );

    private static readonly ImmutableArray<string> UsualNames = ["prod", "production", "live", "release"];

    protected override void Check(DeliveryPipeline pipeline, FindingSink findings)
    {
        if (pipeline.ThirdPartySource is not { } source)
        {
            return;
        }

        foreach (var (stage, action) in pipeline.UnapprovedDeployments())
        {
            if ((AsProduction(stage.Name, findings) ?? AsProduction(action.Name, findings)) is { } name)
            {
                findings.Report(
                    new PipelineFinding(pipeline)
                        .SpelledAs(stage.Spelling)
                        .Before(stage, action)
                        .BornAt(name.Written)
                        .At(source.Site)
                        .Build(Definition, name.Site, name.Text.ToString(), Host(source))
                );
                return;
            }
        }
    }

    private static PipelineName? AsProduction(PipelineName? name, FindingSink findings)
    {
        if (name is not { } known)
        {
            return null;
        }

        var configured = findings.Setting(Settings.ProductionNames, known.Site);
        return EnvironmentName.Says(known.Text, configured.IsEmpty ? UsualNames : configured) ? name : null;
    }

    private static string Host(PipelineAction source) =>
        source.Kind switch
        {
            { Provider: ActionKind.GitHub } => "GitHub",
            { Provider: ActionKind.Connection } => "a connected repository",
            _ => "outside of AWS",
        };
}
