using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Pipelines;

/// <summary>
/// Reads a pipeline of CDK Pipelines as the stages and actions that it becomes (<c>PipelineGraph</c> of aws-cdk-lib): the source, the build, then one stage for
/// each wave.
/// </summary>
internal sealed class DeliveryReader(World world, PipelineCalls calls, ConstructEvents events)
{
    /// <summary>The id of the pipeline that CDK Pipelines makes (<c>CodePipeline.doBuildPipeline</c> of aws-cdk-lib).</summary>
    private const string InnerId = "Pipeline";

    private const string Triggers = "Triggers";

    private static readonly ImmutableArray<string> StageProperties = ["Stages", "DisableInboundStageTransitions"];

    private readonly StepReader steps = new(world, calls);
    private bool isComplete = true;
    private bool isLeaving;
    private bool hasChangeSets;

    /// <summary>Whether the CDK throws on what was read, so that nothing is synthesized.</summary>
    public bool Fails { get; private set; }

    /// <summary>What denotes the pipeline of CodePipeline that it becomes, apart from the children of the construct.</summary>
    public ImmutableArray<Value> Inner { get; private set; } = [];

    /// <summary>The pipeline; null when its props are not known.</summary>
    public DeliveryPipeline? Read(ConstructionEvent construction)
    {
        if (construction.Argument("props") is not { } given || world.Resolve(given).Value is not ObjectValue props)
        {
            return null;
        }

        var site = construction.Creation;
        hasChangeSets = !IsFalse(props, "UseChangeSets");
        isLeaving = calls.Leaves(construction.Instance);
        var inner = ReadInner(construction, props);
        var stages = inner.Stages.ToBuilder();
        var source = stages.Count;
        stages.Add(Build(props, site));
        foreach (var call in Waves(construction.Instance))
        {
            stages.Add(call.Method.Name == "AddWave" ? ReadWave(call) : ReadStage(call));
        }

        stages.Insert(
            source,
            new PipelineStage(site, Spelling.Delivery) { Actions = steps.Sources.ToImmutable(), AreActionsComplete = true }
        );
        return inner with
        {
            Construct = site,
            Stages = stages.ToImmutable(),
            AreStagesComplete = isComplete && inner.AreStagesComplete,
            IsLeaving = isLeaving,
        };
    }

    /// <summary>The pipeline that CDK Pipelines adds its stages to: one that it is given, or one that it makes.</summary>
    private DeliveryPipeline ReadInner(ConstructionEvent construction, ObjectValue props)
    {
        var renderer = new PipelineRenderer(world, calls);
        var alias = calls.InnerOf(construction.Instance);
        Inner = alias is null ? [] : [alias];
        DeliveryPipeline read;
        switch (ObjectMembers.Read(world, props, "CodePipeline", out var given))
        {
            case Presence.Absent:
                var settings = renderer.RenderSettings(construction.Instance, alias, new Binding(props, props.Site), construction.Creation);
                read = Decode(
                    construction,
                    settings.With("Stages", new TemplateList([], isComplete: true, settings.Site, settings.Spelling))
                );
                break;
            case Presence.Present
                when given.Value is ObjectValue pipeline
                    && calls.Trace.Events.OfType<ConstructionEvent>().FirstOrDefault(made => ReferenceEquals(made.Instance, pipeline))
                        is { } made
                    && CdkTypes.Pipeline.Is(made.Constructor.ContainingType):
                Inner = Inner.Add(pipeline);
                read = Decode(construction, renderer.Render(made, alias));
                var written = new Binding(pipeline, given.Site);
                read = read with
                {
                    AreStagesComplete = read.AreStagesComplete && !world.HasEscaped(pipeline),
                    Role = read.Role ?? written,
                    ArtifactBucket = read.ArtifactBucket ?? written,
                };
                break;
            default:
                return new DeliveryPipeline(construction.Creation, []) { MayRunPullRequests = true };
        }

        Fails |= renderer.Fails;
        var hasFurtherStages = alias is not null && calls.On(alias, "AddStage", world).Concat(calls.On(alias, "Stage", world)).Any();
        return read with { AreStagesComplete = read.AreStagesComplete && !hasFurtherStages };
    }

