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
    private readonly Dictionary<Value, List<Attachment>> attachments = [];
    private readonly Dictionary<Value, List<Attachment>> boundaries = [];

    public PolicyHolders(PolicyTrace trace)
    {
        this.trace = trace;
        foreach (var @event in trace.Trace.Events)
        {
            switch (@event)
            {
                case CallEvent { Call: { Method.Name: "AttachInlinePolicy" or "AddManagedPolicy", Receiver: { } holder } call }
                    when CdkTypes.IsOfIam(call.Method.ContainingType) && call.Arguments.Length == 1:
                    Add(
                        attachments,
                        new Attachment(call.Arguments[0].Value, holder.Value, @event.Path)
                        {
                            IsDroppedByImports = call.Method.Name == "AddManagedPolicy",
                        }
                    );
                    break;
                case CallEvent { Call: { Method.Name: "Apply", Arguments.Length: 1 } call }
                    when CdkTypes.PermissionsBoundary.Is(call.Method.ContainingType):
                    Add(boundaries, new Attachment(call.Arguments[0].Value, call, @event.Path));
                    break;
                case ConstructionEvent construction when PropsOf(construction) is { } props:
                    AddProps(construction, props);
                    break;
            }
        }
    }

    /// <summary>The identity that a value stands for: a construct is known by its role, an imported role by its name.</summary>
    public static object IdentityOf(Value value, World world)
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
                case CallValue import when ImportedIdentity.IsImport(import) && !ImportedIdentity.IsReadOnly(import, world):
                    if (ImportedIdentity.ConstructOf(import, world) is not { } made)
                    {
                        return ImportedIdentity.Of(import, world);
                    }

                    value = made;
                    break;
                default:
                    return value;
            }
        }

        return value;
    }

    /// <summary>Those that a policy is attached to.</summary>
    /// <param name="props">The policy's props.</param>
    public ImmutableArray<object> Of(ObjectValue policy, Binding props, World world)
    {
        var holders = ImmutableArray.CreateBuilder<object>();
        if (props.Value is ObjectValue known)
        {
            foreach (var property in new[] { "Roles", "Users", "Groups", "RoleName", "UserName", "GroupName" })
            {
                if (ObjectMembers.Read(world, known, property, out var list) == Presence.Present)
                {
                    holders.AddRange(
                        list.Value is SequenceValue sequence
                            ? world.Elements(sequence).Elements.Select(element => InProperty(property, element.Value))
                            : [InProperty(property, list.Value)]
                    );
                }
            }
        }

        foreach (var change in trace.Changes(policy, world).OfType<CallEvent>())
        {
            if (change.Call is { Method.Name: "AttachToRole" or "AttachToUser" or "AttachToGroup", Arguments.Length: 1 })
            {
                holders.Add(IdentityOf(change.Call.Arguments[0].Value, world));
            }
        }

        foreach (var attachment in Applying(attachments, policy, world))
        {
            if (!(attachment.IsDroppedByImports && IsImport(attachment.Holder, world)))
            {
                holders.Add(IdentityOf(attachment.Holder, world));
            }
        }

        return [.. holders.Distinct()];

        object InProperty(string property, Value given) =>
            world.Resolve(given) is ConstantValue { Content: string name }
                ? ImportedIdentity.InProperty(property, name, policy, world)
                : IdentityOf(given, world);
    }

    /// <summary>Whether a value is an import, which takes no managed policies (<c>Role.fromRoleArn</c> of aws-cdk-lib).</summary>
    public static bool IsImport(Value holder, World world) =>
        world.Resolve(holder) is CallValue import && ImportedIdentity.IsImport(import);

    /// <summary>Whether a policy bounds somebody.</summary>
    public bool IsBoundary(ObjectValue policy, World world) => Applying(boundaries, policy, world).Any();

    /// <summary>The props of a construct, in any world.</summary>
    public static Value? PropsOf(ConstructionEvent construction) => construction.Argument("props")?.Value;

    private void AddProps(ConstructionEvent construction, Value props)
    {
        foreach (var known in PolicyValues.All(props).OfType<ObjectValue>())
        {
            if (known.TryGet("ManagedPolicies", out var policies))
            {
                Add(attachments, new Attachment(policies.Value, construction.Instance, construction.Path));
            }

            if (known.TryGet("PermissionsBoundary", out var boundary))
            {
                Add(boundaries, new Attachment(boundary.Value, construction.Instance, construction.Path));
            }
        }
    }

    private static void Add(Dictionary<Value, List<Attachment>> lists, Attachment attachment)
    {
        foreach (var policy in PolicyValues.All(attachment.Policies).Select(Denoted).Distinct())
        {
            if (!lists.TryGetValue(policy, out var list))
            {
                lists.Add(policy, list = []);
            }

            list.Add(attachment);
        }
    }

    private static IEnumerable<Attachment> Applying(Dictionary<Value, List<Attachment>> lists, ObjectValue policy, World world) =>
        lists.TryGetValue(policy, out var list)
            ? list.Where(attachment => IsIn(attachment.Policies, policy, world) && world.Takes(attachment.Path))
            : [];

    /// <summary>Whether a value is a policy, its ARN, or a list that holds it.</summary>
    private static bool IsIn(Value value, ObjectValue policy, World world) =>
        world.Resolve(value) switch
        {
            SequenceValue sequence => world.Elements(sequence).Elements.Any(element => ReferenceEquals(Denoted(element.Value), policy)),
            var resolved => ReferenceEquals(Denoted(resolved), policy),
        };

    /// <summary>The policy that an ARN belongs to, or the value itself.</summary>
    private static Value Denoted(Value value) =>
        value is MemberValue { Member.Name: "ManagedPolicyArn" or "Ref" or "AttrPolicyArn", Receiver: { } owner } ? owner.Value : value;

    private static Value? RoleOf(ObjectValue construct, World world) =>
        CdkTypes.Construct.IsBaseOf(construct.Type)
        && ObjectMembers.PropsOf(world, construct) is { } props
        && ObjectMembers.Read(world, props, "Role", out var role) == Presence.Present
            ? role.Value
            : null;

    /// <summary>Policies and whom they are given to.</summary>
    /// <param name="Policies">A policy, its ARN, or a list of them.</param>
    private readonly record struct Attachment(Value Policies, Value Holder, PathCondition? Path)
    {
        /// <summary>Whether imported roles, users and groups ignore it.</summary>
        public bool IsDroppedByImports { get; init; }
    }
}
