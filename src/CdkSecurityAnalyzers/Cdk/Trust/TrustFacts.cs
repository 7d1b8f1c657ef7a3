using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>What a root says that may be about any of its projects. Each part is collected when a project first asks for it.</summary>
/// <param name="trace">What the root does.</param>
/// <param name="readPolicies">Reads what the root says about permissions.</param>
/// <param name="mayRolesBeBounded">Tells whether code outside of the root may give a role that stands somewhere a permissions boundary.</param>
internal sealed class TrustFacts(
    Trace trace,
    Func<PolicyModel> readPolicies,
    Func<ConstructPlace, bool> mayRolesBeBounded,
    CancellationToken cancellationToken
)
{
    private IReadOnlyList<CallEvent>? secondarySources;
    private PolicyModel? policies;
    private ResourceGrants? grants;
    private RoleBoundaries? boundaries;
    private IReadOnlyList<TraceEvent>? outboundRules;

    /// <summary>The sources that are added to projects.</summary>
    public IReadOnlyList<CallEvent> SecondarySources => secondarySources ??= FindSecondarySources();

    /// <summary>What roles may do; null when the root says nothing about permissions.</summary>
    public PolicyHoldings? Policies => (policies ??= readPolicies()).Holdings;

    /// <summary>What roles are given access to.</summary>
    public ResourceGrants Grants => grants ??= new ResourceGrants(trace, cancellationToken);

    /// <summary>Whether code outside of the root may give a role a permissions boundary in a world.</summary>
    public bool MayBeBounded(BuildRole? role, World world) =>
        mayRolesBeBounded(
            new ConstructPlace(
                role?.Identity is ObjectValue construct ? ConstructTree.StackOf(construct, world) : null,
                application => role is not null && Boundaries.IsOutside(role, application, world)
            )
        );

    /// <summary>What bounds roles.</summary>
    public RoleBoundaries Boundaries => boundaries ??= new RoleBoundaries(trace);

    /// <summary>What may make rules for outbound traffic apart from the security groups.</summary>
    public IReadOnlyList<TraceEvent> OutboundRules => outboundRules ??= [.. trace.Events.Where(Trust.OutboundRules.MayBeMadeBy)];

    private List<CallEvent> FindSecondarySources()
    {
        var found = new List<CallEvent>(0);
        foreach (var @event in trace.Events)
        {
            if (
                @event is CallEvent { Call: { Method.Name: "AddSecondarySource" } call } addition
                && CdkTypes.Project.IsBaseOf(call.Method.ContainingType)
            )
            {
                found.Add(addition);
            }
        }

        return found;
    }
}
