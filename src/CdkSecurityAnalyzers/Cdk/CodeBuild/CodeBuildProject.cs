using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;

namespace CdkSecurityAnalyzers.Cdk.CodeBuild;

/// <summary>A CodeBuild project, in one world of the program.</summary>
/// <param name="ConstructSite">Its creation: <c>new Project(…)</c>; in the constructor of a subclass, the call of the base constructor.</param>
/// <param name="IsL2">Whether it is made through <c>Project</c> rather than as the template's resource.</param>
/// <param name="Provider">The type of its primary source: see <see cref="SourceProvider"/>; null when it is not known.</param>
/// <param name="Construction">What makes it.</param>
internal sealed record CodeBuildProject(Site ConstructSite, bool IsL2, string? Provider, Webhook Webhook, ConstructionEvent Construction)
{
    /// <summary>Whether no condition of the program decides about the project and its webhook.</summary>
    public bool IsCertain { get; init; }
}
