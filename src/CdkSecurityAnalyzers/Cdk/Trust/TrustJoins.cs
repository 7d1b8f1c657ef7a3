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
/// Finds what builds of pull requests share with trusted ones. What both have is looked up first; where the program decides about one of them, both are read
/// anew in one world.
/// </summary>
/// <param name="read">Reads a project in a world; null when it is not made there.</param>
internal sealed class TrustJoins(Func<World, CodeBuildProject, ContainedBuild?> read, CancellationToken cancellationToken)
{
    private readonly ImmutableArray<TrustJoin>.Builder joins = ImmutableArray.CreateBuilder<TrustJoin>(0);
    private readonly HashSet<(TrustJoinKind Kind, ConstructionEvent Reachable, ConstructionEvent Trusted)> tried = [];
    private readonly HashSet<(TrustJoinKind Kind, ConstructionEvent Reachable, Site Place, Reach Reach)> told = [];

    public ImmutableArray<TrustJoin> Find(ImmutableArray<ContainedBuild>.Builder builds)
    {
        Dictionary<object, List<ContainedBuild>>? trusted = null;
        foreach (var build in builds)
        {
            if (build.Exposure.IsReachable)
            {
                trusted ??= Trusted(builds);
                Join(build, trusted);
            }
        }

        return joins.ToImmutable();
    }

    /// <summary>The trusted builds by what they have and read.</summary>
    private static Dictionary<object, List<ContainedBuild>> Trusted(ImmutableArray<ContainedBuild>.Builder builds)
    {
        var found = new Dictionary<object, List<ContainedBuild>>();
        foreach (var build in builds)
        {
            if (build.Exposure.Reach == Reach.Trusted)
            {
                Add(build.Role?.Identity, build);
                Add(build.Cache?.Bucket, build);
                foreach (var resource in build.ReadResources)
                {
                    Add(resource, build);
                }
            }
        }

        return found;

        void Add(object? key, ContainedBuild build)
        {
            if (key is null)
            {
                return;
            }

            if (!found.TryGetValue(key, out var known))
            {
                found.Add(key, known = new List<ContainedBuild>(1));
            }

            known.Add(build);
        }
    }

    private void Join(ContainedBuild reachable, Dictionary<object, List<ContainedBuild>> trusted)
    {
        if (reachable.Role?.Identity is { } role && trusted.TryGetValue(role, out var ofRole))
        {
            JoinEach(TrustJoinKind.Role, reachable, reachable.Role.Written?.Site, ofRole);
        }

        if (reachable.Cache is { } cache && trusted.TryGetValue(cache.Bucket, out var ofBucket))
        {
            JoinEach(TrustJoinKind.Cache, reachable, cache.Written.Site, ofBucket);
        }

        foreach (var (resource, grant) in reachable.WrittenResources)
        {
            if (trusted.TryGetValue(resource, out var readers))
            {
                JoinEach(TrustJoinKind.Resource, reachable, grant.Site, readers);
            }
        }
    }

    /// <summary>
    /// Joins a build with those that may share something with it. For what it is given at one place, one of them is enough.
    /// </summary>
    /// <param name="place">Where the program gives it to the build; null where the others take it from the build.</param>
    private void JoinEach(TrustJoinKind kind, ContainedBuild reachable, Site? place, List<ContainedBuild> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (place is { } given && told.Contains((kind, reachable.Project.Construction, given, reachable.Exposure.Reach)))
            {
                return;
            }

            if (
                !ReferenceEquals(candidate.Project.Construction, reachable.Project.Construction)
                && tried.Add((kind, reachable.Project.Construction, candidate.Project.Construction))
            )
            {
                JoinBoth(kind, reachable, candidate);
            }
        }
    }

    private void JoinBoth(TrustJoinKind kind, ContainedBuild reachable, ContainedBuild trusted)
    {
        var found =
            reachable.IsCertain && trusted.IsCertain
                ? Of(kind, reachable, trusted, isOfCaller: false)
                : World.Explore(
                    world =>
                        read(world, reachable.Project) is { } one && read(world, trusted.Project) is { } other
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

    private static IEnumerable<TrustJoin> Of(TrustJoinKind kind, ContainedBuild reachable, ContainedBuild trusted, bool isOfCaller) =>
        reachable.Exposure.IsReachable && trusted.Exposure.Reach == Reach.Trusted
            ? Shared(kind, reachable, trusted)
                .Select(shared => new TrustJoin(
                    kind,
                    reachable,
                    trusted,
                    shared.Written,
                    shared.Spelling,
                    reachable.IsOfOthers || trusted.IsOfOthers || isOfCaller
                ))
            : [];

    private static IEnumerable<(Binding Written, Spelling Spelling)> Shared(
        TrustJoinKind kind,
        ContainedBuild reachable,
        ContainedBuild trusted
    ) =>
        kind switch
        {
            TrustJoinKind.Role => SharedRole(reachable, trusted) is { } role ? [role] : [],
            TrustJoinKind.Cache => reachable.Cache is { } one && trusted.Cache is { } other && one.IsSharedWith(other)
                ? [(one.Written, one.Spelling)]
                : [],
            _ => reachable
                .WrittenResources.Where(written => trusted.ReadResources.Contains(written.Resource))
                .Select(static written => (new Binding(written.Grant, written.Grant.Site), Spelling.Policy)),
        };

    /// <summary>The role that a build of pull requests is given, or that a trusted one takes from it.</summary>
    private static (Binding Written, Spelling Spelling)? SharedRole(ContainedBuild reachable, ContainedBuild trusted)
    {
        if (reachable.Role is not { } one || trusted.Role is not { } other || !one.Identity.Equals(other.Identity))
        {
            return null;
        }

        return one.Written is { } written ? (written, one.Spelling)
            : other.Written is { } taken ? (taken, other.Spelling)
            : null;
    }
}
