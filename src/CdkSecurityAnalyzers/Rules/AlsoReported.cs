using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>What is reported only where somebody asks for it with <see cref="Settings.AlsoReport"/>, as the profile <c>Audit</c> does.</summary>
internal static class AlsoReported
{
    /// <summary>Build images with a fixed tag, for which the repository may hold another image tomorrow.</summary>
    public const string FixedImageTags = "fixed_image_tags";

    /// <summary>Builds of pull requests that reach the internet because they run in no VPC.</summary>
    public const string BuildsOutsideVpcs = "builds_outside_vpcs";

    public static readonly ImmutableArray<string> All = [FixedImageTags, BuildsOutsideVpcs];
}
