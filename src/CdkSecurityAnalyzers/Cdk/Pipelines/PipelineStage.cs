using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Pipelines;

/// <summary>A stage of a pipeline, in one world of the program. Stages run one after the other.</summary>
/// <param name="Site">What makes it: the creation of its props, or the call that adds it.</param>
internal sealed record PipelineStage(Site Site, Spelling Spelling)
{
    /// <summary>The name; null when nothing of it is known.</summary>
    public PipelineName? Name { get; init; }

    /// <summary>What gives the name, when nothing of it is known.</summary>
    public Binding? UnknownName { get; init; }

    public ImmutableArray<PipelineAction> Actions { get; init; } = [];

    /// <summary>False when there may be further actions.</summary>
    public bool AreActionsComplete { get; init; }

    /// <summary>Whether the way into the stage may be closed, so that somebody has to open it first.</summary>
    public bool MayBeClosed { get; init; }

    /// <summary>Whether some action of the stage may ask a person, or cannot be read.</summary>
    public bool MayApprove
    {
        get
        {
            foreach (var action in Actions)
            {
                if (action.MayApprove)
                {
                    return true;
                }
            }

            return !AreActionsComplete;
        }
    }

    /// <summary>Whether a person may have been asked in this stage when one of its actions begins.</summary>
    public bool MayApproveBefore(PipelineAction action)
    {
        foreach (var other in Actions)
        {
            if (other.MayApprove && other.Order.MayPrecede(action.Order))
            {
                return true;
            }
        }

        return !AreActionsComplete;
    }
}
