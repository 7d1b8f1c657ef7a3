using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Cdk.Credentials;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>
/// The properties of a CodeBuild project in one world that tell what its builds can do, with what the program assigns and overrides later
/// (<c>Project</c> of aws-cdk-lib). What nothing changes is rendered when it is asked for.
/// </summary>
internal sealed class BuildTemplate
{
    /// <summary>The properties that are read.</summary>
    public static readonly ImmutableArray<string> ReadProperties =
    [
        "Environment",
        "Source",
        "SecondarySources",
        "Triggers",
        "Cache",
        "VpcConfig",
        "Visibility",
        "ServiceRole",
    ];

    /// <summary>The name that stands for a batch build in <c>Triggers.BuildType</c>.</summary>
    public const string BatchBuild = "BUILD_BATCH";

    private readonly World world;
    private readonly ConstructionEvent construction;
    private readonly bool isL2;
    private readonly TemplateReader reader;
    private readonly Binding props;
    private readonly TemplateObject? changed;

    /// <param name="changes">What may happen to the project after its creation.</param>
    public BuildTemplate(World world, CodeBuildProject project, ConstructEvents changes)
    {
        this.world = world;
        construction = project.Construction;
        isL2 = project.IsL2;
        reader = new TemplateReader(world);
        props = PropsOf();
        var events = changes.About(construction.Instance);
        if (events.Count > 0)
        {
            var declared = Overrides.Empty(construction.Site);
            foreach (var property in ReadProperties)
            {
                declared = declared.With(property, Render(property));
            }

            var reference = new ResourceReference(construction.Instance, isResource: !isL2);
            changed = new ResourceChanges(events, world, reference, reader, ReadProperties).ApplyTo(declared);
        }
    }

    /// <summary>The props, when they are an object that the program makes.</summary>
    public ObjectValue? Props => props.Value as ObjectValue;

    /// <summary>A property of the resource; null when it is known to be missing.</summary>
    public TemplateNode? this[string property] => changed is null ? Render(property) : changed[property];

    /// <summary>A property of a property; null when one of the two is known to be missing.</summary>
    public TemplateNode? this[string property, string inner]
    {
        get
        {
            if (changed is null && props.Value is ObjectValue known && IsOfClass)
            {
                return isL2 ? RenderInner(known, property, inner) : DeclaredInner(known, property, inner);
            }

            return this[property] switch
            {
                TemplateObject outer => outer[inner],
                TemplateUnknown unknown => unknown,
                _ => null,
            };
        }
    }

    /// <summary>The value of an L2 property that becomes no property of the resource; null when it is missing.</summary>
    public TemplateNode? Setting(string name) => isL2 ? Switch(props, name) : null;

    /// <summary>The bucket that holds the source of an L2 project; null when none does.</summary>
    public Binding? SourceBucket =>
        isL2
        && Props is { } known
        && ObjectMembers.Read(world, known, "Source", out var source) == Presence.Present
        && source.Value is CallValue { Method.Name: "S3", Arguments.Length: 1 } call
        && world.Resolve(call.Arguments[0].Value) is ObjectValue settings
        && ObjectMembers.Read(world, settings, "Bucket", out var bucket) == Presence.Present
            ? bucket
            : null;

    /// <summary>Whether the resource has a class of its own, and not only the name of its type.</summary>
    private bool IsOfClass => !CdkTypes.CfnResource.Is(construction.Constructor.ContainingType);

    private Binding PropsOf() =>
        construction.Argument("props") is { } given
            ? world.Resolve(given)
            : new Binding(new NullValue(construction.Site.Operation), construction.Site);

