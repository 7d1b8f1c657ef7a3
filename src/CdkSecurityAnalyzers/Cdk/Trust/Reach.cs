namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>Who can get code of their own into the builds of a project.</summary>
internal enum Reach
{
    /// <summary>That cannot be told.</summary>
    Unknown,

    /// <summary>Only those who can write to the repository: no pull request starts a build.</summary>
    Trusted,

    /// <summary>Whoever sends a pull request that somebody lets in: an actor filter or an approval stands before the build.</summary>
    Gated,

    /// <summary>Whoever can open a pull request.</summary>
    Open,
}
