using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>Reads everything that a root says about permissions, source by source and then identity by identity.</summary>
internal sealed class PolicyReader
{
    private readonly ConstructEvents constructs;
    private readonly ThrownWorlds thrownWorlds;
    private readonly PolicyTrace changes;
    private readonly PolicyHolders holders;
    private readonly ImmutableArray<TraceEvent> sources;
    private readonly HashSet<Value> attached = [];

    /// <summary>What sources say that no condition decides about.</summary>
    private readonly PolicyFacts?[] certain;

    private PolicyReader(Trace trace, ConstructEvents constructs, ThrownWorlds thrownWorlds)
    {
        this.constructs = constructs;
        this.thrownWorlds = thrownWorlds;
        changes = new PolicyTrace(trace);
        holders = new PolicyHolders(changes);
        sources = new PolicySources(changes, constructs).Find();
        certain = new PolicyFacts?[sources.Length];
        foreach (var source in sources)
        {
            attached.UnionWith(ValuesOf(source).SelectMany(PolicyValues.All).Where(PolicyValues.Is));
        }
    }

    public static PolicyModel Read(
        Trace trace,
        Lazy<ConstructEvents> constructs,
        Lazy<ThrownWorlds> thrownWorlds,
        CancellationToken cancellationToken
    ) =>
        trace.Events.Any(TouchesIam)
            ? new PolicyReader(trace, constructs.Value, thrownWorlds.Value).Read(cancellationToken)
            : PolicyModel.Empty;

    private PolicyModel Read(CancellationToken cancellationToken)
    {
        var statements = ImmutableArray.CreateBuilder<PolicyStatement>();
        var managed = ImmutableArray.CreateBuilder<AttachedManagedPolicy>();
        var identities = ImmutableArray.CreateBuilder<PolicyIdentity>();
        var sourcesOf = new Dictionary<object, List<int>>();
        for (var index = 0; index < sources.Length; index++)
        {
            foreach (var facts in Read(index, cancellationToken))
            {
                statements.AddRange(facts.Statements.Select(static held => held.Statement));
                managed.AddRange(facts.ManagedPolicies);
                foreach (var policy in facts.ManagedPolicies)
                {
                    if (policy.Holder is { } holder)
                    {
                        Note([holder], index, sourcesOf);
                    }
                }

                foreach (var held in facts.Statements)
                {
                    Note(held.Holders, index, sourcesOf);
                    if (held.Holders.IsEmpty)
                    {
                        identities.Add(new PolicyIdentity([held.Statement]));
                    }
                }
            }
        }

        foreach (var facts in World.Explore<PolicyFacts>(world => [ReadGiven(world)], cancellationToken))
        {
            statements.AddRange(facts.Statements.Select(static held => held.Statement with { IsLeaving = true }));
            managed.AddRange(facts.ManagedPolicies.Select(static policy => policy with { IsLeaving = true }));
        }

        foreach (var identity in sourcesOf)
        {
            identities.AddRange(
                World.Explore<PolicyIdentity>(
                    world => [new PolicyIdentity([.. StatementsOf(identity.Key, identity.Value, world)])],
                    cancellationToken
                )
            );
        }

        return new PolicyModel(statements.ToImmutable(), identities.ToImmutable(), managed.ToImmutable())
        {
            Holdings = new PolicyHoldings(sourcesOf, (index, world) => certain[index] ?? Read(world, sources[index])),
        };
    }

    /// <summary>What a source says, once for each world; it is kept when no condition decides about it.</summary>
    private ImmutableArray<PolicyFacts> Read(int index, CancellationToken cancellationToken)
    {
        var worlds = 0;
        var found = World.Explore(ReadIn, cancellationToken);
        if (worlds == 1 && found.Length == 1)
        {
            certain[index] = found[0];
        }

        return found;

        IEnumerable<PolicyFacts> ReadIn(World world)
        {
            worlds++;
            return [Read(world, sources[index])];
        }
    }

    private IEnumerable<PolicyStatement> StatementsOf(object identity, IEnumerable<int> sourcesOfIdentity, World world) =>
        from index in sourcesOfIdentity
        from held in (certain[index] ?? Read(world, sources[index])).Statements
        where held.Holders.Contains(identity)
        select held.Statement;

    private PolicyFacts Read(World world, TraceEvent source)
    {
        if (!world.ComesTo(source.Path))
        {
            return PolicyFacts.None;
        }

        var facts = new PolicySourceReader(world, changes, constructs, holders, attached).Read(source);
        return thrownWorlds.Contains(world) ? PolicyFacts.None
            : world.IsOfCaller ? facts.OfCaller()
            : facts;
    }

    /// <summary>The policies that the root writes into constructs that it is given.</summary>
    private PolicyFacts ReadGiven(World world)
    {
        var documents = new DocumentRenderer(world, changes);
        var collected = new CollectedPolicies(world, documents);
        var decoder = new StatementDecoder(world, documents.Texts);
        var given = new GivenResources(
            changes.Trace,
            constructs,
            world,
            CdkTypes.CfnResource,
            PolicyConstructReader.GivenProperties,
            documents.Reader
        );
        foreach (var properties in given.Read())
        {
            foreach (var name in PolicyConstructReader.GivenProperties)
            {
                var kind = name == "AssumeRolePolicyDocument" ? StatementKind.Trust : default(StatementKind?);
                foreach (var document in PolicyParts.In(properties[name]))
                {
                    collected.Add(decoder.Decode(document, kind), [], document.Site);
                }
            }

            foreach (var entry in decoder.Element(properties["ManagedPolicyArns"]).Entries)
            {
                collected.AddManaged(entry, holder: null, entry.Site);
            }
        }

        return thrownWorlds.Contains(world) ? PolicyFacts.None : collected.ToFacts();
    }

    private static void Note(ImmutableArray<object> identities, int source, Dictionary<object, List<int>> sourcesOf)
    {
        foreach (var identity in identities)
        {
            if (!sourcesOf.TryGetValue(identity, out var known))
            {
                sourcesOf.Add(identity, known = []);
            }

            if (known.Count == 0 || known[known.Count - 1] != source)
            {
                known.Add(source);
            }
        }
    }

    /// <summary>What a source takes for good; what only leaves is not attached by that.</summary>
    private static IEnumerable<Value> ValuesOf(TraceEvent source) =>
        source switch
        {
            ConstructionEvent construction => construction.Arguments.Select(static argument => argument.Value),
            CallEvent { Call: var call } => call.Arguments.Select(static argument => argument.Value),
            AssignmentEvent assignment => [assignment.Assigned.Value],
            _ => [],
        };

    private static bool TouchesIam(TraceEvent @event) =>
        @event switch
        {
            ConstructionEvent { Constructor.ContainingType: var type } construction => CdkTypes.IsOfIam(type)
                || (
                    CdkTypes.CfnResource.IsBaseOf(type)
                    && (
                        CdkTypes.CfnResource.Is(type)
                        || (PolicyHolders.PropsOf(construction) is { } props && PolicyValues.AreInTemplate(props))
                    )
                ),
            CallEvent { Call: var call } => CdkTypes.IsOfIam(call.Method.ContainingType) || PolicyConstructReader.IsOverrideOfPolicy(call),
            AssignmentEvent assignment => CdkTypes.CfnResource.IsBaseOf(assignment.Member.ContainingType)
                && PolicyValues.AreInTemplate(assignment.Assigned.Value),
            _ => false,
        };
}
