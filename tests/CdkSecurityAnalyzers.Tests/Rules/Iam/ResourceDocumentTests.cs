using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

/// <summary>Policies of buckets, keys and queues that are written as JSON into L1 resources.</summary>
public sealed class ResourceDocumentTests
{
    private const string Service = "[\"Effect\"] = \"Allow\", [\"Principal\"] = new Dictionary<string, object> { [\"Service\"] = {|CDKSEC213:\"cloudtrail.amazonaws.com\"|} }, [\"Action\"] = \"kms:*\", [\"Resource\"] = \"*\"";

    private static readonly ProgramOptions Options = ProgramOptions.Default with
    {
        CdkVersions = [CdkLibrary.Oldest, CdkLibrary.Newest],
        Enable = ["CDKSEC213"],
    };

    public static TheoryData<string> Resources { get; } =
    [
        "new Amazon.CDK.AWS.S3.CfnBucketPolicy(this, \"P\", new Amazon.CDK.AWS.S3.CfnBucketPolicyProps { Bucket = \"b\", PolicyDocument = ¤ });",
        "new Amazon.CDK.AWS.KMS.CfnKey(this, \"K\", new Amazon.CDK.AWS.KMS.CfnKeyProps { KeyPolicy = ¤ });",
        "new Amazon.CDK.AWS.SQS.CfnQueuePolicy(this, \"P\", new Amazon.CDK.AWS.SQS.CfnQueuePolicyProps { Queues = new[] { \"q\" }, PolicyDocument = ¤ });",
        "new Amazon.CDK.AWS.ECR.CfnRepository(this, \"R\", new Amazon.CDK.AWS.ECR.CfnRepositoryProps { RepositoryPolicyText = ¤ });",
        "var key = new Amazon.CDK.AWS.KMS.CfnKey(this, \"K\", new Amazon.CDK.AWS.KMS.CfnKeyProps { KeyPolicy = new Dictionary<string, object>() }); key.KeyPolicy = ¤;",
        "var key = new Amazon.CDK.AWS.KMS.Key(this, \"K\"); ((Amazon.CDK.AWS.KMS.CfnKey)key.Node.DefaultChild!).KeyPolicy = ¤;",
    ];

    [Theory]
    [MemberData(nameof(Resources))]
    public Task AServiceWithoutASource(string resource) => Check(resource, Service);

    [Theory]
    [MemberData(nameof(Resources))]
    public Task EverybodyButSome(string resource) => Check(
        resource,
        "[\"Effect\"] = \"Allow\", [\"NotPrincipal\"] = new Dictionary<string, object> { [\"AWS\"] = {|CDKSEC204:\"111122223333\"|} }, [\"Action\"] = \"kms:Decrypt\", [\"Resource\"] = {|CDKSEC211:\"arn:aws:s3:::${Bucket}/*\"|}");

    [Theory]
    [MemberData(nameof(Resources))]
    public Task TheResourceItselfIsNoWildcard(string resource) => Check(
        resource,
        "[\"Effect\"] = \"Allow\", [\"Principal\"] = new Dictionary<string, object> { [\"AWS\"] = \"arn:aws:iam::111122223333:root\" }, [\"Action\"] = \"*\", [\"Resource\"] = \"*\"");

    [Theory]
    [MemberData(nameof(Resources))]
    public Task ANarrowedServiceIsSilent(string resource) => Check(
        resource,
        "[\"Effect\"] = \"Allow\", [\"Principal\"] = new Dictionary<string, object> { [\"Service\"] = \"cloudtrail.amazonaws.com\" }, [\"Action\"] = \"kms:*\", [\"Resource\"] = \"*\", "
        + "[\"Condition\"] = new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"aws:SourceAccount\"] = \"111122223333\" } }");

    [Fact]
    public Task AnOverrideMayNarrow() => Verify.InStack(
        """
        var policy = new Amazon.CDK.AWS.S3.CfnBucketPolicy(this, "P", new Amazon.CDK.AWS.S3.CfnBucketPolicyProps { Bucket = "b", PolicyDocument = ¤ });
        policy.AddPropertyOverride("PolicyDocument.Statement.0.Condition", new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = "111122223333" } });
        """.Replace("¤", Document(Service.Replace("{|CDKSEC213:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)), StringComparison.Ordinal),
        Options);

    private static Task Check(string resource, string statement) => Verify.InStack(resource.Replace("¤", Document(statement), StringComparison.Ordinal), Options);

    private static string Document(string statement) =>
        $$"""new Dictionary<string, object> { ["Version"] = "2012-10-17", ["Statement"] = new object[] { new Dictionary<string, object> { {{statement}} } } }""";
}
