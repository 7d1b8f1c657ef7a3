using System.Collections.Generic;
using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>
/// The rules for outbound traffic that stand apart from their security groups, in one world: resources of their own, and those that the CDK makes for groups that
/// cannot hold rules themselves (<c>SecurityGroup</c> and <c>Connections</c> of aws-cdk-lib). One for everything it refuses to put into a group.
/// </summary>
/// <param name="changes">What may happen to constructs after their creation.</param>
/// <param name="events">What may make such rules.</param>
internal sealed class OutboundRules(World world, ConstructEvents changes, IReadOnlyList<TraceEvent> events)
{
    private const string ResourceType = "AWS::EC2::SecurityGroupEgress";

    private static readonly ImmutableArray<string> ReadProperties = ["GroupId", "IpProtocol", "CidrIp", "CidrIpv6"];

    /// <summary>Whether an event may make a rule, in some world.</summary>
    public static bool MayBeMadeBy(TraceEvent @event) =>
        @event switch
        {
            ConstructionEvent { Constructor.ContainingType: var type } => CdkTypes.CfnSecurityGroupEgress.Is(type)
                || CdkTypes.CfnResource.Is(type),
            CallEvent { Call: { Receiver: not null, Method: { Name: "AddEgressRule" or "AllowTo" or "AllowToAnyIpv4" } method } } =>
                CdkTypes.IsOfCdk(method.ContainingType),
            _ => false,
        };

    /// <summary>What lets everything out of a group; null when no rule is known to.</summary>
    /// <param name="group">What <see cref="IdentityOf"/> says of it.</param>
    public Site? Opening(object group)
    {
        foreach (var @event in events)
        {
            var isOpening = @event switch
            {
                ConstructionEvent construction => Resource(construction) is TemplateObject rule
                    && AllowsEverything(rule)
                    && GroupOf(rule) is { } owner
                    && owner.Equals(group),
                CallEvent { Call: var call } => AllowsEverything(call) && IsMadeFor(group, call),
                _ => false,
            };
            if (isOpening && world.Takes(@event.Path))
            {
                return @event.Site;
            }
        }

        return null;
    }

