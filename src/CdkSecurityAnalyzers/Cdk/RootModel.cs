using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk;

/// <summary>
/// What one root of the program synthesizes, as far as it can be read. Each kind of resource is read once, in every world that matters to it, and shared
/// by all rules.
/// </summary>
internal sealed class RootModel(Trace trace)
{
    private ImmutableArray<CodeBuildProject> projects;
    private ImmutableArray<Webhook> webhooks;
    private ImmutableArray<CallValue> discardedGroups;
    private PolicyModel? policies;

    public Trace Trace { get; } = trace;

    /// <summary>
    /// Tells whether code outside of this root may change its constructs, so that what is missing may be there.
    /// </summary>
    public Func<bool> IsAbsenceUnknown { get; init; } = static () => false;

    /// <summary>The CodeBuild projects, once for each world that tells them apart.</summary>
    public ImmutableArray<CodeBuildProject> Projects(CancellationToken cancellationToken)
    {
        if (projects.IsDefault)
        {
            var found = ImmutableArray.CreateBuilder<CodeBuildProject>();
            var reader = new ProjectReader(Trace, new DiscardedGates(Trace), IsAbsenceUnknown);
            foreach (var construction in Trace.Events.OfType<ConstructionEvent>().Where(ProjectReader.IsAbout))
            {
                World.Explore(
                    world =>
                    {
                        if (reader.Read(world, construction) is { } project)
                        {
                            found.Add(project);
                        }
                    },
                    cancellationToken
                );
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
            ReadLeaving(found, cancellationToken);
            World.Explore(world => found.AddRange(ReadGiven(world).Select(AsFarAsKnown)), cancellationToken);
            webhooks = found.ToImmutable();
        }

        return webhooks;
    }

    /// <summary>What the root says about permissions.</summary>
    public PolicyModel Policies(CancellationToken cancellationToken) => policies ??= PolicyReader.Read(Trace, cancellationToken);

    /// <summary>The calls of <c>FilterGroup</c> methods whose result is thrown away.</summary>
    public ImmutableArray<CallValue> DiscardedGroups(CancellationToken cancellationToken)
    {
        if (discardedGroups.IsDefault)
        {
            var found = new HashSet<CallValue>();
            foreach (var discard in Trace.Events.OfType<DiscardEvent>())
            {
                World.Explore(world => ReadDiscarded(world, discard, found), cancellationToken);
            }

            discardedGroups = found.ToImmutableArray();
        }

        return discardedGroups;
    }

    private void ReadDiscarded(World world, DiscardEvent discard, HashSet<CallValue> found)
    {
        if (
            world.Takes(discard.Path)
            && world.Resolve(discard.Discarded) is CallValue call
            && FilterGroupMethod.IsOn(call.Method)
            && call.Method.Name != FilterGroupMethod.Factory
            && !IsRefused(world, call)
        )
        {
            found.Add(call);
        }
    }

    /// <summary>Whether the CDK throws at the call itself, so that nothing is synthesized at all.</summary>
    private bool IsRefused(World world, CallValue call)
    {
        var renderer = new FilterGroupRenderer(world, new DiscardedGates(Trace));
        renderer.Render(new Binding(call, call.Site));
        return renderer.Fails;
    }

    /// <summary>The webhooks of projects that the root is given, as far as it writes them.</summary>
    private IEnumerable<Webhook> ReadGiven(World world) =>
        new GivenResources(Trace, world, CdkTypes.CfnProject, ProjectReader.ReadProperties)
            .Read()
            .Select(static properties => properties["Triggers"])
            .OfType<TemplateObject>()
            .Select(triggers => new WebhookDecoder(world).DecodeLeaving(triggers, provider: null));

    private void ReadLeaving(ImmutableArray<Webhook>.Builder found, CancellationToken cancellationToken)
    {
        var leaving = Trace.Events.OfType<LeaveEvent>().ToImmutableArray();
        if (leaving.IsEmpty)
        {
            return;
        }

        var gates = new DiscardedGates(Trace);
        var attached = new AttachedValues(Trace);
        foreach (var leave in leaving)
        {
            World.Explore(
                world =>
                {
                    if (world.Takes(leave.Path))
                    {
                        var carried = new LeavingWebhooks(world, gates, attached).Read(leave.Leaving);
                        if (!Trace.IsThrown(world))
                        {
                            found.AddRange(carried.Select(AsFarAsKnown));
                        }
                    }
                },
                cancellationToken
            );
        }
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
