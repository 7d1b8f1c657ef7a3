using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;
using CdkSecurityAnalyzers.Patterns.Tokens;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Cdk.Credentials;

/// <summary>Finds what one construct lets others see, with everything that is done to it after its creation.</summary>
internal sealed class ConstructExposures(World world, Trace trace, ConstructEvents events)
{
    /// <summary>The properties of resources that are read.</summary>
    public static readonly ImmutableArray<string> ReadProperties =
    [
        "Environment",
        "Source",
        "SecondarySources",
        "Description",
        "Tags",
        "Token",
        "AuthType",
        "ServerType",
        "AuthenticationConfiguration",
        "Stages",
    ];

    private const string SourceCredential = "AWS::CodeBuild::SourceCredential";

    public ImmutableArray<Exposure> Read(ConstructionEvent construction)
    {
        var type = construction.Constructor.ContainingType;
        var site = construction.Instance.Site.Operation is IObjectCreationOperation ? construction.Instance.Site : construction.Site;
        var walk = new ExposureWalk(world, site);
        if (CdkTypes.CfnParameter.Is(type))
        {
            ReadParameter(construction, site, walk);
        }
        else if (CdkTypes.AccessKey.Is(type) || CdkTypes.CfnAccessKey.Is(type))
        {
            walk.Add(new Exposure(ExposureKind.AccessKey, site));
        }
        else if (CdkTypes.CfnResource.IsBaseOf(type))
        {
            ReadResource(construction, walk);
        }
        else
        {
            ReadConstruct(construction, walk);
        }

        return walk.Found;
    }

    private void ReadResource(ConstructionEvent construction, ExposureWalk walk)
    {
        var reader = new TemplateReader(world);
        var type = construction.Constructor.ContainingType;
        var declared = Overrides.Empty(construction.Site);
        var isSourceCredential = CdkTypes.CfnSourceCredential.Is(type);
        var kept = KeptCredential.Of(type, resourceType: null);
        if (Props(construction) is { } props)
        {
            if (CdkTypes.CfnResource.Is(type))
            {
                var resourceType = (Member(props, "Type", reader) as TemplateScalar)?.Text;
                isSourceCredential = resourceType == SourceCredential;
                kept = resourceType is null ? [] : KeptCredential.Of(type, resourceType);
                declared = Member(props, "Properties", reader) as TemplateObject ?? declared;
            }
            else
            {
                var read = Relevant(kept);
                foreach (var name in read)
                {
                    declared = declared.With(name, Member(props, name, reader));
                }

                walk.VisitMembers(props, [.. read]);
            }
        }

        var properties = Changed(construction, declared, isResource: true, reader, kept);
        if (reader.Fails)
        {
            return;
        }

        ReadTemplate(construction, properties, kept, walk);
        if (isSourceCredential)
        {
            new TemplateExposures(walk).ReadSourceCredential(properties);
        }
    }

    /// <summary>What is kept is read by what it is, everything else by the names that it has.</summary>
    private void ReadTemplate(
        ConstructionEvent construction,
        TemplateObject properties,
        ImmutableArray<KeptCredential> kept,
        ExposureWalk walk
    )
    {
        var template = new TemplateExposures(walk);
        var id = kept.IsEmpty ? null : Id(construction);
        var members = properties.Members;
        foreach (var credential in kept)
        {
            template.ReadKept(credential, properties, id);
            members = members.Without(credential.Path[0]);
        }

        template.Read(kept.IsEmpty ? properties : new TemplateObject(members, properties.IsComplete, properties.Site, properties.Spelling));
    }

    private static ImmutableArray<string> Relevant(ImmutableArray<KeptCredential> kept) =>
        kept.IsEmpty ? ReadProperties : [.. ReadProperties, .. kept.SelectMany(static credential => credential.Properties)];

    private void ReadConstruct(ConstructionEvent construction, ExposureWalk walk)
    {
        var type = construction.Constructor.ContainingType;
        var reader = new TemplateReader(world);
        var declared = Overrides.Empty(construction.Site);
        var keeping = KeepingConstruct.Of(type);
        if (Props(construction) is { } props && (CdkTypes.Project.Is(type) || CdkTypes.PipelineProject.Is(type)))
        {
            declared = RenderProject(props, construction.Site);
            walk.VisitMembers(props, "EnvironmentVariables", "Environment", "BuildSpec", "Description");
        }
        else if (keeping is not null && Props(construction) is { } given)
        {
            foreach (var (prop, property) in keeping.Renamed)
            {
                declared = declared.With(property, Member(given, prop, reader));
            }

            walk.VisitMembers(given, [.. keeping.Renamed.Select(static renamed => renamed.Prop)]);
        }
        else
        {
            foreach (var argument in construction.Arguments)
            {
                walk.Visit(argument.Binding);
            }
        }

        var kept = keeping?.Kept(type) ?? [];
        ReadTemplate(construction, Changed(construction, declared, isResource: false, reader, kept), kept, walk);
    }

