using System.Collections.Generic;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.CodeBuild;

/// <summary>The filter groups on which a program calls <c>AndActorAccountIs</c> and throws the result away.</summary>
internal sealed class DiscardedGates
{
    /// <summary>Each group with the paths on which an actor filter for it is thrown away.</summary>
    private readonly Dictionary<CallValue, List<PathCondition?>> discards = [];

    public DiscardedGates(Trace trace)
    {
        foreach (var @event in trace.Events)
        {
            if (@event is DiscardEvent discard)
            {
                var groups = new HashSet<CallValue>();
                Collect(discard.Discarded, isGated: false, groups);
                foreach (var group in groups)
                {
                    Add(group, discard.Path);
                }
            }
        }
    }

    /// <summary>Whether an actor filter for a group is thrown away in a world.</summary>
    public bool Contains(World world, CallValue group) => discards.TryGetValue(group, out var paths) && paths.Exists(world.Takes);

    private void Add(CallValue group, PathCondition? path)
    {
        if (!discards.TryGetValue(group, out var paths))
        {
            paths = [];
            discards.Add(group, paths);
        }

        paths.Add(path);
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
