using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>Who writes the commands of a build.</summary>
internal enum BuildSpecOrigin
{
    /// <summary>That cannot be told.</summary>
    Unknown,

    /// <summary>Whoever writes to the repository that is built: the buildspec is a file in it.</summary>
    Repository,

    /// <summary>The program: the template holds the commands, or a bucket does.</summary>
    Program,
}

/// <summary>Where the buildspec of a project comes from.</summary>
/// <param name="Written">What the program writes; null when it says nothing, so that the file in the repository counts.</param>
internal readonly record struct BuildSpecSource(BuildSpecOrigin Origin, Binding? Written, Spelling Spelling);
