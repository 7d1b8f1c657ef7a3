using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk.Credentials;

/// <summary>Reads everything that a root lets others see: what constructs are given, what is added to them later, and what leaves the root for others to give.</summary>
internal sealed class CredentialReader(Trace trace, ConstructEvents constructs, ThrownWorlds thrownWorlds)
{
    public ImmutableArray<Exposure> Read(CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<Exposure>();

        // What a construct has taken is judged there; what leaves comes last, and counts only where it was not seen before.
        foreach (var source in trace.Events.Where(IsSource).OrderBy(static source => source is LeaveEvent))
        {
            found.AddRange(World.Explore(world => Read(world, source), cancellationToken));
        }

        found.AddRange(World.Explore(Given, cancellationToken));
        return found.ToImmutable();
    }

    /// <summary>Whether something comes into the template at an event.</summary>
    private static bool IsSource(TraceEvent @event) =>
        @event switch
        {
            ConstructionEvent { Constructor.ContainingType: var type } => CdkTypes.Construct.IsBaseOf(type),
            CallEvent { Call: { Receiver: not null } call } => IsAddition(call.Method) && !ResourceChanges.IsOverride(call),
            AssignmentEvent { Member: var member } => CdkTypes.IsOfCdk(member.ContainingType),
            LeaveEvent => true,
            _ => false,
        };

    /// <summary>Whether a method adds to what it is called on, rather than to give something.</summary>
    private static bool IsAddition(IMethodSymbol method) =>
        CdkTypes.IsOfCdk(method.ContainingType)
        && (method.ReturnsVoid || method.Name.StartsWith("Add", System.StringComparison.Ordinal));

    private IEnumerable<Exposure> Read(World world, TraceEvent source)
    {
        if (!world.ComesTo(source.Path))
        {
            return [];
        }

        var found = ReadIn(world, source);
        return thrownWorlds.Contains(world) ? []
            : world.IsOfCaller || source is LeaveEvent ? found.Select(static exposure => exposure with { IsOfOthers = true })
            : found;
    }

    private ImmutableArray<Exposure> ReadIn(World world, TraceEvent source)
    {
        switch (source)
        {
            case ConstructionEvent construction:
                return new ConstructExposures(world, trace, constructs).Read(construction);
            case CallEvent { Call: var call }:
                return ReadCall(world, call);
            case AssignmentEvent assignment:
                return ReadAssignment(world, assignment);
            default:
                var leaving = new ExposureWalk(world, construct: null);
                leaving.Visit(((LeaveEvent)source).Leaving);
                return leaving.Found;
        }
    }

    private static ImmutableArray<Exposure> ReadCall(World world, CallValue call)
    {
        var walk = new ExposureWalk(world, construct: null);
        var isTag = CdkTypes.Tags.Is(call.Method.ContainingType);
        foreach (var argument in call.Arguments)
        {
            if (isTag && argument.Parameter.Name == "value")
            {
                walk.Add(ExposureWalk.TextOf(ExposureKind.Display, world.Resolve(argument.Binding), name: null, owner: null));
            }
            else
            {
                walk.Visit(argument.Binding);
            }
        }

        return walk.Found;
    }

    /// <summary>What is assigned to a construct later. What a resource of the root is assigned is read with the resource.</summary>
    private static ImmutableArray<Exposure> ReadAssignment(World world, AssignmentEvent assignment)
    {
        if (world.Resolve(assignment.Target) is ObjectValue { IsGiven: false } && CdkTypes.CfnResource.IsBaseOf(assignment.Member.ContainingType))
        {
            return [];
        }

        var walk = new ExposureWalk(world, construct: null);
        if (assignment.Member.Name is "Description" or "Value")
        {
            walk.Add(ExposureWalk.TextOf(ExposureKind.Display, world.Resolve(assignment.Assigned), assignment.Member.Name, owner: null));
        }
        else
        {
            walk.Visit(assignment.Assigned, assignment.Member.Name);
        }

        return walk.Found;
    }

    /// <summary>What the root writes into projects that it is given.</summary>
    private IEnumerable<Exposure> Given(World world)
    {
        foreach (
            var properties in new GivenResources(trace, constructs, world, CdkTypes.CfnProject, ConstructExposures.ReadProperties, new TemplateReader(world)).Read()
        )
        {
            var walk = new ExposureWalk(world, construct: null);
            new TemplateExposures(walk).Read(properties);
            foreach (var exposure in walk.Found)
            {
                yield return exposure with { IsOfOthers = true };
            }
        }
    }
}