    /// <summary>Whether a group of the template may have rules.</summary>
    /// <inheritdoc cref="Opening" path="/param"/>
    public bool MayConcern(object group)
    {
        foreach (var @event in events)
        {
            var mayConcern = @event switch
            {
                ConstructionEvent construction => Resource(construction) switch
                {
                    null => false,
                    TemplateObject rule => GroupOf(rule) is not { } owner || owner is UnknownValue || owner.Equals(group),
                    _ => true,
                },
                CallEvent { Call: var call } => IsMadeFor(group, call),
                _ => false,
            };
            if (mayConcern && world.Takes(@event.Path))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What tells a security group from others: the value that stands for it, or the literal id of an imported one.</summary>
    public object IdentityOf(Value value)
    {
        value = world.Resolve(value);
        return value switch
        {
            MemberValue { Member.Name: "SecurityGroupId" or "AttrGroupId" or "Ref", Receiver: { } owner } => IdentityOf(owner.Value),
            CallValue { Method.Name: "FromSecurityGroupId" } import when import.Argument("securityGroupId") is { } id => IdentityOf(
                id.Value
            ),
            ConstantValue { Content: string id } => id,
            _ => value,
        };
    }

    /// <summary>Whether a rule is for all protocols and all addresses.</summary>
    public static bool AllowsEverything(TemplateObject rule) =>
        (rule["IpProtocol"] as TemplateScalar)?.Text == "-1"
        && ((rule["CidrIp"] as TemplateScalar)?.Text == "0.0.0.0/0" || (rule["CidrIpv6"] as TemplateScalar)?.Text == "::/0");

    /// <summary>The properties of a rule's resource; null when the resource is no rule.</summary>
    private TemplateNode? Resource(ConstructionEvent construction)
    {
        if (construction.Argument("props") is not { } given || world.Resolve(given.Value) is not ObjectValue props)
        {
            return new TemplateUnknown(new Binding(construction.Instance, construction.Site), Spelling.Template);
        }

        var reader = new TemplateReader(world);
        TemplateNode? declared;
        if (CdkTypes.CfnResource.Is(construction.Constructor.ContainingType))
        {
            if (reader.ReadMember(props, "Type", Spelling.Template) is TemplateScalar { Text: { } type } && type != ResourceType)
            {
                return null;
            }

            declared = reader.ReadMember(props, "Properties", Spelling.Template);
        }
        else
        {
            var known = Overrides.Empty(construction.Site);
            foreach (var property in ReadProperties)
            {
                known = known.With(property, reader.ReadMember(props, property, Spelling.Template));
            }

            declared = known;
        }

        var later = changes.About(construction.Instance);
        return declared is TemplateObject properties && later.Count > 0
            ? new ResourceChanges(
                later,
                world,
                new ResourceReference(construction.Instance, isResource: true),
                reader,
                ReadProperties
            ).ApplyTo(properties)
            : declared;
    }

    private object? GroupOf(TemplateObject rule) =>
        rule["GroupId"] switch
        {
            TemplateScalar scalar => IdentityOf(scalar.Written.Value),
            TemplateUnknown unknown => IdentityOf(unknown.Written.Value),
            _ => null,
        };

    private bool AllowsEverything(CallValue call) =>
        (call.Argument("connection") ?? call.Argument("portRange")) is { } port
        && IsEverything(world.Resolve(port.Value))
        && (
            call.Method.Name == "AllowToAnyIpv4"
            || (call.Argument("peer") ?? call.Argument("other")) is { } peer && IsEverywhere(world.Resolve(peer.Value))
        );

    private bool IsEverything(Value port) =>
        port switch
        {
            CallValue { Method: { Name: "AllTraffic", ContainingType: var type } } => CdkTypes.Port.Is(type),
            ObjectValue made when CdkTypes.Port.Is(made.Type) && ObjectMembers.PropsOf(world, made) is { } props => ObjectMembers.Read(
                world,
                props,
                "Protocol",
                out var protocol
            ) == Presence.Present
                && protocol.Value is EnumMemberValue { Name: "ALL" },
            _ => false,
        };

    private bool IsEverywhere(Value peer) =>
        peer is CallValue { Method: { Name: var name, ContainingType: var type }, Arguments: var arguments }
        && CdkTypes.Peer.Is(type)
        && (
            name is "AnyIpv4" or "AnyIpv6"
            || name is "Ipv4" or "Ipv6"
                && arguments.Length == 1
                && world.Resolve(arguments[0].Value) is ConstantValue { Content: "0.0.0.0/0" or "::/0" }
        );

    /// <summary>Whether a call gives a rule to a group, which the CDK puts apart from it.</summary>
    private bool IsMadeFor(object group, CallValue call)
    {
        var receiver = world.Resolve(call.Receiver!.Value.Value);
        var owner = receiver is MemberValue { Member.Name: "Connections", Receiver: { } connected }
            ? world.Resolve(connected.Value)
            : receiver;
        if (
            owner is not ObjectValue { Type: var type } project
            || !CdkTypes.Project.IsBaseOf(type)
            || ObjectMembers.PropsOf(world, project) is not { } props
        )
        {
            return IsMadeFor(group, owner);
        }

        if (ObjectMembers.Read(world, props, "SecurityGroups", out var groups) == Presence.Present && groups.Value is SequenceValue list)
        {
            foreach (var element in world.Elements(list).Elements)
            {
                if (IsMadeFor(group, element.Value))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsMadeFor(object group, Value owner) => IdentityOf(owner).Equals(group) && KeepsRulesApart(world.Resolve(owner));

    private bool KeepsRulesApart(Value group) =>
        group switch
        {
            ObjectValue made => ObjectMembers.PropsOf(world, made) is { } props && Is(props, "DisableInlineRules", value: true),
            CallValue { Method.Name: "FromSecurityGroupId" } import => import.Argument("options") is { } given
                && world.Resolve(given.Value) is ObjectValue options
                && Is(options, "AllowAllOutbound", value: false)
                && (ObjectMembers.Read(world, options, "Mutable", out _) == Presence.Absent || Is(options, "Mutable", value: true)),
            _ => false,
        };

    private bool Is(ObjectValue owner, string name, bool value) =>
        ObjectMembers.Read(world, owner, name, out var given) == Presence.Present
        && given.Value is ConstantValue { Content: bool content }
        && content == value;
}
