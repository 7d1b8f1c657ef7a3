using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk;

/// <summary>Tells the worlds in which nothing is synthesized.</summary>
internal static class ThrownWorlds
{
    /// <summary>Whether a world is known to end in an exception, by what a reader has asked about it.</summary>
    public static bool IsThrown(this Trace trace, World world)
    {
        foreach (var @event in trace.Events)
        {
            if (@event is ThrowEvent && world.IsKnownToTake(@event.Path))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the answers that a world has given already lead down a path.</summary>
    public static bool IsKnownToTake(this World world, PathCondition? path)
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