    /// <summary>
    /// The pipeline with what the program adds to it and writes into its resource. What is written into its stages counts on those that CDK Pipelines makes, such
    /// as those of assets.
    /// </summary>
    private DeliveryPipeline Decode(ConstructionEvent construction, TemplateObject declared)
    {
        var reader = new TemplateReader(world);
        var child = new ResourceReference(construction.Instance, isResource: false) { Child = InnerId };
        var properties = Change(declared, construction.Instance, child, reader);
        foreach (var inner in Inner)
        {
            properties = Change(properties, inner, new ResourceReference(inner, isResource: false), reader);
        }

        Fails |= reader.Fails;
        var areStagesKept = true;
        foreach (var name in StageProperties)
        {
            areStagesKept &= ReferenceEquals(properties[name], declared[name]);
            properties = properties.With(name, declared[name]);
        }

        var others = ChangesOfOtherChildren(construction.Instance, child);
        var read = new PipelineDecoder(world, calls).Decode(properties, construction.Creation, areStagesKept && others.Count == 0);
        return read with { MayRunPullRequests = read.MayRunPullRequests || others.Any(MayWriteTriggers) };
    }

    private TemplateObject Change(TemplateObject properties, Value construct, ResourceReference reference, TemplateReader reader) =>
        new ResourceChanges(events.About(construct), world, reference, reader, PipelineDecoder.ReadProperties).ApplyTo(properties);

    /// <summary>What is written into children of the construct that are not known to be the pipeline.</summary>
    private List<TraceEvent> ChangesOfOtherChildren(Value construct, ResourceReference child)
    {
        var others = new List<TraceEvent>(0);
        foreach (var @event in events.About(construct))
        {
            var target = @event switch
            {
                AssignmentEvent assignment => assignment.Target,
                CallEvent { Call.Receiver: { } receiver } => receiver.Value,
                _ => null,
            };
            if (target is not null && world.Takes(@event.Path) && !child.IsDenotedBy(target, world))
            {
                others.Add(@event);
            }
        }

        return others;
    }

    private static bool MayWriteTriggers(TraceEvent change) =>
        change is AssignmentEvent { Member.Name: Triggers }
        || (change is CallEvent { Call: var call } && ResourceChanges.MayReach(call, Triggers));

    private PipelineStage Build(ObjectValue props, Site site)
    {
        var actions = new List<PipelineAction>();
        if (ObjectMembers.Read(world, props, "Synth", out var synth) == Presence.Present)
        {
            steps.Add(synth, RunOrder.Unknown, actions);
        }
        else
        {
            isComplete = false;
        }

        if (MayAddCommands(props))
        {
            for (var index = 0; index < actions.Count; index++)
            {
                actions[index] = actions[index] with { Commands = BuildCommands.Unknown };
            }
        }

        return new PipelineStage(site, Spelling.Delivery) { Actions = [.. actions], AreActionsComplete = true };
    }

    private bool MayAddCommands(ObjectValue props) =>
        ObjectMembers.Read(world, props, "CodeBuildDefaults", out _) != Presence.Absent
        || ObjectMembers.Read(world, props, "SynthCodeBuildDefaults", out _) != Presence.Absent;

    private IEnumerable<CallValue> Waves(Value pipeline)
    {
        var added = calls.On(pipeline, "AddStage", world).ToList();
        var waves = calls.On(pipeline, "AddWave", world).ToList();
        return waves.Count == 0
            ? added
            : calls
                .Trace.Events.OfType<CallEvent>()
                .Select(static @event => @event.Call)
                .Where(call => added.Contains(call) || waves.Contains(call));
    }

    private PipelineStage ReadStage(CallValue call)
    {
        var actions = new List<PipelineAction>();
        var name = AddDeployment(call, RunOrder.Default, actions);
        return new PipelineStage(call.Site, Spelling.Delivery)
        {
            Name = name,
            Actions = [.. actions],
            AreActionsComplete = true,
        };
    }

    private PipelineStage ReadWave(CallValue call)
    {
        var actions = new List<PipelineAction>();
        isLeaving |= calls.Leaves(call);
        var isWholeWaveKnown = !world.HasEscaped(call);
        var options = ArgumentOf(call, 1);
        var hasPre = AddSteps(call, options, "Pre", "AddPre", RunOrder.Of(RunOrder.Default), actions);
        var added = calls.On(call, "AddStage", world).ToList();
        PipelineName? name = null;
        foreach (var stage in added)
        {
            name = AddDeployment(stage, hasPre ? RunOrder.Default + 1 : RunOrder.Default, actions);
        }

        AddSteps(call, options, "Post", "AddPost", RunOrder.From(RunOrder.Default + 1), actions);

        // A wave of one stage is that stage.
        return new PipelineStage(call.Site, Spelling.Delivery)
        {
            Name = added.Count == 1 ? name : NameOf(ArgumentOf(call, 0)),
            Actions = [.. actions],
            AreActionsComplete = isWholeWaveKnown,
        };
    }

