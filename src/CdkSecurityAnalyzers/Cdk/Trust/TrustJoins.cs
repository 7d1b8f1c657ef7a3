using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>
/// Finds what builds of pull requests share with trusted ones and with pipelines. What both have is looked up first; where the program decides about one of them,
/// both are read anew in one world.
/// </summary>
/// <param name="read">Reads a project in a world; null when it is not made there.</param>
/// <param name="trusted">Reads what is trusted.</param>
internal sealed class TrustJoins(
    Func<World, CodeBuildProject, ContainedBuild?> read,
    TrustedUses trusted,
    CancellationToken cancellationToken
)
{
    private readonly ImmutableArray<TrustJoin>.Builder joins = ImmutableArray.CreateBuilder<TrustJoin>(0);
    private readonly HashSet<(TrustJoinKind Kind, ConstructionEvent Reachable, ConstructionEvent Trusted)> tried = [];
    private readonly HashSet<(TrustJoinKind Kind, ConstructionEvent Reachable, Site Place, Reach Reach)> told = [];

    /// <param name="builds">All projects.</param>
    /// <param name="pipelines">What may make the pipelines; read when there is a build of pull requests.</param>
    public ImmutableArray<TrustJoin> Find(ImmutableArray<ContainedBuild>.Builder builds, IEnumerable<ConstructionEvent> pipelines)
    {
        Dictionary<object, List<TrustedUse>>? uses = null;
        foreach (var build in builds)
        {
            if (build.Exposure.IsReachable)
            {
                Join(build, uses ??= ByWhatTheyHave(trusted.Read(builds, pipelines, cancellationToken)));
            }
        }

        return joins.ToImmutable();
    }

    /// <summary>The trusted ones by what they have, read and start.</summary>
    private static Dictionary<object, List<TrustedUse>> ByWhatTheyHave(ImmutableArray<TrustedUse> uses)
    {
        var found = new Dictionary<object, List<TrustedUse>>();
        foreach (var use in uses)
        {
            Add(use.Cache?.Bucket, use);
            foreach (var role in use.Roles)
            {
                Add(role.Identity, use);
            }

            foreach (var resource in use.ReadResources)
            {
                Add(resource, use);
            }

            foreach (var project in use.Projects)
            {
                Add(project.Value, use);
            }
        }

        return found;

        void Add(object? key, TrustedUse use)
        {
            if (key is null)
            {
                return;
            }

            if (!found.TryGetValue(key, out var known))
            {
                found.Add(key, known = new List<TrustedUse>(1));
            }

            known.Add(use);
        }
    }

    private void Join(ContainedBuild reachable, Dictionary<object, List<TrustedUse>> uses)
    {
        if (reachable.Role is { } role)
        {
            if (uses.TryGetValue(role.Identity, out var ofRole))
            {
                JoinEach(TrustJoinKind.Role, reachable, role.Written?.Site, ofRole);
            }

            if (uses.TryGetValue(reachable.Project.Construction.Instance, out var starting))
            {
                JoinEach(TrustJoinKind.Role, reachable, place: null, starting);
            }
        }

        if (reachable.Cache is { } cache && uses.TryGetValue(cache.Bucket, out var ofBucket))
        {
            JoinEach(TrustJoinKind.Cache, reachable, cache.Written.Site, ofBucket);
        }

        foreach (var (resource, written, _) in reachable.WrittenResources)
        {
            if (uses.TryGetValue(resource, out var readers))
            {
                JoinEach(TrustJoinKind.Resource, reachable, written.Site, readers);
            }
        }
    }

    /// <summary>
    /// Joins a build with those that may share something with it. For what it is given at one place, one of them is enough.
    /// </summary>
    /// <param name="place">Where the program gives it to the build; null where the others take it from the build.</param>
    private void JoinEach(TrustJoinKind kind, ContainedBuild reachable, Site? place, List<TrustedUse> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (place is { } given && told.Contains((kind, reachable.Project.Construction, given, reachable.Exposure.Reach)))
            {
                return;
            }

            if (
                !ReferenceEquals(candidate.Construction, reachable.Project.Construction)
                && tried.Add((kind, reachable.Project.Construction, candidate.Construction))
            )
            {
                JoinBoth(kind, reachable, candidate);
            }
        }
    }

    private void JoinBoth(TrustJoinKind kind, ContainedBuild reachable, TrustedUse use)
    {
        var found =
            reachable.IsCertain && use.IsCertain
                ? Of(kind, reachable, use, isOfCaller: false)
                : World.Explore(
                    world =>
                        read(world, reachable.Project) is { } one && trusted.Again(world, use) is { } other
                            ? Of(kind, one, other, world.IsOfCaller)
                            : [],
                    cancellationToken
                );
        foreach (var join in found)
        {
            joins.Add(join);
            if (!join.IsOfOthers)
            {
                told.Add((kind, reachable.Project.Construction, join.Written.Site, join.Reachable.Exposure.Reach));
            }
        }
    }

    private static IEnumerable<TrustJoin> Of(TrustJoinKind kind, ContainedBuild reachable, TrustedUse trusted, bool isOfCaller) =>
        reachable.Exposure.IsReachable
            ? Shared(kind, reachable, trusted)
                .Select(shared => new TrustJoin(
                    kind,
                    reachable,
                    trusted,
                    shared.Written,
                    shared.Spelling,
                    shared.Other ?? trusted.Creation,
                    reachable.IsOfOthers || trusted.IsOfOthers || isOfCaller
                ))
            : [];

    private static IEnumerable<(Binding Written, Spelling Spelling, Site? Other)> Shared(
        TrustJoinKind kind,
        ContainedBuild reachable,
        TrustedUse trusted
    ) =>
        kind switch
        {
            TrustJoinKind.Role => SharedRole(reachable, trusted) is { } role ? [role] : [],
            TrustJoinKind.Cache => reachable.Cache is { } one && trusted.Cache is { } other && one.IsSharedWith(other)
                ? [(one.Written, one.Spelling, other.Written.Site)]
                : [],
            _ => reachable
                .WrittenResources.Where(written => trusted.ReadResources.Contains(written.Resource))
                .Select(static written => (written.Written, written.Spelling, (Site?)null)),
        };

    /// <summary>The role that a build of pull requests is given, or that a trusted one takes from it; or the build itself, where a pipeline starts it.</summary>
    private static (Binding Written, Spelling Spelling, Site? Other)? SharedRole(ContainedBuild reachable, TrustedUse trusted)
    {
        if (reachable.Role is not { } one)
        {
            return null;
        }

        foreach (var other in trusted.Roles)
        {
            if (one.Identity.Equals(other.Identity))
            {
                return one.Written is { } written ? (written, one.Spelling, other.Written?.Site)
                    : other.Written is { } taken ? (taken, other.Spelling, taken.Site)
                    : null;
            }
        }

        foreach (var project in trusted.Projects)
        {
            if (ReferenceEquals(project.Value, reachable.Project.Construction.Instance))
            {
                return (project, Spelling.Pipeline, project.Site);
            }
        }

        return null;
    }
}