    /// <summary>The properties of the resource that an L2 project makes, as far as they are read (<c>Project.renderEnvironment</c> of aws-cdk-lib).</summary>
    private TemplateObject RenderProject(ObjectValue props, Site site)
    {
        var variables = new BuildVariables(world);
        if (
            ObjectMembers.Read(world, props, "Environment", out var environment) == Presence.Present
            && environment.Value is ObjectValue container
            && ObjectMembers.Read(world, container, "EnvironmentVariables", out var ofContainer) == Presence.Present
        )
        {
            variables.Add(ofContainer);
        }

        if (ObjectMembers.Read(world, props, "EnvironmentVariables", out var ofProject) == Presence.Present)
        {
            variables.Add(ofProject);
        }

        var source = Overrides.Empty(site);
        if (ObjectMembers.Read(world, props, "BuildSpec", out var buildSpec) == Presence.Present)
        {
            source = source.With("BuildSpec", new TemplateUnknown(buildSpec, Spelling.Build));
        }

        var project = Overrides
            .Empty(site)
            .With("Environment", Overrides.Empty(site).With("EnvironmentVariables", variables.Render(site)))
            .With("Source", source);
        return ObjectMembers.Read(world, props, "Description", out var description) == Presence.Present
            ? project.With("Description", new TemplateScalar(description.Value, description, Spelling.Build))
            : project;
    }

    /// <summary>A parameter of the template. Of those that name something in the Parameter Store or the account, the value is no secret.</summary>
    private void ReadParameter(ConstructionEvent construction, Site site, ExposureWalk walk)
    {
        var id = Id(construction);
        var type = Member(construction, "Type");
        if (id is null || (type is not null && type.Value.Value is not (ConstantValue { Content: "String" } or NullValue)))
        {
            return;
        }

        var hidden = Member(construction, "NoEcho");
        var isHidden =
            hidden is { Value: ConstantValue { Content: bool isOn } } ? isOn
            : hidden is null or { Value: NullValue } ? false
            : (bool?)null;
        var saysSecret = SecretName.SaysSecret(id);
        if (saysSecret && isHidden == false && (hidden is { Value: ConstantValue } || IsAbsenceKnown(construction)))
        {
            walk.Add(
                new Exposure(ExposureKind.ShownParameter, hidden is { Value: ConstantValue } written ? written.Site : site)
                {
                    Name = id,
                    Owner = Props(construction)?.Site,
                }
            );
        }

        if ((saysSecret || isHidden == true) && Member(construction, "Default") is { Value: ConstantValue or TextValue } preset)
        {
            walk.Add(ExposureWalk.TextOf(ExposureKind.ParameterDefault, preset, id, Props(construction)?.Site));
        }
    }

    private string? Id(ConstructionEvent construction) =>
        Argument(construction, "id") is { } given && world.Resolve(given.Value) is ConstantValue { Content: string name } ? name : null;

    private bool IsAbsenceKnown(ConstructionEvent construction) =>
        trace.IsComplete
        && !world.HasEscaped(construction.Instance)
        && Argument(construction, "props") is var props
        && (
            props is null
            || world.Resolve(props.Value.Value) is NullValue
            || (Props(construction) is { IsGiven: false } known && !world.HasEscaped(known))
        );

    /// <summary>What a property of a parameter is at the end: assigned later, or given at its creation; null when it is not set.</summary>
    private Binding? Member(ConstructionEvent construction, string name)
    {
        var later = trace
            .Events.OfType<AssignmentEvent>()
            .LastOrDefault(assignment =>
                assignment.Member.Name == name
                && ReferenceEquals(world.Resolve(assignment.Target), construction.Instance)
                && world.Takes(assignment.Path)
            );
        if (later is not null)
        {
            return world.Resolve(later.Assigned);
        }

        return Props(construction) is { } props && ObjectMembers.Read(world, props, name, out var binding) != Presence.Absent
            ? binding
            : null;
    }

    private TemplateObject Changed(
        ConstructionEvent construction,
        TemplateObject declared,
        bool isResource,
        TemplateReader reader,
        ImmutableArray<KeptCredential> kept
    )
    {
        var about = events.About(construction.Instance);
        return about.Count == 0
            ? declared
            : new ResourceChanges(about, world, new ResourceReference(construction.Instance, isResource), reader, Relevant(kept)).ApplyTo(
                declared
            );
    }

    private TemplateNode? Member(ObjectValue owner, string name, TemplateReader reader) =>
        ObjectMembers.Read(world, owner, name, out var binding) switch
        {
            Presence.Absent => null,
            Presence.Present => reader.Read(binding, Spelling.Template),
            _ => new TemplateUnknown(new Binding(UnsetValue.Instance, binding.Site), Spelling.Template),
        };

    private ObjectValue? Props(ConstructionEvent construction) =>
        Argument(construction, "props") is { } props ? world.Resolve(props.Value) as ObjectValue : null;

    private static Binding? Argument(ConstructionEvent construction, string name) =>
        construction.Arguments.FirstOrDefault(argument => argument.Parameter.Name == name) is { Parameter: not null } given
            ? given.Binding
            : null;
}
