using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>Tells buckets and repositories from each other: by the value that stands for one, or by the literal name of an imported one.</summary>
internal static class SharedResource
{
    private const string Bucket = "bucket ";
    private const string Repository = "repository ";

    /// <summary>What tells a bucket or repository from others; null when it is not known.</summary>
    public static object? IdentityOf(Value value, World world)
    {
        value = world.Resolve(value);
        return value switch
        {
            MemberValue
            {
                Member.Name: "BucketName" or "BucketArn" or "RepositoryName" or "RepositoryArn" or "Ref" or "AttrArn",
                Receiver: { } owner
            } => IdentityOf(owner.Value, world),
            CallValue imported => OfImport(imported, world) ?? (object)imported,
            ObjectValue { IsGiven: false, Type: var type } when CdkTypes.Construct.IsBaseOf(type) => value,
            UnknownValue or MemberValue => value,
            _ => null,
        };
    }

    /// <summary>What tells a bucket of a name from others.</summary>
    public static object OfBucket(string name) => Bucket + name;

    private static object? OfImport(CallValue imported, World world) =>
        imported.Method.Name switch
        {
            "FromBucketName" => Text(imported.Argument("bucketName"), world) is { } name ? OfBucket(name) : null,
            "FromBucketArn" => Text(imported.Argument("bucketArn"), world) is { } arn ? OfBucket(LastPart(arn, ':')) : null,
            "FromRepositoryName" => Text(imported.Argument("repositoryName"), world) is { } name ? Repository + name : null,
            "FromRepositoryArn" => Text(imported.Argument("repositoryArn"), world) is { } arn ? Repository + LastPart(arn, ':') : null,
            _ => null,
        };

    private static string LastPart(string text, char separator) =>
        text.Substring(text.LastIndexOf(separator) + 1).Replace("repository/", string.Empty);

    private static string? Text(Binding? argument, World world) =>
        argument is { } given && world.Resolve(given.Value) is ConstantValue { Content: string text } ? text : null;
}
