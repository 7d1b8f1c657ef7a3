using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>Where the role of a project comes from.</summary>
internal enum BuildRoleOrigin
{
    /// <summary>The construct of the project makes it.</summary>
    Own,

    /// <summary>Another construct of the program makes it.</summary>
    Made,

    /// <summary>It is imported or passed in: what others have given it is not known.</summary>
    Given,
}

/// <summary>The role that the builds of a project have.</summary>
/// <param name="Identity">What tells it from other roles: the value that stands for it, or the literal ARN or name of an imported one.</param>
/// <param name="Holder">The value that has its policies: the role, or the project that makes its own.</param>
/// <param name="Written">What the program gives the project; null when it gives nothing.</param>
internal sealed record BuildRole(object Identity, Value Holder, BuildRoleOrigin Origin, Binding? Written, Spelling Spelling);
