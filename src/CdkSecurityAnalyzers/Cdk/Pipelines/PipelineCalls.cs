using System.Collections.Generic;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Pipelines;

/// <summary>What a root does to pipelines, stages, waves and steps after their creation, found by the value that it is done to.</summary>
internal sealed class PipelineCalls
{
    private readonly Dictionary<Value, List<CallEvent>> calls = [];
    private readonly Dictionary<Value, MemberValue> innerPipelines = [];
    private readonly HashSet<Value> adopted = [];
    private readonly HashSet<Value> departed = [];

    private readonly ConstructEvents events;

    public PipelineCalls(Trace trace, ConstructEvents events)
    {
        Trace = trace;
        this.events = events;
        foreach (var @event in trace.Events)
        {
            switch (@event)
            {
                case CallEvent { Call: { Receiver: { } receiver } call } change when IsChange(call):
                    Add(receiver.Value, change);
                    break;
                case CallEvent { Call: { Receiver: { } receiver } call } when ResourceChanges.IsOverride(call):
                    RememberBehind(receiver.Value);
                    break;
                case AssignmentEvent assignment when CdkTypes.CfnPipeline.IsBaseOf(assignment.Member.ContainingType):
                    RememberBehind(assignment.Target);
                    break;
                case ConstructionEvent construction when CdkTypes.DeliveryPipeline.Is(construction.Constructor.ContainingType):
                    Adopt(construction);
                    break;
                case LeaveEvent leave:
                    AddAlternatives(departed, leave.Leaving.Value);
                    break;
            }
        }
    }

    public Trace Trace { get; }

    /// <summary>Whether the program writes into the resource of a construct, in some world.</summary>
    public bool IsOverridden(Value construct)
    {
        foreach (var @event in events.About(construct))
        {
            if (@event is CallEvent or AssignmentEvent)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether something is done to a stage, wave or step of which it cannot be told which it is.</summary>
    public bool AreSomeLost { get; private set; }

    /// <summary>The calls of a method on a value in a world, in program order.</summary>
    public IEnumerable<CallValue> On(Value value, string method, World world)
    {
        if (!calls.TryGetValue(value, out var all))
        {
            yield break;
        }

        foreach (var change in all)
        {
            if (
                change.Call.Method.Name == method
                && world.Takes(change.Path)
                && ReferenceEquals(world.Resolve(change.Call.Receiver!.Value.Value), value)
            )
            {
                yield return change.Call;
            }
        }
    }

    /// <summary>The pipeline that CDK Pipelines makes inside of a construct: <c>pipeline.Pipeline</c>; null when the program does not mention it.</summary>
    public MemberValue? InnerOf(Value pipeline) => innerPipelines.TryGetValue(pipeline, out var inner) ? inner : null;

    /// <summary>Whether a pipeline is given to CDK Pipelines, which adds its stages.</summary>
    public bool IsAdopted(Value pipeline) => adopted.Contains(pipeline);

    /// <summary>Whether other code gets hold of a value in some world.</summary>
    public bool Leaves(Value value) => departed.Contains(value);

    private static bool IsChange(CallValue call) =>
        call.Method.Name
            is "AddStage"
                or "AddWave"
                or "AddAction"
                or "AddTrigger"
                or "AddPre"
                or "AddPost"
                or "AddStepDependency"
                or "Stage"
        && CdkTypes.IsOfPipelines(call.Method.ContainingType);

    private void Add(Value receiver, CallEvent change)
    {
        switch (receiver)
        {
            case ChoiceValue choice:
                Add(choice.WhenTrue.Value, change);
                Add(choice.WhenFalse.Value, change);
                return;
            case MemberValue { Member.Name: "Pipeline", Receiver: { } owner } inner
                when CdkTypes.IsOfPipelines(inner.Member.ContainingType):
                Remember(owner.Value, inner);
                break;

            // What the root is given is nobody's that it makes.
            case UnknownValue { Reason: UnknownReason.Parameter or UnknownReason.SharedState }:
                return;
            case CallValue { Method.Name: "AddStage" or "AddWave" or "Stage" }:
            case ObjectValue:
                break;
            default:
                AreSomeLost = true;
                return;
        }

        if (!calls.TryGetValue(receiver, out var known))
        {
            calls.Add(receiver, known = []);
        }

        if (known.Count == 0 || !ReferenceEquals(known[known.Count - 1], change))
        {
            known.Add(change);
        }
    }

    private void RememberBehind(Value resource)
    {
        foreach (var construct in ResourceReference.ConstructsBehind(resource))
        {
            if (construct is MemberValue { Member.Name: "Pipeline", Receiver: { } owner } inner)
            {
                Remember(owner.Value, inner);
            }
        }
    }

    private void Remember(Value owner, MemberValue inner)
    {
        if (owner is ChoiceValue choice)
        {
            Remember(choice.WhenTrue.Value, inner);
            Remember(choice.WhenFalse.Value, inner);
        }
        else
        {
            innerPipelines[owner] = inner;
        }
    }

    private void Adopt(ConstructionEvent construction)
    {
        if (construction.Argument("props") is { } props)
        {
            AdoptFrom(props.Value);
        }
    }

    private void AdoptFrom(Value props)
    {
        switch (props)
        {
            case ChoiceValue choice:
                AdoptFrom(choice.WhenTrue.Value);
                AdoptFrom(choice.WhenFalse.Value);
                break;
            case ObjectValue known when known.TryGet("CodePipeline", out var given):
                AddAlternatives(adopted, given.Value);
                break;
        }
    }

    private static void AddAlternatives(HashSet<Value> values, Value value)
    {
        if (value is ChoiceValue choice)
        {
            AddAlternatives(values, choice.WhenTrue.Value);
            AddAlternatives(values, choice.WhenFalse.Value);
        }
        else
        {
            values.Add(value);
        }
    }
}
