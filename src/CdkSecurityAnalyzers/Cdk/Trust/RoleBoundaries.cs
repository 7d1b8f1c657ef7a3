using System;
using System.Collections.Generic;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>Whether a role has a permissions boundary.</summary>
/// <param name="Presence">Whether it has one.</param>
/// <param name="IsOfOthers">Whether those who make the stack may give it one.</param>
/// <param name="Unknown">What decides about it and is not known; null when it is known.</param>
internal readonly record struct RoleBoundary(Presence Presence, bool IsOfOthers, Binding? Unknown = null);

/// <summary>
/// Finds the permissions boundaries of roles: their props, <c>PermissionsBoundary.Of(scope).Apply(policy)</c>, the property of the resource, and the boundary
/// that a stack or an app gives to all of its roles.
/// </summary>
internal sealed class RoleBoundaries
{
    private const string Property = "PermissionsBoundary";

    private readonly List<CallEvent> applications = new(0);
    private readonly List<CallEvent> aspects = new(0);
    private readonly List<TraceEvent> changes = new(0);
    private readonly Trace trace;

    public RoleBoundaries(Trace trace)
    {
        this.trace = trace;
        foreach (var @event in trace.Events)
        {
            switch (@event)
            {
                case CallEvent { Call: { Method.Name: "Apply", Receiver: not null } call } application
                    when CdkTypes.PermissionsBoundary.Is(call.Method.ContainingType):
                    applications.Add(application);
                    break;
                case CallEvent { Call: { Method.Name: "Add", Receiver: not null } call } addition
                    when CdkTypes.Aspects.Is(call.Method.ContainingType):
                    aspects.Add(addition);
                    break;
                case CallEvent { Call: { Receiver: not null } call } when ResourceChanges.IsOverride(call) && MayBeOfBoundary(call):
                case AssignmentEvent { Member.Name: Property }:
                    changes.Add(@event);
                    break;
            }
        }
    }

    public RoleBoundary Of(BuildRole role, World world)
    {
        if (role.Identity is not ObjectValue construct || role.Origin == BuildRoleOrigin.Given)
        {
            return default;
        }

        var deciding = new Binding(construct, role.Written?.Site ?? construct.Site);
        var presence = world.HasEscaped(construct) ? Presence.Unknown : OfProps(construct, world, ref deciding);
        foreach (var application in applications)
        {
            if (presence != Presence.Present && world.Takes(application.Path))
            {
                var ofScope = OfScope(application.Call, construct, world);
                deciding = ofScope == Presence.Unknown ? application.Call.Receiver!.Value : deciding;
                presence = Either(presence, ofScope);
            }
        }

        foreach (var change in changes)
        {
            if (presence != Presence.Present && IsOf(change, role, world) && world.Takes(change.Path))
            {
                presence = Presence.Present;
            }
        }

        var boundary =
            presence == Presence.Present ? new RoleBoundary(presence, IsOfOthers: false) : OfAncestors(construct, presence, world);
        return boundary.Presence == Presence.Unknown ? boundary with { Unknown = deciding } : boundary;
    }

    /// <summary>Whether a role is known to stand outside of whatever scope an aspect is added to at a place of the root.</summary>
    public bool IsOutside(BuildRole role, object place, World world)
    {
        if (!trace.IsComplete || role.Identity is not ObjectValue construct || !AreScopesKnown(construct, world))
        {
            return false;
        }

        var isAdded = false;
        foreach (var addition in aspects)
        {
            if (ReferenceEquals(addition.Call.Site.Place, place))
            {
                isAdded = true;
                if (world.Takes(addition.Path) && !IsOutside(addition.Call, construct, world))
                {
                    return false;
                }
            }
        }

        return isAdded;
    }

    /// <summary>What the root is given may hold all of its constructs; what it makes holds those that it says.</summary>
    private static bool IsOutside(CallValue addition, ObjectValue construct, World world) =>
        OfScope(addition, construct, world) == Presence.Absent
        && world.Resolve(addition.Receiver!.Value.Value) is CallValue { Arguments.Length: 1 } of
        && world.Resolve(of.Arguments[0].Value) switch
        {
            MemberValue { Receiver: { } owner } => world.Resolve(owner.Value) is ObjectValue { IsGiven: false },
            ObjectValue { IsGiven: var isGiven } => !isGiven,
            _ => true,
        };

