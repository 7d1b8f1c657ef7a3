using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>What a build of pull requests has in common with a trusted one or with a pipeline.</summary>
internal enum TrustJoinKind
{
    /// <summary>Both have the same role.</summary>
    Role,

    /// <summary>Both keep their cache in the same place.</summary>
    Cache,

    /// <summary>The one writes to a bucket or repository that the other reads.</summary>
    Resource,
}

/// <summary>Something by which code of pull requests comes to a trusted build or a pipeline, in some world of the program.</summary>
/// <param name="Written">What the program gives the build of pull requests.</param>
/// <param name="Other">Where the program gives it to the other; where it makes the other, when that is not said.</param>
/// <param name="IsOfOthers">Whether others decide that it is so.</param>
internal sealed record TrustJoin(
    TrustJoinKind Kind,
    ContainedBuild Reachable,
    TrustedUse Trusted,
    Binding Written,
    Spelling Spelling,
    Site Other,
    bool IsOfOthers
);
