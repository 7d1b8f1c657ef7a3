using System.Collections.Generic;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.CodeBuild;

/// <summary>The filter groups on which a program calls <c>AndActorAccountIs</c> and throws the result away.</summary>
internal sealed class DiscardedGates
{
    private readonly List<(HashSet<CallValue> Groups, PathCondition? Path)> discards = [];

    public DiscardedGates(Trace trace)
    {
        foreach (var @event in trace.Events)
        {
            if (@event is DiscardEvent discard)
            {
                var groups = new HashSet<CallValue>();
                Collect(discard.Discarded, isGated: false, groups);
                if (groups.Count > 0)
                {
                    discards.Add((groups, discard.Path));
                }
            }
        }
    }

    /// <summary>Whether an actor filter for a group is thrown away in a world.</summary>
    public bool Contains(World world, CallValue group)
    {
        foreach (var (groups, path) in discards)
        {
            if (groups.Contains(group) && world.Takes(path))
            {
                return true;
            }
        }

        return false;
    }

    private static void Collect(Value value, bool isGated, HashSet<CallValue> groups)
    {
        while (value is CallValue call && FilterGroupMethod.IsOn(call.Method))
        {
            if (isGated && !groups.Add(call))
            {
                return;
            }

            isGated |= call.Method.Name == FilterGroupMethod.ActorMethod;
            if (call.Receiver is not { } receiver)
            {
                return;
            }

            value = receiver.Value;
        }

        if (value is ChoiceValue choice)
        {
            Collect(choice.WhenTrue.Value, isGated, groups);
            Collect(choice.WhenFalse.Value, isGated, groups);
        }
    }
}
