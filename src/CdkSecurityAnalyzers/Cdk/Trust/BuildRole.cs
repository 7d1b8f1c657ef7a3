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
/// <param name="Identity">What tells it from other roles, as those who have policies are told apart: the project, where that makes its own.</param>
/// <param name="Written">What the program gives the project; null when it gives nothing.</param>
internal sealed record BuildRole(object Identity, BuildRoleOrigin Origin, Binding? Written, Spelling Spelling);
