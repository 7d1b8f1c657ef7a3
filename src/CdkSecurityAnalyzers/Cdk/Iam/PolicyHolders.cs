using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>Tells which roles, users and groups have a policy, and whether it only bounds them.</summary>
internal sealed class PolicyHolders
{
    private readonly PolicyTrace trace;
    private readonly List<(Value Policy, Value Holder, PathCondition? Path)> attachments = [];
    private readonly List<(Value Policy, PathCondition? Path)> boundaries = [];

    public PolicyHolders(PolicyTrace trace)
    {
        this.trace = trace;
        foreach (var @event in trace.Trace.Events)
        {
            switch (@event)
            {
                case CallEvent { Call: { Method.Name: "AttachInlinePolicy" or "AddManagedPolicy", Receiver: { } holder } call }
                    when CdkTypes.IsOfIam(call.Method.ContainingType) && call.Arguments.Length == 1:
                    attachments.Add((call.Arguments[0].Value, holder.Value, @event.Path));
                    break;
                case CallEvent { Call: { Method.Name: "Apply", Arguments.Length: 1 } call }
                    when CdkTypes.PermissionsBoundary.Is(call.Method.ContainingType):
                    boundaries.Add((call.Arguments[0].Value, @event.Path));
                    break;
                case ConstructionEvent construction when PropsOf(construction) is { } props:
                    AddProps(construction, props);
                    break;
            }
        }
    }

    /// <summary>The identity that a value stands for: a construct is known by its role.</summary>
    public static Value IdentityOf(Value value, World world)
    {
        for (var depth = 0; depth < 8; depth++)
        {
            value = world.Resolve(value);
            switch (value)
            {
                case MemberValue
                {
                    Member.Name: "Role" or "GrantPrincipal" or "RoleName" or "UserName" or "GroupName" or "Ref",
                    Receiver: { } owner
                }:
                    value = owner.Value;
                    break;
                case ObjectValue construct when RoleOf(construct, world) is { } role:
                    value = role;
                    break;
                default:
                    return value;
            }
        }

        return value;
    }

    /// <summary>Those that a policy is attached to.</summary>
    /// <param name="props">The policy's props.</param>
    public ImmutableArray<Value> Of(ObjectValue policy, Binding props, World world)
    {
        var holders = ImmutableArray.CreateBuilder<Value>();
        if (props.Value is ObjectValue known)
        {
            foreach (var property in new[] { "Roles", "Users", "Groups", "RoleName", "UserName", "GroupName" })
            {
                if (ObjectMembers.Read(world, known, property, out var list) == Presence.Present)
                {
                    holders.AddRange(
                        list.Value is SequenceValue sequence ? world.Elements(sequence).Elements.Select(static element => element.Value) : [list.Value]
                    );
                }
            }
        }

        foreach (var change in trace.Changes(policy, world).OfType<CallEvent>())
        {
            if (change.Call is { Method.Name: "AttachToRole" or "AttachToUser" or "AttachToGroup", Arguments.Length: 1 })
            {
                holders.Add(change.Call.Arguments[0].Value);
            }
        }

        holders.AddRange(
            attachments
                .Where(attachment => IsIn(attachment.Policy, policy, world) && world.Takes(attachment.Path))
                .Select(static attachment => attachment.Holder)
        );
        return [.. holders.Select(holder => IdentityOf(holder, world)).Distinct()];
    }

    /// <summary>Whether a policy bounds somebody.</summary>
    public bool IsBoundary(ObjectValue policy, World world) =>
        boundaries.Any(boundary => IsIn(boundary.Policy, policy, world) && world.Takes(boundary.Path));

    /// <summary>The props of a construct, in any world.</summary>
    public static Value? PropsOf(ConstructionEvent construction) =>
        construction.Arguments.FirstOrDefault(argument => argument.Parameter.Name == "props") is { Parameter: not null } props
            ? props.Value
            : null;

    private void AddProps(ConstructionEvent construction, Value props)
    {
        foreach (var known in PolicyValues.All(props).OfType<ObjectValue>())
        {
            if (known.TryGet("ManagedPolicies", out var policies))
            {
                attachments.Add((policies.Value, construction.Instance, construction.Path));
            }

            if (known.TryGet("PermissionsBoundary", out var boundary))
            {
                boundaries.Add((boundary.Value, construction.Path));
            }
        }
    }

    /// <summary>Whether a value is a policy, its ARN, or a list that holds it. Worlds are not asked about what cannot be it.</summary>
    private static bool IsIn(Value value, ObjectValue policy, World world) =>
        Mentions(value, policy)
        && world.Resolve(value) switch
        {
            SequenceValue sequence => world.Elements(sequence).Elements.Any(element => Denotes(element.Value, policy)),
            var resolved => Denotes(resolved, policy),
        };

    private static bool Mentions(Value value, ObjectValue policy) => PolicyValues.All(value).Any(part => Denotes(part, policy));

    private static bool Denotes(Value value, ObjectValue policy) =>
        ReferenceEquals(value, policy)
        || (
            value is MemberValue { Member.Name: "ManagedPolicyArn" or "Ref" or "AttrPolicyArn", Receiver: { } owner }
            && ReferenceEquals(owner.Value, policy)
        );

    private static Value? RoleOf(ObjectValue construct, World world)
    {
        if (!CdkTypes.Construct.IsBaseOf(construct.Type))
        {
            return null;
        }

        var props = construct.ConstructorArguments.FirstOrDefault(argument => argument.Parameter.Name == "props");
        return
            props.Parameter is not null
            && world.Resolve(props.Value) is ObjectValue known
            && ObjectMembers.Read(world, known, "Role", out var role) == Presence.Present
            ? role.Value
            : null;
    }
}
