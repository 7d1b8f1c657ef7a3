using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

public sealed class UnfilledPolicyPlaceholderTests
{
    private static readonly PolicyProgram Program = new("CDKSEC211");

    [Theory]
    [InlineData("{|CDKSEC211:\"arn:aws:s3:::${BucketName}/*\"|}")]
    [InlineData("{|CDKSEC211:$\"arn:aws:s3:::{id}-${{Suffix}}/*\"|}")]
    [InlineData("\"arn:aws:s3:::home/${aws:username}/*\"")]
    [InlineData("\"arn:aws:s3:::a${*}\"")]
    [InlineData("Fn.Sub(\"arn:aws:s3:::${Bucket}/*\")")]
    [InlineData("new Amazon.CDK.AWS.S3.Bucket(this, \"B\").BucketArn")]
    public async Task Resources(string resource)
    {
        await Program.Allowing("\"s3:GetObject\"", resource);
        await Program.Allowing("\"s3:GetObject\"", resource, "Effect = Effect.DENY");
    }

    [Theory]
    [InlineData("{|CDKSEC211:\"${OrganizationId}\"|}")]
    [InlineData("\"${aws:PrincipalTag/team}\"")]
    public Task Conditions(string value) => Program.Allowing(
        "\"s3:GetObject\"",
        "\"*\"",
        $$"""Conditions = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["aws:ResourceTag/team"] = {{value}} } }""");

    [Theory]
    [InlineData("\"s3:GetObject\"", "{|CDKSEC211:\"arn:aws:s3:::${BucketName}/*\"|}")]
    [InlineData("\"s3:GetObject\"", "new Dictionary<string, object> { [\"Fn::Sub\"] = \"arn:aws:s3:::${BucketName}/*\" }")]
    [InlineData("{|CDKSEC211:\"${Service}:GetObject\"|}", "\"*\"")]
    public Task Json(string action, string resource) => Program.Json($"[\"Effect\"] = \"Allow\", [\"Action\"] = {action}, [\"Resource\"] = {resource}");
}
