using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>A CodeBuild project and what contains its builds, in one world of the program.</summary>
internal sealed class ContainedBuild(CodeBuildProject project, BuildExposure exposure)
{
    public CodeBuildProject Project { get; } = project;

    /// <summary>Who can get code into its builds.</summary>
    public BuildExposure Exposure { get; } = exposure;

    /// <summary>Whether others decide that it is so: whoever takes the project or its webhook, or calls what was read.</summary>
    public bool IsOfOthers { get; init; }

    /// <summary>Whether no condition of the program decides about any of it.</summary>
    public bool IsCertain { get; init; }

    /// <summary>What matters whoever starts its builds.</summary>
    public BuildSettings Settings { get; init; } = new();

    /// <summary>Of a build that pull requests reach: what makes it privileged; null when nothing does.</summary>
    public TemplateScalar? Privilege { get; init; }

    /// <summary>Of a build that pull requests reach: what lets people open sessions in it; null when nothing does.</summary>
    public TemplateScalar? DebugSessions { get; init; }

    /// <summary>Of a build that pull requests reach: what makes its webhook start batch builds; null when nothing does.</summary>
    public TemplateScalar? BatchBuild { get; init; }

    /// <summary>Of a build that pull requests reach: where its buildspec comes from.</summary>
    public BuildSpecSource BuildSpec { get; init; }

    /// <summary>The secrets that the build is given as variables. Of a build that is neither public nor reached by pull requests they are not read.</summary>
    public ImmutableArray<ReceivedSecret> Secrets { get; init; } = [];

    /// <summary>The role that the builds have; null when it is not known.</summary>
    public BuildRole? Role { get; init; }

    /// <summary>Of a build that pull requests reach: what the program says that the role may do; null when it says nothing.</summary>
    public HeldPolicies? Policies { get; init; }

    /// <summary>The calls that give the role access to resources.</summary>
    public ImmutableArray<CallValue> Grants { get; init; } = [];

    /// <summary>Where in S3 the builds keep their cache; null when they do not, and when that is not known.</summary>
    public BuildCache? Cache { get; init; }

    /// <summary>Of a build that pull requests reach: the buckets and repositories that it may write to, each with what lets it.</summary>
    public ImmutableArray<(object Resource, Binding Written, Spelling Spelling)> WrittenResources { get; init; } = [];

    /// <summary>Of a trusted build: the buckets and repositories that it reads.</summary>
    public ImmutableArray<object> ReadResources { get; init; } = [];

    /// <summary>Of a build that pull requests reach: whether the role has a permissions boundary.</summary>
    public RoleBoundary Boundary { get; init; }

    /// <summary>Tells whether code outside of what was read may give roles a boundary.</summary>
    public System.Func<bool> MayBeBoundedElsewhere { private get; init; } = static () => false;

    /// <summary>Whether the role is known to have no boundary.</summary>
    public bool LacksBoundary => Boundary.Presence == Presence.Absent && !MayBeBoundedElsewhere();

    /// <summary>Of a build that pull requests reach: what lets it reach everything from inside a VPC; null when nothing is known to.</summary>
    public OpenNetwork? OpenNetwork { get; init; }

    /// <summary>Of a build that pull requests reach: whether it is known to run in no VPC.</summary>
    public bool IsOutsideVpc { get; init; }

    /// <summary>Of a build that pull requests reach: values that decide verdicts and are not known.</summary>
    public ImmutableArray<SecurityValue> Values { get; init; } = [];
}
