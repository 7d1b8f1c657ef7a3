using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk;

/// <summary>The worlds in which a root ends in an exception, so that nothing is synthesized.</summary>
internal sealed class ThrownWorlds(Trace trace)
{
    private readonly ImmutableArray<ThrowEvent> throws = [.. trace.Events.OfType<ThrowEvent>()];

    /// <summary>Whether a world is known to be one of them, by what a reader has asked about it.</summary>
    public bool Contains(World world) => throws.Any(thrown => IsKnownToTake(world, thrown.Path));

    /// <summary>Whether the answers that a world has given already lead down a path.</summary>
    public static bool IsKnownToTake(World world, PathCondition? path)
    {
        for (var step = path; step is not null; step = step.Outer)
        {
            if (world.KnownAnswer(step.Condition) != step.Answer)
            {
                return false;
            }
        }

        return true;
    }
}
