using System;
using System.Collections.Immutable;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>Where in S3 the builds of a project keep their cache.</summary>
/// <param name="Bucket">What tells the bucket from others: see <see cref="SharedResource"/>.</param>
/// <param name="Prefix">The known prefix, or the value that gives one; empty when there is none.</param>
/// <param name="Scope">The namespace that separates caches in one place, in the same way.</param>
/// <param name="Written">What the program gives the project.</param>
internal sealed record BuildCache(object Bucket, object Prefix, object Scope, Binding Written, Spelling Spelling)
{
    /// <summary>Whether two projects read what the other has left.</summary>
    public bool IsSharedWith(BuildCache other) => Bucket.Equals(other.Bucket) && Prefix.Equals(other.Prefix) && Scope.Equals(other.Scope);
}

/// <summary>Reads where projects keep their cache (<c>Cache.bucket</c> of aws-cdk-lib, <c>ProjectCache</c> in the API reference).</summary>
internal sealed class BuildCacheReader(World world)
{
    /// <summary>The cache; null when there is none in S3, and when it is not known.</summary>
    public BuildCache? Read(TemplateNode? cache) =>
        cache switch
        {
            TemplateUnknown { Written.Value: CallValue { Method.Name: "Bucket" } call } given => OfCall(call, given),
            TemplateObject known when known["Type"] is TemplateScalar { Text: "S3" } or TemplateUnknown => OfLocation(known),
            _ => null,
        };

    private BuildCache? OfCall(CallValue call, TemplateUnknown given)
    {
        if (call.Argument("bucket") is not { } bucket || SharedResource.IdentityOf(bucket.Value, world) is not { } identity)
        {
            return null;
        }

        var options = call.Argument("options") is { } argument ? world.Resolve(argument) : default;
        return Option(options, "Prefix") is { } prefix && Option(options, "CacheNamespace") is { } scope
            ? new BuildCache(identity, prefix, scope, given.Written, given.Spelling)
            : null;
    }

    private object? Option(Binding options, string name) =>
        options.Value switch
        {
            null or NullValue => string.Empty,
            ObjectValue known => ObjectMembers.Read(world, known, name, out var given) switch
            {
                Presence.Absent => string.Empty,
                Presence.Present => given.Value is ConstantValue { Text: var text } ? text.Trim('/') : given.Value,
                _ => null,
            },
            _ => null,
        };

    private BuildCache? OfLocation(TemplateObject cache)
    {
        var scope = cache["CacheNamespace"] switch
        {
            null or TemplateAbsence => string.Empty,
            TemplateScalar { Text: { } text } => text,
            TemplateUnknown { Written.Value: UnsetValue } => string.Empty,
            _ => null,
        };
        if (scope is null)
        {
            return null;
        }

        switch (cache["Location"])
        {
            case TemplateScalar { Rendered: ConstantValue { Text: var text } } literal:
                var slash = text.IndexOf('/');
                var (name, prefix) = slash < 0 ? (text, string.Empty) : (text.Substring(0, slash), text.Substring(slash + 1).Trim('/'));
                return new BuildCache(SharedResource.OfBucket(name), prefix, scope, literal.Written, literal.Spelling);
            case TemplateScalar { Rendered: TextValue { Parts: var parts } } location when SplitParts(parts) is var (bucket, rest):
                return new BuildCache(bucket, rest, scope, location.Written, location.Spelling);
            case TemplateUnknown { Written.Value: not UnsetValue } reference
                when SharedResource.IdentityOf(reference.Written.Value, world) is { } identity:
                return new BuildCache(identity, string.Empty, scope, reference.Written, reference.Spelling);
            default:
                return null;
        }
    }

    /// <summary>The bucket and the prefix of <c>bucket.BucketName + "/prefix"</c>.</summary>
    private (object Bucket, string Prefix)? SplitParts(ImmutableArray<TextPart> parts) =>
        parts.Length == 2
        && parts[0].Hole is { } hole
        && parts[1].Known is { } rest
        && rest.StartsWith("/", StringComparison.Ordinal)
        && SharedResource.IdentityOf(hole, world) is { } bucket
            ? (bucket, rest.Trim('/'))
            : null;
}
