using System;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Pipelines;

/// <summary>Reads the pipelines that a root makes: L2, L1, and those of CDK Pipelines.</summary>
internal sealed class PipelineReader
{
    private const string ResourceType = "AWS::CodePipeline::Pipeline";

    private readonly Trace trace;
    private readonly ConstructEvents events;
    private readonly ThrownWorlds thrownWorlds;
    private readonly Func<bool> isAbsenceUnknown;
    private readonly PipelineCalls calls;

    /// <param name="isAbsenceUnknown">Whether code outside of the root may change its pipelines, so that what is missing may be there.</param>
    public PipelineReader(Trace trace, ConstructEvents events, ThrownWorlds thrownWorlds, Func<bool> isAbsenceUnknown)
    {
        this.trace = trace;
        this.events = events;
        this.thrownWorlds = thrownWorlds;
        this.isAbsenceUnknown = isAbsenceUnknown;
        calls = new PipelineCalls(trace, events);
    }

    /// <summary>Whether a construction may make a pipeline.</summary>
    public static bool IsAbout(ConstructionEvent construction)
    {
        var type = construction.Constructor.ContainingType;
        return CdkTypes.Pipeline.Is(type)
            || CdkTypes.DeliveryPipeline.Is(type)
            || CdkTypes.CfnPipeline.Is(type)
            || (CdkTypes.CfnResource.Is(type) && IsPipelineResource(construction));
    }

    /// <summary>Whether the props of a template resource may say that it is a pipeline.</summary>
    private static bool IsPipelineResource(ConstructionEvent construction)
    {
        var props = construction.Argument("props")?.Value;
        return props is ChoiceValue
            || (
                props is ObjectValue known
                && known.TryGet("Type", out var type)
                && type.Value is ChoiceValue or ConstantValue { Content: ResourceType }
            );
    }

    /// <summary>The pipeline of a construction in a world; null when it makes none there.</summary>
    public DeliveryPipeline? Read(World world, ConstructionEvent construction)
    {
        if (!world.ComesTo(construction.Path))
        {
            return null;
        }

        var type = construction.Constructor.ContainingType;
        var read =
            CdkTypes.DeliveryPipeline.Is(type) ? ReadDelivery(world, construction)
            : CdkTypes.Pipeline.Is(type) ? ReadL2(world, construction)
            : ReadL1(world, construction);
        return read is null || thrownWorlds.Contains(world) ? null : read with { IsOfCaller = world.IsOfCaller };
    }

    private DeliveryPipeline? ReadDelivery(World world, ConstructionEvent construction)
    {
        var reader = new DeliveryReader(world, calls, events);
        var read = reader.Read(construction);
        if (reader.Fails || read is null)
        {
            return null;
        }

        return read with
        {
            AreStagesComplete =
                read.AreStagesComplete
                && IsAbsenceKnown(world, construction.Instance, isResource: false)
                && reader.Inner.All(inner => IsAbsenceKnown(world, inner, isResource: false)),
            ArePositionsUsed = ArePositionsUsed(construction.Instance) || reader.Inner.Any(ArePositionsUsed),
        };
    }

    private DeliveryPipeline? ReadL2(World world, ConstructionEvent construction)
    {
        if (calls.IsAdopted(construction.Instance))
        {
            return null;
        }

        var renderer = new PipelineRenderer(world, calls);
        var declared = renderer.Render(construction);
        return renderer.Fails ? null : Decode(world, construction, declared, isResource: false);
    }

    private DeliveryPipeline? ReadL1(World world, ConstructionEvent construction)
    {
        var reader = new TemplateReader(world);
        var props = construction.Argument("props") is { } given ? world.Resolve(given).Value as ObjectValue : null;
        TemplateObject? declared;
        if (!CdkTypes.CfnResource.Is(construction.Constructor.ContainingType))
        {
            declared = props is null ? Unknown(construction.Site) : Overrides.Empty(construction.Site);
            foreach (var name in PipelineDecoder.ReadProperties)
            {
                declared = declared.With(name, props is null ? null : reader.ReadMember(props, name, Spelling.Template));
            }
        }
        else if (props is null || reader.ReadMember(props, "Type", Spelling.Template) is not TemplateScalar { Text: ResourceType })
        {
            return null;
        }
        else
        {
            declared = reader.ReadMember(props, "Properties", Spelling.Template) switch
            {
                TemplateObject properties => properties,
                null => Overrides.Empty(construction.Site),
                _ => Unknown(construction.Site),
            };
        }

        return reader.Fails ? null : Decode(world, construction, declared, isResource: true);
    }

    private DeliveryPipeline? Decode(World world, ConstructionEvent construction, TemplateObject declared, bool isResource)
    {
        var reader = new TemplateReader(world);
        var reference = new ResourceReference(construction.Instance, isResource);
        var changes = new ResourceChanges(events.About(construction.Instance), world, reference, reader, PipelineDecoder.ReadProperties);
        var properties = changes.ApplyTo(declared);
        return reader.Fails
            ? null
            : new PipelineDecoder(world, calls).Decode(
                properties,
                construction.Creation,
                IsAbsenceKnown(world, construction.Instance, isResource)
            ) with
            {
                IsLeaving = calls.Leaves(construction.Instance),
                ArePositionsUsed = ArePositionsUsed(construction.Instance),
            };
    }

    private bool ArePositionsUsed(Value construct)
    {
        foreach (var @event in events.About(construct))
        {
            if (@event is CallEvent { Call: var call } && ResourceChanges.MayReachInto(call, "Stages"))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAbsenceKnown(World world, Value construct, bool isResource)
    {
        if (!trace.IsComplete || calls.AreSomeLost || (construct is HeapValue kept && world.HasEscaped(kept)) || isAbsenceUnknown())
        {
            return false;
        }

        var reference = new ResourceReference(construct, isResource);
        foreach (var @event in events.About(construct))
        {
            if (
                @event is LeaveEvent { Kind: LeaveKind.Passed } leave
                && reference.IsDenotedBy(leave.Leaving.Value, world)
                && world.Takes(leave.Path)
            )
            {
                return false;
            }
        }

        return true;
    }

    private static TemplateObject Unknown(Site site) => new(TemplateMembers.Empty, isComplete: false, site, Spelling.Template);
}
