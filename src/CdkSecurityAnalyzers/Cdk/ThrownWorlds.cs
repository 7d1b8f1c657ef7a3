using System.Collections.Generic;
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

    /// <summary>
    /// Whether a world is one of them, as far as that hangs on what a reader has asked about it. Of a path that the world has begun to take, the rest is asked:
    /// whichever way it goes on, there may be an exception.
    /// </summary>
    public bool Contains(World world)
    {
        var open = new List<ThrowEvent>(throws);
        while (open.FirstOrDefault(thrown => IsKnownToBegin(world, thrown.Path)) is { } begun)
        {
            if (world.Takes(begun.Path))
            {
                return true;
            }

            open.Remove(begun);
        }

        return false;
    }

    /// <summary>Whether the answers that a world has given lead down a path, though perhaps not to its end.</summary>
    private static bool IsKnownToBegin(World world, PathCondition? path)
    {
        var isBegun = path is null;
        for (var step = path; step is not null; step = step.Outer)
        {
            var answer = world.KnownAnswer(step.Condition);
            if (answer is null ? step.Condition.IsUnread : answer != step.Answer)
            {
                return false;
            }

            isBegun |= answer is not null;
        }

        return isBegun;
    }

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
