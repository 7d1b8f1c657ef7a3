using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Cdk.Credentials;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Cdk.Pipelines;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Cdk.Trust;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk;

/// <summary>
/// What one root of the program synthesizes, as far as it can be read. Each kind of resource is read once, in every world that matters to it, and shared
/// by all rules.
/// </summary>
internal sealed class RootModel(Trace trace)
{
    private readonly Lazy<ConstructEvents> constructEvents = new(() => new ConstructEvents(trace));
    private readonly Lazy<ThrownWorlds> thrownWorlds = new(() => new ThrownWorlds(trace));
    private readonly Lazy<DiscardedGates> discardedGates = new(() => new DiscardedGates(trace));
    private ImmutableArray<CodeBuildProject> projects;
    private ImmutableArray<Webhook> webhooks;
    private ImmutableArray<CallValue> discardedGroups;
    private PolicyModel? policies;
    private ImmutableArray<Exposure> exposures;
    private TrustModel? trust;
    private ImmutableArray<BuildSettings> givenBuilds;
    private PipelineReader? pipelineReader;
    private ImmutableArray<DeliveryPipeline> pipelines;

    public Trace Trace { get; } = trace;

    /// <summary>A model of nothing but what a file says about permissions.</summary>
    /// <param name="assembly">The program that the file belongs to.</param>
    public static RootModel Of(PolicyModel policies, IAssemblySymbol assembly) =>
        new(new Trace(assembly, Events: [], IsComplete: true, Steps: 0, Entered: [], Delegates: [])) { policies = policies };

    /// <summary>
    /// Tells whether code outside of this root may change its constructs, so that what is missing may be there.
    /// </summary>
    public Func<bool> IsAbsenceUnknown { get; init; } = static () => false;

    /// <summary>Tells whether code outside of this root may rewrite its policies, so that there may be further conditions.</summary>
    public Func<bool> MayPoliciesBeRewritten { get; init; } = static () => false;

    /// <summary>Tells whether code outside of this root may give its roles further statements, which may deny what others allow.</summary>
    public Func<bool> MayStatementsBeAdded { get; init; } = static () => false;

    /// <summary>Tells whether code outside of this root may give its roles permissions boundaries.</summary>
    public Func<ConstructPlace, bool> MayRolesBeBounded { get; init; } = static _ => false;

    /// <summary>Tells whether code outside of this root may change its pipelines, so that a missing approval may be there.</summary>
    public Func<bool> ArePipelinesUnknown { get; init; } = static () => false;

    /// <summary>The CodeBuild projects, once for each world that tells them apart.</summary>
    public ImmutableArray<CodeBuildProject> Projects(CancellationToken cancellationToken)
    {
        if (projects.IsDefault)
        {
            var found = ImmutableArray.CreateBuilder<CodeBuildProject>();
            Func<World, ConstructionEvent, CodeBuildProject?> read = NewProjectReader().Read;
            foreach (var @event in Trace.Events)
            {
                if (@event is ConstructionEvent construction && ProjectReader.IsAbout(construction))
                {
                    World.Explore(construction, read, found, cancellationToken);
                }
            }

            projects = found.ToImmutable();
        }

        return projects;
    }

    /// <summary>The webhooks of the projects, and those that leave the root without one.</summary>
    public ImmutableArray<Webhook> Webhooks(CancellationToken cancellationToken)
    {
        if (webhooks.IsDefault)
        {
            var found = ImmutableArray.CreateBuilder<Webhook>();
            found.AddRange(Projects(cancellationToken).Select(project => project.Webhook));
            found.AddRange(Leaving(cancellationToken));
            found.AddRange(World.Explore(Given, cancellationToken).Select(AsFarAsKnown));
            webhooks = found.ToImmutable();
        }

        return webhooks;
    }

    /// <summary>What the root says about permissions.</summary>
    public PolicyModel Policies(CancellationToken cancellationToken) =>
        policies ??= AsFarAsKnown(PolicyReader.Read(Trace, constructEvents, thrownWorlds, cancellationToken));

    /// <summary>What the root lets others see.</summary>
    public ImmutableArray<Exposure> Exposures(CancellationToken cancellationToken)
    {
        if (exposures.IsDefault)
        {
            exposures = new CredentialReader(Trace, constructEvents.Value, thrownWorlds.Value).Read(cancellationToken);
        }

        return exposures;
    }

    /// <summary>Which builds run whose code, and what contains them.</summary>
    public TrustModel Trust(CancellationToken cancellationToken) =>
        trust ??= TrustModel.Read(
            new TrustFacts(Trace, () => Policies(cancellationToken), MayRolesBeBounded, cancellationToken),
            Projects(cancellationToken),
            NewProjectReader(),
            PipelineConstructions,
            (world, construction) => PipelineReader.Read(world, construction),
            constructEvents.Value,
            thrownWorlds.Value,
            cancellationToken
        );

    /// <summary>What the root writes into projects that it is given, once for each world that tells that apart.</summary>
    public ImmutableArray<BuildSettings> GivenBuilds(CancellationToken cancellationToken)
    {
        if (givenBuilds.IsDefault)
        {
            givenBuilds = World.Explore(
                world =>
                {
                    var found = GivenProjects(world, BuildTemplate.ReadProperties)
                        .Select(properties => BuildSettings.OfGiven(properties, world))
                        .ToList();
                    return thrownWorlds.Value.Contains(world) ? [] : found;
                },
                cancellationToken
            );
        }

        return givenBuilds;
    }

