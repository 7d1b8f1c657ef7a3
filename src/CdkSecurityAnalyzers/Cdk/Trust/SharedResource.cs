using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>Tells buckets and repositories from each other: by the value that stands for one, or by the literal name of an imported one.</summary>
internal static class SharedResource
{
    private const string Bucket = "bucket ";
    private const string ArtifactBucket = "ArtifactBucket";

    /// <summary>The services that have buckets or repositories, as their actions name them.</summary>
    public const string S3 = "s3";

    /// <inheritdoc cref="S3"/>
    public const string Ecr = "ecr";

    /// <inheritdoc cref="S3"/>
    public const string CodeCommit = "codecommit";

    /// <summary>What tells a bucket or repository from others; null when it is not known.</summary>
    public static object? IdentityOf(Value value, World world)
    {
        value = world.Resolve(value);
        return value switch
        {
            MemberValue
            {
                Member.Name: "BucketName" or "BucketArn" or "RepositoryName" or "RepositoryArn" or "Ref" or "AttrArn" or "AttrName",
                Receiver: { } owner
            } => IdentityOf(owner.Value, world),
            MemberValue { Member.Name: ArtifactBucket, Receiver: { } pipeline } given
                when CdkTypes.IsOfPipelines(given.Member.ContainingType) => OfArtifacts(pipeline.Value, world),
            CallValue imported => OfImport(imported, world) ?? (object)imported,
            ObjectValue { IsGiven: false, Type: var type } when CdkTypes.Construct.IsBaseOf(type) => value,
            UnknownValue or MemberValue => value,
            _ => null,
        };
    }

    /// <summary>What tells a repository of a name from others.</summary>
    /// <param name="service">The name of the service as its actions have it: <c>ecr</c>, <c>codecommit</c>.</param>
    public static object OfRepository(string service, string name) => $"{service} repository {name}";

    /// <summary>What stands for all buckets or repositories of a service; null for other services.</summary>
    public static object? AllOf(string? service) =>
        service switch
        {
            S3 => "all buckets",
            Ecr => "all images",
            CodeCommit => "all repositories",
            _ => null,
        };

    /// <summary>What tells a bucket or repository from others that is given as it is, or by its name.</summary>
    public static object? OfSource(Value value, string service, World world) =>
        world.Resolve(value) is ConstantValue { Content: string name }
            ? service == S3
                ? OfBucket(name)
                : OfRepository(service, name)
            : IdentityOf(value, world);

    /// <summary>What tells a bucket of a name from others.</summary>
    public static object OfBucket(string name) => Bucket + name;

    /// <summary>What tells the bucket of a pipeline's artifacts from others: that of the bucket it is given, or else of the pipeline, which makes one.</summary>
    private static object? OfArtifacts(Value pipeline, World world)
    {
        pipeline = world.Resolve(pipeline);
        if (pipeline is MemberValue { Member.Name: "Pipeline", Receiver: { } delivery })
        {
            pipeline = world.Resolve(delivery.Value);
        }

        return
            pipeline is ObjectValue known
            && ObjectMembers.PropsOf(world, known) is { } props
            && ObjectMembers.Read(world, props, ArtifactBucket, out var given) == Presence.Present
            ? IdentityOf(given.Value, world)
            : pipeline;
    }

    private static object? OfImport(CallValue imported, World world) =>
        imported.Method.Name switch
        {
            "FromBucketName" => Text(imported.Argument("bucketName"), world) is { } name ? OfBucket(name) : null,
            "FromBucketArn" => Text(imported.Argument("bucketArn"), world) is { } arn ? OfBucket(LastPart(arn, ':')) : null,
            "FromRepositoryName" => Text(imported.Argument("repositoryName"), world) is { } name
                ? OfRepository(ServiceOf(imported), name)
                : null,
            "FromRepositoryArn" => Text(imported.Argument("repositoryArn"), world) is { } arn
                ? OfRepository(ServiceOf(imported), LastPart(arn, ':'))
                : null,
            _ => null,
        };

    /// <summary>The service of a bucket or repository on which a method is called, or which it imports.</summary>
    public static string ServiceOf(CallValue call) => call.Method.ContainingNamespace.Name.ToLowerInvariant();

    private static string LastPart(string text, char separator) =>
        text.Substring(text.LastIndexOf(separator) + 1).Replace("repository/", string.Empty);

    private static string? Text(Binding? argument, World world) =>
        argument is { } given && world.Resolve(given.Value) is ConstantValue { Content: string text } ? text : null;
}
