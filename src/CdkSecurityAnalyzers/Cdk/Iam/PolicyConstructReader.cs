using System;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>Reads the policies in the properties of constructs, with what the program assigns and overrides later.</summary>
internal sealed class PolicyConstructReader(
    World world,
    PolicyTrace trace,
    ConstructEvents constructs,
    PolicyHolders holders,
    DocumentRenderer documents,
    CollectedPolicies collected
)
{
    /// <summary>The properties of the resources of IAM that are read.</summary>
    public static readonly ImmutableArray<string> ReadProperties =
    [
        "AssumeRolePolicyDocument",
        "PolicyDocument",
        "Policies",
        "ManagedPolicyArns",
    ];

    /// <summary>The properties that are read where a resource is given: those of other services that are policies of the resource, too.</summary>
    public static readonly ImmutableArray<string> GivenProperties =
    [
        .. ReadProperties,
        "KeyPolicy",
        "RepositoryPolicyText",
        "ResourcePolicy",
        "PermissionsPolicyDocument",
    ];

    private readonly StatementDecoder decoder = new(world, documents.Texts);

    /// <summary>A role, user, group or policy.</summary>
    public void ReadIdentity(ConstructionEvent construction)
    {
        var props = PropsOf(construction);
        var (instance, site) = (construction.Instance, SiteOf(construction));
        var isL2 = !construction.Constructor.ContainingType.Name.StartsWith("Cfn", StringComparison.Ordinal);
        if ((isL2 ? RenderL2(construction, props) : RenderL1(construction, props)) is not { } declared)
        {
            return;
        }

        var reference = new ResourceReference(instance, isResource: !isL2);
        var properties = new ResourceChanges(constructs.About(instance), world, reference, documents.Reader, ReadProperties).ApplyTo(
            declared
        );
        collected.Add(decoder.Decode(properties["AssumeRolePolicyDocument"], StatementKind.Trust), [], site);
        foreach (var policy in (properties["Policies"] as TemplateList)?.Elements.OfType<TemplateObject>() ?? [])
        {
            collected.Add(decoder.Decode(policy["PolicyDocument"], StatementKind.Identity), [instance], site);
        }

        if (properties["PolicyDocument"] is { } document)
        {
            var held = holders.Of(instance, props, world);
            if (isL2 && held.IsEmpty && !IsSynthesizedUnattached(construction))
            {
                return;
            }

            var isBoundary = held.IsEmpty && holders.IsBoundary(instance, world);
            var decoded = decoder.Decode(document, isBoundary ? StatementKind.Boundary : StatementKind.Identity);
            if (held.IsEmpty && Leaves(instance))
            {
                // Whoever takes the policy may use it as a boundary.
                decoded = decoded.Select(static statement => statement with { IsLeaving = true });
            }

            collected.Add(decoded, held.IsEmpty ? [instance] : held, site);
        }

        foreach (var entry in decoder.Element(properties["ManagedPolicyArns"]).Entries)
        {
            collected.AddManaged(entry, instance, site);
        }
    }

    /// <summary>A resource of another service that has policies: a bucket policy, a key, a permission set. Their principals tell what they are.</summary>
    public void ReadResource(ConstructionEvent construction)
    {
        var (instance, site, props) = (construction.Instance, SiteOf(construction), PropsOf(construction));
        var names = PolicyProperties(construction, constructs);
        var declared = new TemplateObject(
            TemplateMembers.Empty,
            isComplete: props.Value is ObjectValue,
            construction.Site,
            Spelling.Template
        );
        foreach (var name in names)
        {
            declared = declared.With(name, props.Value is ObjectValue known ? Member(known, name) : null);
        }

        var reference = new ResourceReference(instance, isResource: true);
        var properties = new ResourceChanges(constructs.About(instance), world, reference, documents.Reader, names).ApplyTo(declared);
        foreach (var document in names.SelectMany(name => PolicyParts.In(properties[name])))
        {
            collected.Add(decoder.Decode(document, kind: null), [instance], site);
        }
    }

    /// <summary>Whether a call overrides what may be a policy.</summary>
    public static bool IsOverrideOfPolicy(CallValue call) =>
        ResourceChanges.IsOverride(call)
        && (
            call.Arguments.IsEmpty
            || call.Arguments[0].Value is not ConstantValue path
            || Overrides.Split(path.Text).Take(2).Any(static name => GivenProperties.Contains(name))
        );

    /// <summary>The properties of a resource that are given policies in some world: when it is made, or later.</summary>
    public static ImmutableArray<string> PolicyProperties(ConstructionEvent construction, ConstructEvents constructs)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var given = PolicyHolders.PropsOf(construction) is { } value ? PolicyValues.Alternatives(value) : [];
        foreach (var props in given.OfType<ObjectValue>())
        {
            foreach (var member in props.Members)
            {
                if (member.Key is string name && PolicyValues.AreInTemplate(member.Value.Value))
                {
                    names.Add(name);
                }
            }
        }

        names.AddRange(
            from assignment in constructs.About(construction.Instance).OfType<AssignmentEvent>()
            where PolicyValues.AreInTemplate(assignment.Assigned.Value) && !names.Contains(assignment.Member.Name)
            select assignment.Member.Name
        );
        return [.. names.Distinct()];
    }

    /// <summary>The creation expression, or the call of the base constructor when the created object was there before.</summary>
    public static Site SiteOf(ConstructionEvent construction) =>
        construction.Instance.Site.Operation is IObjectCreationOperation ? construction.Instance.Site : construction.Site;

    private Binding PropsOf(ConstructionEvent construction) =>
        construction.Argument("props") is { } given
            ? world.Resolve(given)
            : new Binding(new NullValue(construction.Site.Operation), construction.Site);

    /// <summary>The CDK leaves out an inline policy that nobody has, or throws. Who gets it may be decided elsewhere.</summary>
    private bool IsSynthesizedUnattached(ConstructionEvent construction) =>
        !CdkTypes.Policy.Is(construction.Constructor.ContainingType) || Leaves(construction.Instance);

    /// <summary>Whether other code gets hold of a construct; whoever makes an object of a class of the program has it.</summary>
    private bool Leaves(ObjectValue construct) =>
        construct.Site.Operation is not IObjectCreationOperation || world.HasEscaped(construct) || trace.Leaves(construct, world);

    /// <summary>The properties of the resource that an L2 construct makes, as far as they are policies.</summary>
    private TemplateObject RenderL2(ConstructionEvent construction, Binding props)
    {
        var instance = construction.Instance;
        var properties = new TemplateObject(TemplateMembers.Empty, isComplete: true, construction.Site, Spelling.Policy);
        if (construction.Constructor.ContainingType.Name is "Policy" or "ManagedPolicy")
        {
            return properties.With("PolicyDocument", documents.RenderPolicy(instance, props));
        }

        if (props.Value is not ObjectValue known)
        {
            return properties;
        }

        if (ObjectMembers.Read(world, known, "AssumedBy", out var principal) == Presence.Present)
        {
            properties = properties.With("AssumeRolePolicyDocument", documents.RenderTrust(instance, principal));
        }

        if (
            ObjectMembers.Read(world, known, "InlinePolicies", out var inline) == Presence.Present
            && inline.Value is DictionaryValue policies
        )
        {
            var rendered = world
                .Entries(policies)
                .Entries.Select(entry =>
                    (TemplateNode)
                        new TemplateObject(TemplateMembers.Empty, isComplete: true, entry.Value.Site, Spelling.Policy).With(
                            "PolicyDocument",
                            documents.Render(entry.Value)
                        )
                );
            properties = properties.With("Policies", new TemplateList([.. rendered], isComplete: true, inline.Site, Spelling.Policy));
        }

        if (ObjectMembers.Read(world, known, "ManagedPolicies", out var attachedPolicies) == Presence.Present)
        {
            collected.AddManaged(attachedPolicies, instance, SiteOf(construction), isLeaving: false);
        }

        return properties;
    }

    private TemplateObject? RenderL1(ConstructionEvent construction, Binding props)
    {
        var properties = new TemplateObject(
            TemplateMembers.Empty,
            isComplete: props.Value is ObjectValue or NullValue,
            construction.Site,
            Spelling.Template
        );
        if (props.Value is not ObjectValue known)
        {
            return properties;
        }

        if (CdkTypes.CfnResource.Is(construction.Constructor.ContainingType))
        {
            return Member(known, "Type") is TemplateScalar { Text: { } type } && type.StartsWith("AWS::IAM::", StringComparison.Ordinal)
                ? Member(known, "Properties") as TemplateObject ?? properties
                : null;
        }

        foreach (var name in ReadProperties)
        {
            properties = properties.With(name, Member(known, name));
        }

        return properties;
    }

    private TemplateNode? Member(ObjectValue owner, string name) =>
        ObjectMembers.Read(world, owner, name, out var member) switch
        {
            Presence.Absent => null,
            Presence.Present => documents.Reader.ReadProperty(owner, name, member, Spelling.Template),
            _ => new TemplateUnknown(member, Spelling.Template),
        };
}
