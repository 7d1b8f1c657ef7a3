using System.Collections.Generic;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Template;

/// <summary>
/// What happens to each construct after its creation, in program order: so that reading a thousand constructs does not mean to look a thousand times at
/// what happens to all of them.
/// </summary>
internal sealed class ConstructEvents
{
    private static readonly List<TraceEvent> None = [];

    private readonly Dictionary<Value, List<TraceEvent>> events = [];

    public ConstructEvents(Trace trace)
    {
        foreach (var @event in trace.Events)
        {
            if (SubjectOf(@event) is not { } subject)
            {
                continue;
            }

            foreach (var construct in ResourceReference.ConstructsBehind(subject))
            {
                Add(construct, @event);
            }
        }
    }

    /// <summary>The events that may be about a construct or its resource: a list, because going through it takes no memory. Nobody writes it.</summary>
    public List<TraceEvent> About(Value construct) => events.TryGetValue(construct, out var known) ? known : None;

    private void Add(Value construct, TraceEvent @event)
    {
        if (!events.TryGetValue(construct, out var known))
        {
            known = [];
            events.Add(construct, known);
        }

        if (known.Count == 0 || !ReferenceEquals(known[known.Count - 1], @event))
        {
            known.Add(@event);
        }
    }

    private static Value? SubjectOf(TraceEvent @event) =>
        @event switch
        {
            AssignmentEvent assignment when CdkTypes.CfnResource.IsBaseOf(assignment.Member.ContainingType) => assignment.Target,
            CallEvent { Call: { Receiver: { } receiver } call } when ResourceChanges.IsOverride(call) => receiver.Value,
            LeaveEvent leave => leave.Leaving.Value,
            _ => null,
        };
}
