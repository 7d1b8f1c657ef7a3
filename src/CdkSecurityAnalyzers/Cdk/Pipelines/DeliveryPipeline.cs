using System.Collections.Immutable;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Pipelines;

/// <summary>A pipeline of CodePipeline, however it is made, in one world of the program.</summary>
/// <param name="Construct">Its creation.</param>
/// <param name="Stages">The stages that are known, in the order in which they run.</param>
internal sealed record DeliveryPipeline(Site Construct, ImmutableArray<PipelineStage> Stages)
{
    /// <summary>False when there may be further stages, wherever they stand.</summary>
    public bool AreStagesComplete { get; init; }

    /// <summary>Whether some run overrides parts of the stages by their position: no stage may come or go before them.</summary>
    public bool ArePositionsUsed { get; init; }

    public ImmutableArray<PipelineTrigger> Triggers { get; init; } = [];

    /// <summary>Whether a trigger may start it with the code of a pull request that nobody merged.</summary>
    public bool MayRunPullRequests { get; init; }

    /// <summary>The role that it runs with, as the program gives it; null when it is given none.</summary>
    public Binding? Role { get; init; }

    /// <summary>The bucket that its actions hand their results on by, as the program gives it; null when it is given none.</summary>
    public Binding? ArtifactBucket { get; init; }

    /// <summary>Whether the pipeline or a part of it leaves the method: whoever takes it may still change it.</summary>
    public bool IsLeaving { get; init; }

    /// <summary>Whether the caller of the method decides, by what it passes, that the pipeline is like this.</summary>
    public bool IsOfCaller { get; init; }

    /// <summary>Where the code comes from when it is a repository outside of AWS; null when it is not known to be one.</summary>
    public PipelineAction? ThirdPartySource
    {
        get
        {
            foreach (var stage in Stages)
            {
                foreach (var action in stage.Actions)
                {
                    if (action.Kind is { IsThirdPartySource: true })
                    {
                        return action;
                    }
                }
            }

            return null;
        }
    }

    /// <summary>Whether the pipeline is known to deploy something.</summary>
    public bool IsDeploying
    {
        get
        {
            foreach (var stage in Stages)
            {
                foreach (var action in stage.Actions)
                {
                    if (action.IsDeployment)
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }

    /// <summary>The deployments that certainly begin before a person was asked.</summary>
    public ImmutableArray<(PipelineStage Stage, PipelineAction Action)> UnapprovedDeployments()
    {
        if (!AreStagesComplete)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<(PipelineStage, PipelineAction)>();
        foreach (var stage in Stages)
        {
            if (stage.MayBeClosed)
            {
                break;
            }

            foreach (var action in stage.Actions)
            {
                if (action.IsDeployment && !stage.MayApproveBefore(action))
                {
                    found.Add((stage, action));
                }
            }

            if (stage.MayApprove)
            {
                break;
            }
        }

        return found.ToImmutable();
    }
}
