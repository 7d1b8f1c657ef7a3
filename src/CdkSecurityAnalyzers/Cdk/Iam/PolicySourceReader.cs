using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>Reads the policies that one moment of the program puts into the template, in one world.</summary>
/// <param name="attached">The statements and documents that some source of the root takes for good.</param>
internal sealed class PolicySourceReader(
    World world,
    PolicyTrace trace,
    ConstructEvents constructs,
    PolicyHolders holders,
    HashSet<Value> attached
)
{
    private static readonly ImmutableArray<string> ReadProperties =
    [
        "AssumeRolePolicyDocument",
        "PolicyDocument",
        "Policies",
        "ManagedPolicyArns",
    ];

    private readonly DocumentRenderer documents = new(world, trace);
    private readonly ImmutableArray<HeldStatement>.Builder statements = ImmutableArray.CreateBuilder<HeldStatement>();
    private readonly ImmutableArray<AttachedManagedPolicy>.Builder managed = ImmutableArray.CreateBuilder<AttachedManagedPolicy>();

    private StatementDecoder Decoder => new(world, documents.Texts);

    public PolicyFacts Read(TraceEvent source)
    {
        switch (source)
        {
            case ConstructionEvent construction when PolicySources.IsIdentityConstruct(construction.Constructor.ContainingType):
                ReadConstruct(construction);
                break;
            case ConstructionEvent construction when !GrantsNothing(construction.Constructor.ContainingType):
                foreach (var argument in construction.Arguments)
                {
                    ReadLoose(argument.Binding, construction.Instance, SiteOf(construction));
                }

                break;
            case CallEvent { Call: var call }:
                ReadCall(call);
                break;
            case AssignmentEvent assignment:
                ReadLoose(assignment.Assigned, assignment.Target, assignment.Site);
                break;
            case LeaveEvent leave:
                ReadLeaving(leave.Leaving);
                break;
        }

        return documents.Fails ? PolicyFacts.None : new PolicyFacts(statements.ToImmutable(), managed.ToImmutable());
    }

    private void ReadConstruct(ConstructionEvent construction)
    {
        var props = construction.Arguments.FirstOrDefault(argument => argument.Parameter.Name == "props") is { Parameter: not null } given
            ? world.Resolve(given.Binding)
            : new Binding(new NullValue(construction.Site.Operation), construction.Site);
        var (instance, site) = (construction.Instance, SiteOf(construction));
        var isL2 = !construction.Constructor.ContainingType.Name.StartsWith("Cfn", System.StringComparison.Ordinal);
        if ((isL2 ? RenderL2(construction, props) : RenderL1(construction, props)) is not { } declared)
        {
            return;
        }

        var reference = new ResourceReference(instance, isResource: !isL2);
        var properties = new ResourceChanges(constructs.About(instance), world, reference, documents.Reader, ReadProperties).ApplyTo(
            declared
        );
        Keep(Decoder.Decode(properties["AssumeRolePolicyDocument"], StatementKind.Trust), [], site);
        foreach (var policy in (properties["Policies"] as TemplateList)?.Elements.OfType<TemplateObject>() ?? [])
        {
            Keep(Decoder.Decode(policy["PolicyDocument"], StatementKind.Identity), [instance], site);
        }

        if (properties["PolicyDocument"] is { } document)
        {
            var held = holders.Of(instance, props, world);
            if (isL2 && held.IsEmpty && !IsSynthesizedUnattached(construction))
            {
                return;
            }

            var isBoundary = held.IsEmpty && holders.IsBoundary(instance, world);
            var decoded = Decoder.Decode(document, isBoundary ? StatementKind.Boundary : StatementKind.Identity);
            if (held.IsEmpty && Leaves(instance))
            {
                // Whoever takes the policy may use it as a boundary.
                decoded = decoded.Select(static statement => statement with { IsLeaving = true });
            }

            Keep(decoded, held.IsEmpty ? [instance] : held, site);
        }

        foreach (var entry in Decoder.Element(properties["ManagedPolicyArns"]).Entries)
        {
            Keep(entry, isArn: true, site, isLeaving: false);
        }
    }

    /// <summary>Boundaries, and the policies of an organization, which limit what accounts may do.</summary>
    private static bool GrantsNothing(ITypeSymbol type) =>
        CdkTypes.UntrustedCodeBoundaryPolicy.Is(type) || type.ContainingNamespace.Name == "Organizations";

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
            ReadManaged(attachedPolicies, SiteOf(construction), isLeaving: false);
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
            return
                Member(known, "Type") is TemplateScalar { Text: { } type } && type.StartsWith("AWS::IAM::", System.StringComparison.Ordinal)
                ? Member(known, "Properties") as TemplateObject ?? properties
                : null;
        }

        foreach (var name in ReadProperties)
        {
            properties = properties.With(name, Member(known, name));
        }

        return properties;

        TemplateNode? Member(ObjectValue owner, string name) =>
            ObjectMembers.Read(world, owner, name, out var member) switch
            {
                Presence.Absent => null,
                Presence.Present => documents.Reader.Read(member, Spelling.Template),
                _ => new TemplateUnknown(member, Spelling.Template),
            };
    }

    private void ReadCall(CallValue call)
    {
        if (PolicySources.IsGrant(call))
        {
            if (
                documents.RenderGrant(call) is { } granted
                && world.Resolve(call.Arguments[0].Value) is ObjectValue options
                && ObjectMembers.Read(world, options, "Grantee", out var grantee) == Presence.Present
            )
            {
                Keep(
                    [Decoder.DecodeStatement(granted, StatementKind.Identity)],
                    [PolicyHolders.IdentityOf(grantee.Value, world)],
                    call.Site
                );
            }

            return;
        }

        if (PolicySources.IsOfManagedPolicies(call))
        {
            ReadManaged(call.Arguments[0].Binding, call.Site, isLeaving: false);
            return;
        }

        if (call.Receiver is { } receiver && IsReadOnly(world.Resolve(receiver.Value)))
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            ReadLoose(argument.Binding, call.Receiver?.Value, call.Site, KindOf(call));
        }
    }

    /// <summary>Whether what is given to a role is ignored: <c>role.WithoutPolicyUpdates()</c>, <c>Mutable = false</c> of an imported one.</summary>
    private bool IsReadOnly(Value role) =>
        role is CallValue { Method.Name: "WithoutPolicyUpdates" or "FromRoleArn" or "FromRoleName" } call
        && CdkTypes.IsOfIam(call.Method.ContainingType)
        && (
            call.Method.Name == "WithoutPolicyUpdates"
            || (
                world.Resolve(call.Arguments[call.Arguments.Length - 1].Value) is ObjectValue options
                && ObjectMembers.Read(world, options, "Mutable", out var mutable) != Presence.Absent
                && mutable.Value is ConstantValue { Content: false }
            )
        );

    /// <summary>Statements that are handed to something that makes a policy of them.</summary>
    /// <param name="kind">What becomes of them; null when their principals tell it.</param>
    private void ReadLoose(Binding given, Value? receiver, Site site, StatementKind? kind = null)
    {
        var holder = receiver is null ? null : PolicyHolders.IdentityOf(receiver, world);
        var isBoundary = holder is ObjectValue policy && holders.IsBoundary(policy, world) && holders.Of(policy, default, world).IsEmpty;
        foreach (var part in Parts(given))
        {
            Keep(Decoder.Decode(AsDocument(part), isBoundary ? StatementKind.Boundary : kind), holder is null ? [] : [holder], site);
        }
    }

    private static StatementKind? KindOf(CallValue call) =>
        call.Method.Name switch
        {
            "AddToRolePolicy" or "AddToPrincipalPolicy" => StatementKind.Identity,
            "AddToPolicy" when CdkTypes.IsOfIam(call.Method.ContainingType) => StatementKind.Identity,
            "AddToResourcePolicy" => StatementKind.Resource,
            "AddStatements" when call.Receiver is { Value: MemberValue { Member.Name: "AssumeRolePolicy" } } => StatementKind.Trust,
            _ => null,
        };

    private void ReadLeaving(Binding leaving)
    {
        foreach (var part in Parts(leaving, attached))
        {
            foreach (var statement in Decoder.Decode(AsDocument(part), kind: null))
            {
                statements.Add(new HeldStatement(statement with { IsLeaving = true }, []));
            }
        }

        foreach (var policy in PolicyValues.All(leaving.Value).OfType<CallValue>().Where(policy => !attached.Contains(policy)))
        {
            ReadManaged(new Binding(policy, policy.Site), construct: null, isLeaving: true);
        }
    }

    private void ReadManaged(Binding policies, Site? construct, bool isLeaving)
    {
        var resolved = world.Resolve(policies);
        if (resolved.Value is SequenceValue sequence)
        {
            foreach (var element in world.Elements(sequence).Elements)
            {
                ReadManaged(element, construct, isLeaving);
            }

            return;
        }

        if (
            resolved.Value is CallValue call
            && PolicyValues.IsNamedPolicy(call)
            && call.Arguments.FirstOrDefault(argument => argument.Parameter.Name is "managedPolicyName" or "managedPolicyArn")
                is { Parameter: not null } name
        )
        {
            var binding = world.Resolve(name.Binding);
            var entry = new PolicyEntry(documents.Texts.Render(binding.Value), binding, Spelling.Policy);
            Keep(entry, call.Method.Name == "FromManagedPolicyArn", construct, isLeaving);
        }
    }

    private void Keep(IEnumerable<PolicyStatement> decoded, ImmutableArray<Value> held, Site construct)
    {
        foreach (var statement in decoded)
        {
            statements.Add(new HeldStatement(statement with { Construct = construct }, held));
        }
    }

    private void Keep(PolicyEntry name, bool isArn, Site? construct, bool isLeaving) =>
        managed.Add(new AttachedManagedPolicy(name, isArn) { Construct = construct, IsLeaving = isLeaving });

    /// <summary>The statements and documents in a value.</summary>
    /// <param name="except">What is read elsewhere.</param>
    private IEnumerable<TemplateObject> Parts(Binding given, HashSet<Value>? except = null)
    {
        var pending = new Stack<Binding>();
        var seen = new HashSet<Value>();
        pending.Push(given);
        while (pending.Count > 0)
        {
            var binding = world.Resolve(pending.Pop());
            if (binding.Value is not HeapValue value || !seen.Add(value) || except?.Contains(value) == true)
            {
                continue;
            }

            if (documents.Render(binding) is TemplateObject rendered)
            {
                yield return rendered;
                continue;
            }

            if (!PolicyValues.AreIn(value))
            {
                continue;
            }

            foreach (var part in PartsOf(value).Reverse())
            {
                pending.Push(part);
            }
        }
    }

    private ImmutableArray<Binding> PartsOf(HeapValue value)
    {
        switch (value)
        {
            case SequenceValue sequence:
                return world.Elements(sequence).Elements;
            case DictionaryValue dictionary:
                return [.. world.Entries(dictionary).Entries.Select(static entry => entry.Value)];
            default:
                var parts = ImmutableArray.CreateBuilder<Binding>();
                foreach (var member in value.Members)
                {
                    parts.Add(member.Value);
                }

                return parts.ToImmutable();
        }
    }

    private static TemplateObject AsDocument(TemplateObject part) =>
        part.Members.Contains("Statement")
            ? part
            : new TemplateObject(TemplateMembers.Empty.With("Statement", part), isComplete: true, part.Site, part.Spelling);

    /// <summary>The creation expression, or the call of the base constructor when the created object was there before.</summary>
    private static Site SiteOf(ConstructionEvent construction) =>
        construction.Instance.Site.Operation is IObjectCreationOperation ? construction.Instance.Site : construction.Site;
}