    private TemplateNode? Render(string property)
    {
        if (props.Value is not ObjectValue known)
        {
            return props.Value is NullValue ? null : new TemplateUnknown(props, Spelling.Build);
        }

        if (!IsOfClass)
        {
            return Declared(known, "Properties") switch
            {
                TemplateObject properties => properties[property],
                var other => other,
            };
        }

        return !isL2
            ? Declared(known, property)
            : property switch
            {
                "Environment" => RenderEnvironment(known),
                "Source" => RenderSource(known),
                "SecondarySources" => RenderSecondarySources(known),
                "Triggers" => RenderTriggers(known),
                "Visibility" => RenderEnum(known, "Visibility"),
                "Cache" => RenderCache(known),
                "VpcConfig" => Opaque(known, "Vpc"),
                _ => Opaque(known, "Role"),
            };
    }

    private TemplateNode? Declared(ObjectValue owner, string name) => reader.ReadMember(owner, name, Spelling.Template);

    private TemplateNode? DeclaredInner(ObjectValue owner, string property, string inner) =>
        ObjectMembers.Read(world, owner, property, out var outer) switch
        {
            Presence.Absent => null,
            Presence.Present
                when outer.Value is ObjectValue { IsGiven: false, Type: { } type } known && ExternalCode.Instance.IsCopied(type) =>
                Declared(known, inner),
            Presence.Present when reader.Read(outer, Spelling.Template) is TemplateObject read => read[inner],
            _ => new TemplateUnknown(outer, Spelling.Template),
        };

    private TemplateObject RenderEnvironment(ObjectValue known) =>
        Overrides
            .Empty(construction.Site)
            .With("PrivilegedMode", RenderInner(known, "Environment", "PrivilegedMode"))
            .With("Image", RenderInner(known, "Environment", "Image"))
            .With("EnvironmentVariables", RenderVariables(known, isWhole: true));

    private TemplateObject RenderSource(ObjectValue known) =>
        Overrides
            .Empty(construction.Site)
            .With("BuildSpec", RenderInner(known, "Source", "BuildSpec"))
            .With("InsecureSsl", RenderInner(known, "Source", "InsecureSsl"));

    private TemplateObject? RenderTriggers(ObjectValue known) =>
        RenderInner(known, "Triggers", "BuildType") is { } type ? Overrides.Empty(construction.Site).With("BuildType", type) : null;

    private TemplateNode? RenderInner(ObjectValue known, string property, string inner) =>
        (property, inner) switch
        {
            ("Environment", "EnvironmentVariables") => RenderVariables(known, isWhole: false),
            ("Environment", _) when ObjectMembers.Read(world, known, property, out var environment) == Presence.Present => inner switch
            {
                "PrivilegedMode" => Switch(environment, "Privileged"),
                _ => environment.Value is ObjectValue container ? Opaque(container, "BuildImage") : null,
            },
            ("Source", "BuildSpec") => Opaque(known, inner),
            ("Source", _) when ObjectMembers.Read(world, known, property, out var source) == Presence.Present => RenderVerification(source),
            ("Triggers", _) when ObjectMembers.Read(world, known, "Source", out var source) == Presence.Present => RenderBuildType(source),
            _ => null,
        };

    /// <summary>The cache: nothing for <c>Cache.None()</c>, and only its kind for one on the host (<c>Cache</c> of aws-cdk-lib).</summary>
    private TemplateNode? RenderCache(ObjectValue known) =>
        Opaque(known, "Cache") switch
        {
            { Written.Value: CallValue { Method.Name: "None" } } => null,
            { Written.Value: CallValue { Method.Name: "Local" } call } given => Overrides
                .Empty(call.Site)
                .With("Type", new TemplateScalar(new ConstantValue("LOCAL", call.Site.Operation), given.Written, Spelling.Build)),
            var given => given,
        };

    /// <summary>The variables, of which most have no type.</summary>
    /// <param name="isWhole">Whether those are rendered as well; else there is nothing when all are like that.</param>
    private TemplateList? RenderVariables(ObjectValue known, bool isWhole)
    {
        var variables = isWhole ? new BuildVariables(world) : null;
        if (
            ObjectMembers.Read(world, known, "Environment", out var environment) == Presence.Present
            && environment.Value is ObjectValue container
        )
        {
            AddVariables(container, ref variables);
        }

        AddVariables(known, ref variables);
        return variables?.Render(construction.Site);
    }