    /// <summary>The pipelines, once for each world that tells them apart.</summary>
    public ImmutableArray<DeliveryPipeline> Pipelines(CancellationToken cancellationToken)
    {
        if (pipelines.IsDefault)
        {
            var found = ImmutableArray.CreateBuilder<DeliveryPipeline>(0);
            foreach (var construction in PipelineConstructions)
            {
                World.Explore(construction, PipelineReader.Read, found, cancellationToken);
            }

            pipelines = found.ToImmutable();
        }

        return pipelines;
    }

    /// <summary>The values that decide verdicts, once for each world that tells them apart.</summary>
    public IEnumerable<SecurityValue> Values(CancellationToken cancellationToken) =>
        Webhooks(cancellationToken)
            .SelectMany(static webhook => webhook.Values)
            .Concat(Policies(cancellationToken).Statements.SelectMany(static statement => statement.Values));

    /// <summary>The calls of <c>FilterGroup</c> methods whose result is thrown away.</summary>
    public ImmutableArray<CallValue> DiscardedGroups(CancellationToken cancellationToken)
    {
        if (discardedGroups.IsDefault)
        {
            discardedGroups =
            [
                .. Trace
                    .Events.OfType<DiscardEvent>()
                    .SelectMany(discard =>
                        World.Explore<CallValue>(world => Discarded(world, discard) is { } call ? [call] : [], cancellationToken)
                    )
                    .Distinct(),
            ];
        }

        return discardedGroups;
    }

    private CallValue? Discarded(World world, DiscardEvent discard) =>
        world.ComesTo(discard.Path)
        && world.Resolve(discard.Discarded) is CallValue call
        && FilterGroupMethod.IsOn(call.Method)
        && call.Method.Name != FilterGroupMethod.Factory
        && !IsRefused(world, call)
            ? call
            : null;

    /// <summary>Whether the CDK throws at the call itself, so that nothing is synthesized at all.</summary>
    private bool IsRefused(World world, CallValue call)
    {
        var renderer = new FilterGroupRenderer(world, discardedGates.Value);
        renderer.Render(new Binding(call, call.Site));
        return renderer.Fails;
    }

    private IEnumerable<ConstructionEvent> PipelineConstructions => Trace.Events.OfType<ConstructionEvent>().Where(PipelineReader.IsAbout);

    private PipelineReader PipelineReader =>
        pipelineReader ??= new PipelineReader(Trace, constructEvents.Value, thrownWorlds.Value, ArePipelinesUnknown);

    private IEnumerable<Webhook> Leaving(CancellationToken cancellationToken)
    {
        var leaving = Trace.Events.OfType<LeaveEvent>().ToImmutableArray();
        if (leaving.IsEmpty)
        {
            return [];
        }

        var attached = new AttachedValues(Trace);
        return leaving.SelectMany(leave => World.Explore(world => CarriedBy(leave, world), cancellationToken)).Select(AsFarAsKnown);

        IEnumerable<Webhook> CarriedBy(LeaveEvent leave, World world)
        {
            if (!world.ComesTo(leave.Path))
            {
                return [];
            }

            var carried = new LeavingWebhooks(world, discardedGates.Value, attached, leave.Kind).Read(leave.Leaving);
            return thrownWorlds.Value.Contains(world) ? [] : carried.Select(webhook => webhook with { IsOfCaller = world.IsOfCaller });
        }
    }

    /// <summary>The webhooks of projects that the root is given, as far as it writes them.</summary>
    private IEnumerable<Webhook> Given(World world) =>
        GivenProjects(world, ProjectReader.ReadProperties)
            .Select(static properties => properties["Triggers"])
            .OfType<TemplateObject>()
            .Select(triggers => new WebhookDecoder(world).DecodeLeaving(triggers, provider: null));

    /// <summary>What the root writes into projects that it is given.</summary>
    /// <param name="relevant">The properties that are read.</param>
    private IEnumerable<TemplateObject> GivenProjects(World world, ImmutableArray<string> relevant) =>
        new GivenResources(Trace, constructEvents.Value, world, CdkTypes.CfnProject, relevant, new TemplateReader(world)).Read();

    private ProjectReader NewProjectReader() =>
        new(Trace, constructEvents.Value, discardedGates.Value, thrownWorlds.Value, IsAbsenceUnknown);

    private PolicyModel AsFarAsKnown(PolicyModel read)
    {
        if (read.Statements.IsEmpty)
        {
            return read;
        }

        var known = MayPoliciesBeRewritten() ? read.WithUnknownConditions() : read;
        return MayStatementsBeAdded() ? known.WithUnknownDenials() : known;
    }

    private Webhook AsFarAsKnown(Webhook webhook) =>
        Trace.IsComplete && !IsAbsenceUnknown()
            ? webhook with
            {
                IsLeaving = true,
            }
            : webhook with
            {
                IsLeaving = true,
                AreGroupsComplete = false,
                LacksPolicy = false,
            };
}
