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
    /// <param name="builds">The projects of the root, once for each world that tells them apart.</param>
    /// <param name="pipelines">What may make its pipelines.</param>
    public ImmutableArray<TrustedUse> Read(
        IReadOnlyCollection<ContainedBuild> builds,
        IEnumerable<ConstructionEvent> pipelines,
        CancellationToken cancellationToken
    )
    {
        var found = ImmutableArray.CreateBuilder<TrustedUse>(builds.Count);
        foreach (var build in builds)
        {
            if (OfBuild(build) is { } use)
            {
                found.Add(use);
            }
        }

        foreach (var pipeline in pipelines)
        {
            World.Explore(pipeline, OfPipeline, found, cancellationToken);
        }

        return found.ToImmutable();
    }

    /// <summary>The same project or pipeline in another world; null where it is not made or not trusted there.</summary>
    public TrustedUse? Again(World world, TrustedUse use) =>
        use.Project is { } project ? OfBuild(readBuild(world, project)) : OfPipeline(world, use.Construction);

    private static TrustedUse? OfBuild(ContainedBuild? build) =>
        build is { Exposure.Reach: Reach.Trusted }
            ? new TrustedUse(build.Project.Construction, build.Project.ConstructSite, build.Project)
            {
                Roles = build.Role is { } role ? [role] : [],
                Cache = build.Cache,
                ReadResources = build.ReadResources,
                IsOfOthers = build.IsOfOthers,
                IsCertain = build.IsCertain,
            }
            : null;

    private TrustedUse? OfPipeline(World world, ConstructionEvent construction)
    {
        if (readPipeline(world, construction) is not { MayRunPullRequests: false } pipeline)
        {
            return null;
        }

        var actions = pipeline.Stages.SelectMany(static stage => stage.Actions).ToList();
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
