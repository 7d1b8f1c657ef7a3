using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Cdk.CodeBuild;

/// <summary>Reads the construction of a CodeBuild project, and everything that the program does to it later, in one world.</summary>
internal sealed class ProjectReader(
    Trace trace,
    ConstructEvents events,
    DiscardedGates gates,
    ThrownWorlds thrownWorlds,
    Func<bool> isAbsenceUnknown
)
{
    /// <summary>The properties of the resource that this reader reads.</summary>
    public static readonly ImmutableArray<string> ReadProperties = ["Triggers", "Source"];

    private const string ResourceType = "AWS::CodeBuild::Project";

    private readonly ImmutableArray<(CallValue Group, PathCondition? Path)> discardedGroups = [.. DiscardedGroups(trace)];

    /// <summary>Whether a construction may make a CodeBuild project.</summary>
    public static bool IsAbout(ConstructionEvent construction)
    {
        var type = construction.Constructor.ContainingType;
        return IsL2(type) || CdkTypes.CfnProject.Is(type) || CdkTypes.CfnResource.Is(type);
    }

    /// <summary>The project; null when the construction does not happen in the world, makes something else, or ends in an exception.</summary>
    public CodeBuildProject? Read(World world, ConstructionEvent construction)
    {
        if (!world.ComesTo(construction.Path))
        {
            return null;
        }

        var groups = new FilterGroupRenderer(world, gates);
        var sources = new SourceReader(world, groups);
        var template = new TemplateReader(world);
        var type = construction.Constructor.ContainingType;
        var isL2 = IsL2(type);
        var declared = isL2 ? ReadProject(world, construction, sources) : ReadResource(world, construction, template);
        if (declared is null)
        {
            return null;
        }

        var reference = new ResourceReference(construction.Instance, isResource: !isL2);
        var properties = new ResourceChanges(events.About(construction.Instance), world, reference, template, ReadProperties).ApplyTo(
            declared
        );
        RenderDiscarded(world, groups);
        if (groups.Fails || sources.Fails || template.Fails || thrownWorlds.Contains(world))
        {
            return null;
        }

        var provider = ((properties["Source"] as TemplateObject)?["Type"] as TemplateScalar)?.Text;
        var site = SiteOf(construction);
        var happened = events.About(construction.Instance);
        var context = new WebhookContext(site)
        {
            Provider = provider,
            Construct = site,
            IsAbsenceKnown = trace.IsComplete && !HasEscaped(world, construction.Instance, reference, happened) && !isAbsenceUnknown(),
            ArePositionsUsed = ArePositionsUsed(happened),
            IsLeaving = Leaves(world, construction.Instance, happened),
        };
        var webhook = new WebhookDecoder(world).Decode(properties["Triggers"], context);
        return new CodeBuildProject(site, isL2, provider, webhook, construction) { IsCertain = world.IsCertain };
    }

    /// <summary>The CDK throws on an impossible group when it is made, whether or not anybody uses it.</summary>
    private void RenderDiscarded(World world, FilterGroupRenderer groups)
    {
        foreach (var (group, path) in discardedGroups)
        {
            if (ThrownWorlds.IsKnownToTake(world, path))
            {
                groups.Render(new Binding(group, group.Site));
            }
        }
    }

    private static IEnumerable<(CallValue Group, PathCondition? Path)> DiscardedGroups(Trace trace) =>
        from discard in trace.Events.OfType<DiscardEvent>()
        let call = discard.Discarded as CallValue
        where call is not null && FilterGroupMethod.IsOn(call.Method)
        select (call, discard.Path);

    private static bool IsL2(ITypeSymbol type) => CdkTypes.Project.Is(type) || CdkTypes.PipelineProject.Is(type);

    /// <summary>The creation expression, or the call of the base constructor when the created object was there before.</summary>
    private static Site SiteOf(ConstructionEvent construction) =>
        construction.Instance.Site.Operation is IObjectCreationOperation ? construction.Instance.Site : construction.Site;

    private static TemplateObject? ReadProject(World world, ConstructionEvent construction, SourceReader sources)
    {
        if (CdkTypes.PipelineProject.Is(construction.Constructor.ContainingType))
        {
            return Properties(construction, Text(SourceProvider.CodePipeline, construction.Site), triggers: null);
        }

        var settings = Props(world, construction) switch
        {
            { Value: ObjectValue props } => ObjectMembers.Read(world, props, "Source", out var source) switch
            {
                Presence.Absent => new SourceSettings("NO_SOURCE", Triggers: null),
                Presence.Present => sources.Read(source),
                _ => new SourceSettings(Provider: null, new TemplateUnknown(source, Spelling.FilterGroup)),
            },
            { Value: NullValue } => new SourceSettings("NO_SOURCE", Triggers: null),
            var props => new SourceSettings(Provider: null, new TemplateUnknown(props, Spelling.FilterGroup)),
        };
        return Properties(construction, settings.Provider is { } provider ? Text(provider, construction.Site) : null, settings.Triggers);
    }

    private static TemplateObject? ReadResource(World world, ConstructionEvent construction, TemplateReader reader)
    {
        var props = Props(world, construction);
        if (CdkTypes.CfnProject.Is(construction.Constructor.ContainingType))
        {
            return props.Value is ObjectValue known
                ? Properties(construction, SourceType(Member(known, "Source")), Member(known, "Triggers"))
                : Properties(construction, sourceType: null, new TemplateUnknown(props, Spelling.Template));
        }

        if (props.Value is not ObjectValue resource || Member(resource, "Type") is not TemplateScalar { Text: ResourceType })
        {
            return null;
        }

        return Member(resource, "Properties") switch
        {
            TemplateObject properties => properties,
            TemplateUnknown unknown => Properties(construction, sourceType: null, unknown),
            _ => Properties(construction, sourceType: null, triggers: null),
        };

        TemplateNode? Member(ObjectValue owner, string name) =>
            ObjectMembers.Read(world, owner, name, out var binding) switch
            {
                Presence.Absent => null,
                Presence.Present => reader.Read(binding, Spelling.Template),
                _ => new TemplateUnknown(binding, Spelling.Template),
            };

        static TemplateNode? SourceType(TemplateNode? source) => (source as TemplateObject)?["Type"];
    }

    private static Binding Props(World world, ConstructionEvent construction) =>
        construction.Argument("props") is { } props ? world.Resolve(props) : new Binding(construction.Instance, construction.Site);

    private static TemplateObject Properties(ConstructionEvent construction, TemplateNode? sourceType, TemplateNode? triggers)
    {
        var source = Overrides.Empty(construction.Site).With("Type", sourceType);
        return Overrides.Empty(construction.Site).With("Source", source).With("Triggers", triggers);
    }

    private static TemplateScalar Text(string text, Site site)
    {
        var value = new ConstantValue(text, site.Operation);
        return new TemplateScalar(value, new Binding(value, site), Spelling.FilterGroup);
    }

    private static bool ArePositionsUsed(List<TraceEvent> happened)
    {
        foreach (var change in happened)
        {
            if (change is CallEvent { Call: var call } && ResourceChanges.MayReachInto(call, "Triggers.FilterGroups"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a construct is returned or kept where other code can reach it.</summary>
    private static bool Leaves(World world, ObjectValue construct, List<TraceEvent> happened)
    {
        foreach (var @event in happened)
        {
            if (@event is LeaveEvent { Kind: not LeaveKind.Passed } leave && ReferenceEquals(world.Resolve(leave.Leaving.Value), construct))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasEscaped(World world, ObjectValue construct, ResourceReference reference, List<TraceEvent> happened)
    {
        if (world.HasEscaped(construct))
        {
            return true;
        }

        foreach (var @event in happened)
        {
            if (
                @event is LeaveEvent { Kind: LeaveKind.Passed } leave
                && reference.IsDenotedBy(leave.Leaving.Value, world)
                && world.Takes(leave.Path)
            )
            {
                return true;
            }
        }

        return false;
    }
}