    /// <summary>Adds the steps around a stage, and its deployment: of its stacks, the one that comes first.</summary>
    /// <param name="first">The order in which the stage begins.</param>
    /// <returns>The name of the stage.</returns>
    private PipelineName? AddDeployment(CallValue call, double first, List<PipelineAction> actions)
    {
        isLeaving |= calls.Leaves(call);
        isComplete &= !world.HasEscaped(call);
        var options = ArgumentOf(call, 1);
        var hasPre = AddSteps(call, options, "Pre", "AddPre", RunOrder.Of(first), actions);
        var earliest = first + (hasPre ? 1 : 0) + (hasChangeSets ? 1 : 0);
        var hasStackSteps = AddStackSteps(options, actions);
        var stage = ArgumentOf(call, 0);
        var name = stage is { } given ? StageNameOf(given) : null;
        actions.Add(
            new PipelineAction(call.Site)
            {
                Name = name,
                Kind = new ActionKind(ActionCategory.Deploy, ActionKind.CloudFormation),
                Order = hasStackSteps || steps.AreOrdersUnknown ? RunOrder.From(earliest) : RunOrder.Of(earliest),
                IsDeployment = true,
            }
        );
        AddSteps(call, options, "Post", "AddPost", RunOrder.From(earliest + 1), actions);
        return name;
    }

    /// <summary>Adds the steps that a stage or wave is given, and those that are added to it.</summary>
    /// <returns>Whether there are any.</returns>
    private bool AddSteps(CallValue call, Binding? options, string property, string method, RunOrder order, List<PipelineAction> actions)
    {
        var before = actions.Count;
        var areKnown = true;
        if (options is { Value: ObjectValue known })
        {
            if (ObjectMembers.Read(world, known, property, out var given) != Presence.Absent)
            {
                areKnown &= steps.AddAll(given, order, actions);
            }
        }
        else if (options is { Value: not NullValue })
        {
            areKnown = false;
        }

        foreach (var addition in calls.On(call, method, world))
        {
            areKnown &= addition.Arguments.Length == 1 && steps.AddAll(addition.Arguments[0].Binding, order, actions);
        }

        if (!areKnown)
        {
            actions.Add(new PipelineAction(call.Site) { Order = order });
        }

        return actions.Count > before;
    }

    private bool AddStackSteps(Binding? options, List<PipelineAction> actions)
    {
        if (options is not { Value: ObjectValue known } || ObjectMembers.Read(world, known, "StackSteps", out var given) == Presence.Absent)
        {
            return false;
        }

        var (elements, areAll) = given.Value is SequenceValue sequence ? world.Elements(sequence) : ([], false);
        foreach (var element in elements)
        {
            foreach (var property in (string[])["Pre", "ChangeSet", "Post"])
            {
                if (element.Value is not ObjectValue ofStack)
                {
                    areAll = false;
                }
                else if (ObjectMembers.Read(world, ofStack, property, out var stepsOfStack) != Presence.Absent)
                {
                    areAll &= steps.AddAll(stepsOfStack, RunOrder.Unknown, actions);
                }
            }
        }

        if (!areAll)
        {
            actions.Add(new PipelineAction(given.Site));
        }

        return true;
    }

    /// <summary>The name that the CDK gives to a stage: its own, or else its id (<c>Stage.stageName</c> of aws-cdk-lib).</summary>
    private PipelineName? StageNameOf(Binding given)
    {
        if (given.Value is not ObjectValue stage || !CdkTypes.DeploymentStage.IsBaseOf(stage.Type))
        {
            return null;
        }

        if (stage.Argument("props") is { } settings && world.Resolve(settings.Value) is var props and not NullValue)
        {
            if (props is not ObjectValue known)
            {
                return null;
            }

            switch (ObjectMembers.Read(world, known, "StageName", out var own))
            {
                case Presence.Present:
                    return PipelineName.Of(own.Value, own with { Site = given.Site });
                case Presence.Unknown:
                    return null;
            }
        }

        return stage.Argument("id") is { } id ? PipelineName.Of(world.Resolve(id).Value, id with { Site = given.Site }) : null;
    }

    private static PipelineName? NameOf(Binding? given) => given is { } name ? PipelineName.Of(name.Value, name) : null;

    private Binding? ArgumentOf(CallValue call, int ordinal)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter.Ordinal == ordinal)
            {
                return world.Resolve(argument.Binding);
            }
        }

        return null;
    }

    private bool IsFalse(ObjectValue props, string name) =>
        ObjectMembers.Read(world, props, name, out var given) == Presence.Present && given.Value is ConstantValue { Content: false };
}
