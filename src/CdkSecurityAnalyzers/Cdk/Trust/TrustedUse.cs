using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>A project or a pipeline that runs nothing but what people with write access have brought in, and what others may have in common with it.</summary>
/// <param name="Construction">What makes it.</param>
/// <param name="Creation">Where it is made.</param>
/// <param name="Project">The project; null for a pipeline.</param>
internal sealed record TrustedUse(ConstructionEvent Construction, Site Creation, CodeBuildProject? Project)
{
    public bool IsPipeline => Project is null;

    /// <summary>The roles that it runs with, and those that it hands on to what it starts.</summary>
    public ImmutableArray<BuildRole> Roles { get; init; } = [];

    /// <summary>Where in S3 its builds keep their cache; null when they do not, and when that is not known.</summary>
    public BuildCache? Cache { get; init; }

    /// <summary>The buckets and repositories that it reads.</summary>
    public ImmutableArray<object> ReadResources { get; init; } = [];

    /// <summary>The projects that a pipeline starts.</summary>
    public ImmutableArray<Binding> Projects { get; init; } = [];

    /// <summary>Whether others decide that it is so.</summary>
    public bool IsOfOthers { get; init; }

    /// <summary>Whether no condition of the program decides about any of it.</summary>
    public bool IsCertain { get; init; }
}
