using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>The calls that give a role access to a resource: <c>secret.GrantRead(project)</c>, <c>bucket.GrantWrite(role)</c>.</summary>
internal sealed class ResourceGrants
{
    private const string Prefix = "Grant";

    private readonly Dictionary<object, List<CallEvent>> grants = [];

    public ResourceGrants(Trace trace, CancellationToken cancellationToken)
    {
        foreach (var @event in trace.Events)
        {
            if (
                @event is CallEvent { Call: { Receiver: not null } call } grant
                && call.Method.Name.StartsWith(Prefix, StringComparison.Ordinal)
                && CdkTypes.IsOfCdk(call.Method.ContainingType)
            )
            {
                foreach (var argument in call.Arguments)
                {
                    Add(argument.Value, grant, cancellationToken);
                }
            }
        }
    }

    /// <summary>The calls that give a role something, in a world.</summary>
    public ImmutableArray<CallValue> To(object holder, World world)
    {
        if (!grants.TryGetValue(holder, out var known))
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<CallValue>(known.Count);
        foreach (var grant in known)
        {
            if (world.Takes(grant.Path) && IsTo(grant.Call, holder, world))
            {
                found.Add(grant.Call);
            }
        }

        return found.ToImmutable();
    }

    private static bool IsTo(CallValue grant, object holder, World world)
    {
        foreach (var argument in grant.Arguments)
        {
            if (holder.Equals(PolicyHolders.IdentityOf(argument.Value, world)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds a grant to whom it may give something: a project has the role that conditions give it.</summary>
    private void Add(Value grantee, CallEvent grant, CancellationToken cancellationToken)
    {
        if (grantee is not (ChoiceValue or ObjectValue or MemberValue or CallValue or UnknownValue))
        {
            return;
        }

        foreach (var holder in World.Explore<object>(world => [PolicyHolders.IdentityOf(grantee, world)], cancellationToken))
        {
            if (!grants.TryGetValue(holder, out var known))
            {
                grants.Add(holder, known = new List<CallEvent>(1));
            }

            if (known.Count == 0 || !ReferenceEquals(known[known.Count - 1], grant))
            {
                known.Add(grant);
            }
        }
    }
}
