using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;

namespace CdkSecurityAnalyzers.Cdk.Pipelines;

/// <summary>What starts a pipeline of type V2 (CodePipeline User Guide, Filter triggers on code push or pull requests), in one world.</summary>
/// <param name="PullRequests">The filters for pull requests.</param>
/// <param name="Pushes">The filters for pushes.</param>
internal sealed record PipelineTrigger(ImmutableArray<TriggerFilter> PullRequests, ImmutableArray<TriggerFilter> Pushes);

/// <summary>A filter of a trigger.</summary>
/// <param name="Site">What makes it.</param>
internal sealed record TriggerFilter(Site Site, Spelling Spelling)
{
    /// <summary>
    /// Whether pull requests that nobody has accepted yet are known to pass. <c>CLOSED</c> stands for those that are merged (CodePipeline User Guide, Add trigger with
    /// code push or pull request event types).
    /// </summary>
    public bool TakesOpenPullRequests { get; init; }

    /// <summary>Whether it is known to name neither branches nor tags.</summary>
    public bool NamesNoRefs { get; init; }

    /// <summary>The pattern for branches that matches all of them, with none excluded; null when there is none.</summary>
    public TemplateScalar? EveryBranch { get; init; }

    /// <summary>The pattern for tags that matches all of them, with none excluded; null when there is none.</summary>
    public TemplateScalar? EveryTag { get; init; }
}
