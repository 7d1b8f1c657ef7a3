using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Cdk.Pipelines;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>Reads the trusted projects and pipelines of a root.</summary>
/// <param name="readBuild">Reads a project in a world; null when it is not made there.</param>
/// <param name="readPipeline">The same for a pipeline.</param>
internal sealed class TrustedUses(
    Func<World, CodeBuildProject, ContainedBuild?> readBuild,
    Func<World, ConstructionEvent, DeliveryPipeline?> readPipeline
)
{
    /// <summary>The pipelines that pull requests start in some world, by the projects that they start.</summary>
    private readonly Dictionary<Value, List<ConstructionEvent>> startedByPullRequests = [];

    /// <param name="builds">The projects of the root, once for each world that tells them apart.</param>
    /// <param name="pipelines">What may make its pipelines.</param>
    public ImmutableArray<TrustedUse> Read(
        IReadOnlyCollection<ContainedBuild> builds,
        IEnumerable<ConstructionEvent> pipelines,
        CancellationToken cancellationToken
    )
    {
        var ofPipelines = ImmutableArray.CreateBuilder<TrustedUse>();
        foreach (var pipeline in pipelines)
        {
            World.Explore(pipeline, OfPipeline, ofPipelines, cancellationToken);
        }

        return [.. builds.Select(OfBuild).OfType<TrustedUse>(), .. ofPipelines];
    }

    /// <summary>The same project or pipeline in another world; null where it is not made or not trusted there.</summary>
    public TrustedUse? Again(World world, TrustedUse use) =>
        use.Project is not { } project ? OfPipeline(world, use.Construction)
        : IsStartedByPullRequests(project, world) ? null
        : OfBuild(readBuild(world, project));

    private TrustedUse? OfBuild(ContainedBuild? build) =>
        build is { Exposure.Reach: Reach.Trusted }
            ? new TrustedUse(build.Project.Construction, build.Project.ConstructSite, build.Project)
            {
                Roles = build.Role is { } role ? [role] : [],
                Cache = build.Cache,
                ReadResources = build.ReadResources,
                IsOfOthers = build.IsOfOthers,
                IsCertain = build.IsCertain && !startedByPullRequests.ContainsKey(build.Project.Construction.Instance),
            }
            : null;

    /// <summary>Whether a pipeline of pull requests starts a project in a world, so that its builds are no trusted ones though it has no webhook.</summary>
    private bool IsStartedByPullRequests(CodeBuildProject project, World world) =>
        startedByPullRequests.TryGetValue(project.Construction.Instance, out var starting)
        && starting.Any(pipeline =>
            readPipeline(world, pipeline) is { MayRunPullRequests: true } read && ProjectsOf(read).Contains(project.Construction.Instance)
        );

    private static IEnumerable<Value> ProjectsOf(DeliveryPipeline pipeline) =>
        pipeline.Stages.SelectMany(static stage => stage.Actions).Select(static action => action.Project?.Value).OfType<Value>();

    private TrustedUse? OfPipeline(World world, ConstructionEvent construction)
    {
        if (readPipeline(world, construction) is not { } pipeline)
        {
            return null;
        }

        var actions = pipeline.Stages.SelectMany(static stage => stage.Actions).ToList();
        if (pipeline.MayRunPullRequests)
        {
            foreach (var project in ProjectsOf(pipeline))
            {
                if (!startedByPullRequests.TryGetValue(project, out var starting))
                {
                    startedByPullRequests.Add(project, starting = new List<ConstructionEvent>(1));
                }

                starting.Add(construction);
            }

            return null;
        }

        return new TrustedUse(construction, pipeline.Construct, Project: null)
        {
            Roles = RolesOf(pipeline, actions, construction, world),
            ReadResources = ReadBy(pipeline, actions, construction, world),
            Projects = [.. actions.Select(static action => action.Project).OfType<Binding>()],
            IsOfOthers = pipeline.IsLeaving || world.IsOfCaller,
            IsCertain = world.IsCertain,
        };
    }

    private static ImmutableArray<BuildRole> RolesOf(
        DeliveryPipeline pipeline,
        List<PipelineAction> actions,
        ConstructionEvent construction,
        World world
    )
    {
        var roles = ImmutableArray.CreateBuilder<BuildRole>();
        var reader = new BuildRoleReader(world);
        if (pipeline.Role is not { } given)
        {
            roles.Add(new BuildRole(construction.Instance, BuildRoleOrigin.Own, Written: null, Spelling.Pipeline));
        }
        else if (reader.Identify(given, Spelling.Pipeline) is { } own)
        {
            roles.Add(own);
        }

        foreach (var role in actions.SelectMany(static action => action.Roles))
        {
            if (reader.Identify(role, Spelling.Pipeline) is { } known)
            {
                roles.Add(known);
            }
        }

        return roles.ToImmutable();
    }

    private static ImmutableArray<object> ReadBy(
        DeliveryPipeline pipeline,
        List<PipelineAction> actions,
        ConstructionEvent construction,
        World world
    )
    {
        var read = new ReadResources();
        read.Add(
            pipeline.ArtifactBucket is { } given ? SharedResource.OfSource(given.Value, SharedResource.S3, world) : construction.Instance,
            SharedResource.S3
        );
        foreach (var action in actions)
        {
            if (action is { Source: { } source, Kind: { } kind })
            {
                var service = kind.Provider switch
                {
                    "CodeCommit" => SharedResource.CodeCommit,
                    "ECR" or "Ecr" => SharedResource.Ecr,
                    _ => SharedResource.S3,
                };
                read.Add(SharedResource.OfSource(source.Value, service, world), service);
            }
        }

        return read.ToImmutable();
    }
}
