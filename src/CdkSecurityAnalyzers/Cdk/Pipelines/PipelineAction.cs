using System.Collections.Immutable;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Pipelines;

/// <summary>An action of a pipeline, in one world of the program.</summary>
/// <param name="Site">What makes it.</param>
internal sealed record PipelineAction(Site Site)
{
    /// <summary>The name; null when nothing of it is known.</summary>
    public PipelineName? Name { get; init; }

    /// <summary>What it does; null when that is not known.</summary>
    public ActionKind? Kind { get; init; }

    public RunOrder Order { get; init; } = RunOrder.Unknown;

    /// <summary>Whether it changes what is deployed.</summary>
    public bool IsDeployment { get; init; }

    /// <summary>The commands that it runs, if it runs any.</summary>
    public BuildCommands? Commands { get; init; }

    /// <summary>The CodeBuild project that it starts, as the program gives it; null when it starts none.</summary>
    public Binding? Project { get; init; }

    /// <summary>The roles that it runs with and hands on to what it starts, as far as the program gives them.</summary>
    public ImmutableArray<Binding> Roles { get; init; } = [];

    /// <summary>The bucket or repository of AWS that it takes code from, as the program gives it; null when there is none.</summary>
    public Binding? Source { get; init; }

    /// <summary>Whether a person may have to approve here.</summary>
    public bool MayApprove => Kind is null or { Category: ActionCategory.Approval };
}
