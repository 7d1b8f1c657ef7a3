using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>What a root does to statements, policies and identities, found by the value that it is done to.</summary>
internal sealed class PolicyTrace
{
    private readonly Dictionary<Value, List<(int Order, TraceEvent Event)>> changes = [];
    private readonly Dictionary<(Value Owner, string Member), List<(int Order, TraceEvent Event)>> changesOfMembers = [];
    private readonly Dictionary<CallValue, int> orders = [];
    private readonly Dictionary<Value, List<LeaveEvent>> departures = [];
    private readonly HashSet<ObjectValue> constructed = [];

    public PolicyTrace(Trace trace)
    {
        Trace = trace;
        for (var order = 0; order < trace.Events.Length; order++)
        {
            switch (trace.Events[order])
            {
                case CallEvent { Call: { Receiver: { } receiver } call } @event when CdkTypes.IsOfIam(call.Method.ContainingType):
                    Add(receiver.Value, order, @event);
                    orders[call] = order;
                    break;
                case AssignmentEvent assignment when CdkTypes.IsOfIam(assignment.Member.ContainingType):
                    Add(assignment.Target, order, assignment);
                    break;
                case LeaveEvent leave:
                    foreach (var part in PolicyValues.All(leave.Leaving.Value).OfType<ObjectValue>())
                    {
                        Add(departures, part, leave);
                    }

                    break;
                case ConstructionEvent construction:
                    constructed.Add(construction.Instance);
                    break;
            }
        }
    }

    public Trace Trace { get; }

    /// <summary>Whether the root creates an object itself.</summary>
    public bool Creates(Value value) => value is ObjectValue instance && constructed.Contains(instance);

    /// <summary>What the root does to a value in a world, in order: the calls of its methods, the assignments of its properties.</summary>
    /// <param name="until">The call before which everything happens; null for all.</param>
    public IEnumerable<TraceEvent> Changes(Value value, World world, CallValue? until = null)
    {
        if (!changes.TryGetValue(value, out var all))
        {
            return [];
        }

        var end = until is not null && orders.TryGetValue(until, out var order) ? order : int.MaxValue;
        return all.Where(change => change.Order < end && world.Takes(change.Event.Path)).Select(static change => change.Event);
    }

    /// <summary>What the root does to what a member gives: <c>policy.Document.AddStatements(…)</c>.</summary>
    public IEnumerable<TraceEvent> ChangesOfMember(Value owner, string member, World world) =>
        changesOfMembers.TryGetValue((owner, member), out var all)
            ? all.Where(change => world.Takes(change.Event.Path)).Select(static change => change.Event)
            : [];

    /// <summary>Whether a value, or something that holds it, leaves the root in a world.</summary>
    public bool Leaves(Value value, World world) =>
        departures.TryGetValue(value, out var leaves) && leaves.Any(leave => world.Takes(leave.Path));

    private void Add(Value receiver, int order, TraceEvent @event)
    {
        Add(changes, receiver, (order, @event));
        if (receiver is MemberValue { Receiver: { } owner } member)
        {
            Add(changesOfMembers, (owner.Value, member.Member.Name), (order, @event));
        }
    }

    private static void Add<TKey, TElement>(Dictionary<TKey, List<TElement>> lists, TKey key, TElement element)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(element);
    }
}
