using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Cdk.Pipelines;

/// <summary>The commands that a build runs.</summary>
/// <param name="Known">Those that can be read, as far as they can.</param>
/// <param name="IsComplete">False when there may be others, or when parts of them cannot be read.</param>
internal sealed record BuildCommands(ImmutableArray<string> Known, bool IsComplete)
{
    public static readonly BuildCommands Unknown = new([], IsComplete: false);
}