    /// <summary>Whether a construct is known to stand in the app, or in what the root is given, by scopes that are all known.</summary>
    private static bool AreScopesKnown(ObjectValue construct, World world)
    {
        Value? current = construct;
        for (var depth = 0; depth < ConstructTree.DepthLimit; depth++)
        {
            switch (current)
            {
                case ObjectValue { IsGiven: true } or UnknownValue { Reason: UnknownReason.Parameter }:
                    return true;
                case ObjectValue known when CdkTypes.App.IsBaseOf(known.Type):
                    return true;
                case ObjectValue known:
                    current = ConstructTree.ScopeOf(known, world);
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool MayBeOfBoundary(CallValue call) =>
        (call.Argument("path") ?? call.Argument("propertyPath")) is not { Value: ConstantValue { Text: var path } }
        || path.IndexOf(Property, StringComparison.Ordinal) >= 0;

    private static Presence OfProps(ObjectValue construct, World world, ref Binding deciding)
    {
        if (construct.Argument("props") is not { } props)
        {
            return Presence.Absent;
        }

        switch (world.Resolve(props.Value))
        {
            case ObjectValue known when CdkTypes.CfnResource.Is(construct.Type):
                return OfProperties(known, world);
            case ObjectValue known:
                var presence = ObjectMembers.Read(world, known, Property, out var given);
                deciding = presence == Presence.Unknown ? given : deciding;
                return presence;
            case NullValue:
                return Presence.Absent;
            case var unknown:
                deciding = deciding with { Value = unknown };
                return Presence.Unknown;
        }
    }

    /// <summary>The same for a resource that has no class of its own.</summary>
    private static Presence OfProperties(ObjectValue props, World world) =>
        new TemplateReader(world).ReadMember(props, "Properties", Spelling.Template) switch
        {
            null => Presence.Absent,
            TemplateObject properties => properties[Property] switch
            {
                null or TemplateAbsence => Presence.Absent,
                TemplateScalar => Presence.Present,
                _ => Presence.Unknown,
            },
            _ => Presence.Unknown,
        };

    /// <summary>Whether what <c>PermissionsBoundary.Of(…)</c> is given has a construct in it.</summary>
    private static Presence OfScope(CallValue application, ObjectValue construct, World world)
    {
        if (world.Resolve(application.Receiver!.Value.Value) is not CallValue { Method.Name: "Of", Arguments.Length: 1 } of)
        {
            return Presence.Unknown;
        }

        var given = world.Resolve(of.Arguments[0].Value);
        switch (given)
        {
            case ObjectValue or MemberValue { Member.Name: "Role" }:
                break;
            case CallValue import when ImportedIdentity.IsImport(import):
                // The construct of an import has no others in it.
                return Presence.Absent;
            default:
                return Presence.Unknown;
        }

        var scope = given is MemberValue ? PolicyHolders.IdentityOf(given, world) : given;
        Value? current = construct;
        for (var depth = 0; depth < ConstructTree.DepthLimit && current is ObjectValue known; depth++)
        {
            if (ReferenceEquals(current, scope))
            {
                return Presence.Present;
            }

            current = ConstructTree.ScopeOf(known, world);
        }

        return Presence.Absent;
    }

    /// <summary>The boundary that a stack or an app gives to all of its roles.</summary>
    private static RoleBoundary OfAncestors(ObjectValue construct, Presence presence, World world)
    {
        var current = ConstructTree.ScopeOf(construct, world);
        for (
            var depth = 0;
            depth < ConstructTree.DepthLimit && current is ObjectValue { ConstructorArguments.IsEmpty: false } known;
            depth++
        )
        {
            switch (known.Argument("props") is { } props ? world.Resolve(props.Value) : null)
            {
                case ObjectValue settings:
                    presence = Either(presence, ObjectMembers.Read(world, settings, Property, out _));
                    break;
                case UnknownValue or MemberValue:
                    return new RoleBoundary(presence, IsOfOthers: true);
            }

            current = ConstructTree.ScopeOf(known, world);
        }

        return new RoleBoundary(presence, current is not null and not ObjectValue { IsGiven: false });
    }

    private static bool IsOf(TraceEvent change, BuildRole role, World world)
    {
        var subject = change switch
        {
            AssignmentEvent assignment => assignment.Target,
            CallEvent { Call.Receiver: { } receiver } => receiver.Value,
            _ => null,
        };
        if (subject is not null)
        {
            foreach (var construct in ResourceReference.ConstructsBehind(subject))
            {
                if (!IsProject(construct) && PolicyHolders.IdentityOf(construct, world).Equals(role.Identity))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a construct is a project, whose policies its role has, but whose resource has no boundary.</summary>
    private static bool IsProject(Value construct) =>
        construct is ObjectValue { Type: var type } && (CdkTypes.Project.IsBaseOf(type) || CdkTypes.CfnProject.IsBaseOf(type));

    private static Presence Either(Presence one, Presence other) =>
        one == Presence.Present || other == Presence.Present ? Presence.Present
        : one == Presence.Unknown || other == Presence.Unknown ? Presence.Unknown
        : Presence.Absent;
}
