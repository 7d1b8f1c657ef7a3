using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
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
            JoinFirst(TrustJoinKind.Role, reachable, ofRole);
        }

        if (reachable.Cache?.Bucket is { } bucket && trusted.TryGetValue(bucket, out var ofBucket))
        {
            JoinFirst(TrustJoinKind.Cache, reachable, ofBucket);
        }

        foreach (var (resource, _) in reachable.WrittenResources)
        {
            if (trusted.TryGetValue(resource, out var readers))
            {
                JoinFirst(TrustJoinKind.Resource, reachable, readers);
            }
        }
    }

    private void JoinFirst(TrustJoinKind kind, ContainedBuild reachable, List<ContainedBuild> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (!ReferenceEquals(candidate.Project.Construction, reachable.Project.Construction) && TryJoin(kind, reachable, candidate))
            {
                return;
            }
        }
    }

    private bool TryJoin(TrustJoinKind kind, ContainedBuild reachable, ContainedBuild trusted)
    {
        if (reachable.IsCertain && trusted.IsCertain)
        {
            return TryAdd(Of(kind, reachable, trusted, isOfCaller: false));
        }

        var found = World.Explore(ReadIn, cancellationToken);
        return !found.IsEmpty && TryAdd(found[0]);

        IEnumerable<TrustJoin> ReadIn(World world)
        {
            if (
                read(world, reachable.Project) is { } one
                && read(world, trusted.Project) is { } other
                && Of(kind, one, other, world.IsOfCaller) is { } join
            )
            {
                yield return join with
                {
                    Reachable = reachable,
                };
            }
        }
    }

    private bool TryAdd(TrustJoin? join)
    {
        if (join is not null)
        {
            joins.Add(join);
        }

        return join is not null;
    }

    private static TrustJoin? Of(TrustJoinKind kind, ContainedBuild reachable, ContainedBuild trusted, bool isOfCaller)
    {
        if (!reachable.Exposure.IsReachable || trusted.Exposure.Reach != Reach.Trusted)
        {
            return null;
        }

        (Binding Written, Spelling Spelling)? shared = kind switch
        {
            TrustJoinKind.Role => SharedRole(reachable, trusted),
            TrustJoinKind.Cache when reachable.Cache is { } one && trusted.Cache is { } other && one.IsSharedWith(other) => (
                one.Written,
                one.Spelling
            ),
            TrustJoinKind.Resource => SharedResources(reachable, trusted),
            _ => null,
        };
        return shared is { } found
            ? new TrustJoin(
                kind,
                reachable,
                trusted,
                found.Written,
                found.Spelling,
                reachable.IsOfOthers || trusted.IsOfOthers || isOfCaller
            )
            : null;
    }

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

    private static (Binding Written, Spelling Spelling)? SharedResources(ContainedBuild reachable, ContainedBuild trusted)
    {
        foreach (var (resource, grant) in reachable.WrittenResources)
        {
            if (trusted.ReadResources.Contains(resource))
            {
                return (new Binding(grant, grant.Site), Spelling.Policy);
            }
        }

        return null;
    }
}
