using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>
/// Collects the buckets and repositories that a trusted build or a pipeline reads. Each is also one of all those of its service, for builds that may write to all.
/// </summary>
internal sealed class ReadResources
{
    private ImmutableArray<object>.Builder? found;

    /// <param name="resource">What tells it from others; null when that is not known.</param>
    /// <param name="service">The name of the service as its actions have it; null for one whose resources are not told apart.</param>
    public void Add(object? resource, string? service)
    {
        if (resource is null)
        {
            return;
        }

        found ??= ImmutableArray.CreateBuilder<object>();
        found.Add(resource);
        if (SharedResource.AllOf(service) is { } all)
        {
            found.Add(all);
        }
    }

    public ImmutableArray<object> ToImmutable() => found?.ToImmutable() ?? [];
}
