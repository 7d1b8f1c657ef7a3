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

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>Which builds of a root run whose code, and what contains them.</summary>
/// <param name="Builds">The projects, once for each world that tells them apart. The most open ones come first: what several are is told of the worst.</param>
/// <param name="Joins">What builds of pull requests share with trusted ones and with pipelines, in the same order.</param>
internal sealed record TrustModel(ImmutableArray<ContainedBuild> Builds, ImmutableArray<TrustJoin> Joins)
{
    /// <param name="facts">What the root says about more than one project.</param>
    /// <param name="projects">The projects of the root in all worlds, one construction after the other.</param>
    /// <param name="reader">Reads a project anew, where the program decides between worlds.</param>
    /// <param name="pipelines">What may make the pipelines of the root.</param>
    /// <param name="readPipeline">Reads a pipeline in a world; null when it is not made there.</param>
    public static TrustModel Read(
        TrustFacts facts,
        ImmutableArray<CodeBuildProject> projects,
        ProjectReader reader,
        IEnumerable<ConstructionEvent> pipelines,
        Func<World, ConstructionEvent, DeliveryPipeline?> readPipeline,
        ConstructEvents changes,
        ThrownWorlds thrownWorlds,
        CancellationToken cancellationToken
    )
    {
        if (projects.IsEmpty)
        {
            return new TrustModel([], []);
        }

        var builds = ImmutableArray.CreateBuilder<ContainedBuild>(projects.Length);
        Func<World, CodeBuildProject, ContainedBuild?> read = ReadIn;
        ConstructionEvent? previous = null;
        foreach (var project in projects)
        {
            if (!ReferenceEquals(project.Construction, previous))
            {
                previous = project.Construction;
                World.Explore(project, read, builds, cancellationToken);
            }
        }

        var joins = new TrustJoins(read, new TrustedUses(read, readPipeline), cancellationToken).Find(builds, pipelines);
        return new TrustModel(
            [.. builds.OrderByDescending(static build => build.Exposure.Reach)],
            [.. joins.OrderByDescending(static join => join.Reachable.Exposure.Reach)]
        );

        ContainedBuild? ReadIn(World world, CodeBuildProject first)
        {
            var project = first.IsCertain && world.ComesTo(first.Construction.Path) ? first : reader.Read(world, first.Construction);
            if (project is null)
            {
                return null;
            }

            var build = new BuildReader(world, changes, facts).Read(project);
            return thrownWorlds.Contains(world) ? null : build;
        }
    }
}
