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

        Read(isLeaving: false, found, cancellationToken);
        AddLeaving(found, cancellationToken);
        if (HasChanges())
        {
            found.AddRange(World.Explore(Given, cancellationToken));
        }

        return found.ToImmutable();
    }

    private void Read(bool isLeaving, ImmutableArray<Exposure>.Builder found, CancellationToken cancellationToken)
    {
        foreach (var source in trace.Events)
        {
            if (source is LeaveEvent == isLeaving && IsSource(source) && HasSigns(source))
            {
                found.AddRange(Explore(source, cancellationToken));
            }
        }
    }

    /// <summary>What a construct has taken is judged there: what leaves counts only where it was not seen before.</summary>
    private void AddLeaving(ImmutableArray<Exposure>.Builder found, CancellationToken cancellationToken)
    {
        var leaving = ImmutableArray.CreateBuilder<Exposure>();
        Read(isLeaving: true, leaving, cancellationToken);
        if (leaving.Count == 0)
        {
            return;
        }

        var seen = new HashSet<Site>(
            found.Select(static exposure => exposure.Written).OfType<Binding>().Select(static written => written.Site)
        );
        found.AddRange(leaving.Where(exposure => exposure.Written is not { } written || !seen.Contains(written.Site)));
    }

    private ImmutableArray<Exposure> Explore(TraceEvent source, CancellationToken cancellationToken) =>
        World.Explore(world => Read(world, source), cancellationToken);

    /// <summary>Whether an event can bring a secret into the template.</summary>
    private bool HasSigns(TraceEvent source)
    {
        switch (source)
        {
            case ConstructionEvent construction:
                var type = construction.Constructor.ContainingType;
                return CdkTypes.CfnParameter.Is(type)
                    || CdkTypes.AccessKey.Is(type)
                    || CdkTypes.CfnAccessKey.Is(type)
                    || AreIn(construction.Arguments)
                    || AreInChanges(constructs.About(construction.Instance));
            case CallEvent { Call: var call }:
                return AreIn(call.Arguments);
            case AssignmentEvent assignment:
                return SecretSigns.AreIn(assignment.Assigned.Value);
            default:
                return SecretSigns.AreIn(((LeaveEvent)source).Leaving.Value);
        }
    }

    private static bool AreIn(ImmutableArray<Argument> arguments)
    {
        foreach (var argument in arguments)
        {
            if (SecretSigns.AreIn(argument.Value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreInChanges(List<TraceEvent> changes)
    {
        for (var index = 0; index < changes.Count; index++)
        {
            switch (changes[index])
            {
                case CallEvent { Call: var call } when AreIn(call.Arguments):
                case AssignmentEvent assignment
                    when SecretSigns.IsName(assignment.Member.Name) || SecretSigns.AreIn(assignment.Assigned.Value):
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the root changes resources at all, and may put secrets there.</summary>
    private bool HasChanges()
    {
        foreach (var @event in trace.Events)
        {
            switch (@event)
            {
                case CallEvent { Call: var call } when ResourceChanges.IsOverride(call) && AreIn(call.Arguments):
                case AssignmentEvent { Member.ContainingType: var type } assignment
                    when CdkTypes.CfnResource.IsBaseOf(type) && SecretSigns.AreIn(assignment.Assigned.Value):
                    return true;
            }
        }

        return false;
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
        && (method.ReturnsVoid || method.Name == "ExportValue" || method.Name.StartsWith("Add", System.StringComparison.Ordinal));

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
                var leaving = new ExposureWalk(world, construct: null) { IsLeaving = true };
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
            if ((isTag && argument.Parameter.Name == "value") || argument.Parameter.Name == "exportedValue")
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
        if (
            world.Resolve(assignment.Target) is ObjectValue { IsGiven: false }
            && CdkTypes.CfnResource.IsBaseOf(assignment.Member.ContainingType)
        )
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
        var reader = new TemplateReader(world);
        var given = new GivenResources(trace, constructs, world, CdkTypes.CfnProject, ConstructExposures.ReadProperties, reader);
        foreach (var properties in given.Read())
        {
            var walk = new ExposureWalk(world, construct: null);
            new TemplateExposures(walk).Read(properties);
            foreach (var exposure in walk.Found)
            {
                yield return exposure with
                {
                    IsOfOthers = true,
                };
            }
        }
    }
}