    private void AddVariables(ObjectValue owner, ref BuildVariables? variables)
    {
        if (
            ObjectMembers.Read(world, owner, "EnvironmentVariables", out var given) == Presence.Present
            && (variables is not null || given.Value is not DictionaryValue dictionary || HasTypes(dictionary))
        )
        {
            (variables ??= new BuildVariables(world)).Add(given);
        }
    }

    /// <summary>Whether a variable may be more than plain text, or is not known; later ones of the same name replace earlier ones.</summary>
    private bool HasTypes(DictionaryValue dictionary)
    {
        if (!world.TryGet(dictionary, DictionaryValue.Content, out var content) || content.Value is not EntriesValue entries)
        {
            return true;
        }

        foreach (var entry in entries.Entries)
        {
            if (entry.Value.Value is not ObjectValue variable || variable.TryGet("Type", out _))
            {
                return true;
            }
        }

        return false;
    }

    private TemplateScalar? RenderBuildType(Binding source) =>
        source.Value is CallValue { Arguments.Length: 1 } call
        && SourceReader.ProviderOf(call.Method) is not null
        && Switch(world.Resolve(call.Arguments[0].Binding), "WebhookTriggersBatchBuild") is TemplateScalar { Truth: true } isBatch
            ? new TemplateScalar(new ConstantValue(BatchBuild, isBatch.Written.Value.Origin), isBatch.Written, Spelling.Build)
            : null;

    private TemplateList? RenderSecondarySources(ObjectValue known)
    {
        if (
            ObjectMembers.Read(world, known, "SecondarySources", out var given) != Presence.Present
            || given.Value is not SequenceValue list
        )
        {
            return null;
        }

        var sources = ImmutableArray.CreateBuilder<TemplateNode>();
        var (elements, isComplete) = world.Elements(list);
        foreach (var element in elements)
        {
            sources.Add(Overrides.Empty(element.Site).With("InsecureSsl", RenderVerification(element)));
        }

        return new TemplateList(sources.ToImmutable(), isComplete, given.Site, Spelling.Build);
    }

    /// <summary>Whether the certificate of a source's server is left unverified; null when it is not.</summary>
    public TemplateNode? RenderVerification(Binding source) =>
        world.Resolve(source.Value) is CallValue { Method.Name: "GitHubEnterprise", Arguments.Length: 1 } call
            ? Switch(world.Resolve(call.Arguments[0].Binding), "IgnoreSslErrors")
            : null;

    private TemplateNode? RenderEnum(ObjectValue owner, string name) =>
        ObjectMembers.Read(world, owner, name, out var given) switch
        {
            Presence.Absent => null,
            Presence.Present when given.Value is EnumMemberValue member => new TemplateScalar(
                new ConstantValue(member.Name, member.Origin),
                given,
                Spelling.Build
            ),
            _ => new TemplateUnknown(given, Spelling.Build),
        };

    /// <summary>A boolean of an object; null when it is missing.</summary>
    private TemplateNode? Switch(Binding owner, string name)
    {
        if (owner.Value is not ObjectValue known)
        {
            return owner.Value is NullValue ? null : new TemplateUnknown(owner, Spelling.Build);
        }

        return ObjectMembers.Read(world, known, name, out var given) switch
        {
            Presence.Absent => null,
            Presence.Present when given.Value is ConstantValue => new TemplateScalar(given.Value, given, Spelling.Build),
            _ => new TemplateUnknown(given, Spelling.Build),
        };
    }

    /// <summary>A value that the reader of the property takes as the program gives it: a call, a construct.</summary>
    private TemplateUnknown? Opaque(ObjectValue owner, string name) =>
        ObjectMembers.Read(world, owner, name, out var given) == Presence.Absent ? null : new TemplateUnknown(given, Spelling.Build);
}
