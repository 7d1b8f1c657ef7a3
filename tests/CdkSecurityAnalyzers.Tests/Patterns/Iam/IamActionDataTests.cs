using CdkSecurityAnalyzers.Patterns.Iam;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Patterns.Iam;

/// <summary>Facts of the Service Authorization Reference that verdicts rest on; a refreshed table must still know them.</summary>
public sealed class IamActionDataTests
{
    [Theory]
    [InlineData("ecr:GetAuthorizationToken")]
    [InlineData("ecr-public:GetAuthorizationToken")]
    [InlineData("sts:GetCallerIdentity")]
    [InlineData("sts:GetServiceBearerToken")]
    [InlineData("s3:ListAllMyBuckets")]
    [InlineData("ec2:DescribeInstances")]
    [InlineData("ec2:DescribeSubnets")]
    [InlineData("ec2:DescribeNetworkInterfaces")]
    [InlineData("ssm:DescribeParameters")]
    [InlineData("kms:ListAliases")]
    [InlineData("xray:PutTraceSegments")]
    [InlineData("tag:GetResources")]
    [InlineData("codebuild:ImportSourceCredentials")]
    public void Some_actions_have_no_resource(string action) => Assert.Equal(ResourceRequirement.StarOnly, Find(action).Requirement);

    [Theory]
    [InlineData("cloudwatch:PutMetricData")]
    [InlineData("cloudwatch:GetMetricData")]
    [InlineData("cloudformation:DescribeStacks")]
    [InlineData("cloudformation:GetTemplateSummary")]
    [InlineData("polly:SynthesizeSpeech")]
    [InlineData("translate:TranslateText")]
    [InlineData("rds:DescribeDBInstances")]
    [InlineData("iam:SimulatePrincipalPolicy")]
    [InlineData("elasticfilesystem:DescribeFileSystems")]
    public void Some_actions_can_do_without_a_resource(string action) => Assert.Equal(ResourceRequirement.Optional, Find(action).Requirement);

    [Theory]
    [InlineData("s3:GetObject", "arn:aws:s3:::<BucketName>/<ObjectName>")]
    [InlineData("s3:PutObject", "arn:aws:s3:::<BucketName>/<ObjectName>")]
    [InlineData("s3:ListBucket", "arn:aws:s3:::<BucketName>")]
    [InlineData("s3:AbortMultipartUpload", "arn:aws:s3:::<BucketName>/<ObjectName>")]
    [InlineData("events:PutRule", null)]
    [InlineData("execute-api:Invoke", null)]
    [InlineData("ecs:TagResource", null)]
    [InlineData("codebuild:PutResourcePolicy", null)]
    public void Some_actions_need_one_of_several_kinds(string action, string? arn)
    {
        Assert.Equal(ResourceRequirement.OneOf, Find(action).Requirement);
        if (arn is not null)
        {
            Assert.Equal(arn, Find(action).Arn);
        }
    }

    [Theory]
    [InlineData("logs:CreateLogGroup", "arn:aws:logs:<Region>:<Account>:log-group:<LogGroupName>")]
    [InlineData("logs:PutLogEvents", "arn:aws:logs:<Region>:<Account>:log-group:<LogGroupName>:log-stream:<LogStreamName>")]
    [InlineData("codeartifact:GetAuthorizationToken", "arn:aws:codeartifact:<Region>:<Account>:domain/<DomainName>")]
    [InlineData("iam:PassRole", "arn:aws:iam::<Account>:role/<RoleNameWithPath>")]
    [InlineData("sts:AssumeRole", "arn:aws:iam::<Account>:role/<RoleNameWithPath>")]
    [InlineData("codebuild:StartBuild", "arn:aws:codebuild:<Region>:<Account>:project/<ProjectName>")]
    [InlineData("dynamodb:Query", "arn:aws:dynamodb:<Region>:<Account>:table/<TableName>")]
    [InlineData("ec2:CreateNetworkInterface", "arn:aws:ec2:<Region>:<Account>:network-interface/<NetworkInterfaceId>")]
    [InlineData("ec2:RunInstances", "arn:aws:ec2:<Region>:<Account>:instance/<InstanceId>")]
    [InlineData("cloudfront:CreateInvalidation", "arn:aws:cloudfront::<Account>:distribution/<DistributionId>")]
    [InlineData("kms:Decrypt", "arn:aws:kms:<Region>:<Account>:key/<KeyId>")]
    [InlineData("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:<Region>:<Account>:secret:<SecretId>")]
    [InlineData("ssm:GetParameter", "arn:aws:ssm:<Region>:<Account>:parameter/<ParameterNameWithoutLeadingSlash>")]
    public void Most_actions_require_a_resource(string action, string arn)
    {
        Assert.Equal(ResourceRequirement.Required, Find(action).Requirement);
        Assert.Equal(arn, Find(action).Arn);
    }

    [Theory]
    [InlineData("s3:ListBucket", "List")]
    [InlineData("s3:GetObject", "Read")]
    [InlineData("s3:PutObject", "Write")]
    [InlineData("s3:PutObjectAcl", "PermissionsManagement")]
    [InlineData("s3:PutBucketPolicy", "PermissionsManagement")]
    [InlineData("ec2:CreateTags", "Tagging")]
    [InlineData("iam:PassRole", "Write")]
    public void Actions_have_a_level(string action, string level) => Assert.Equal(level, Find(action).Level.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("S")]
    [InlineData("s3s")]
    [InlineData("zzz")]
    [InlineData("# Made")]
    public void Other_services_are_unknown(string prefix) => Assert.Null(IamActionData.Find(prefix));

    private static IamAction Find(string action)
    {
        var found = Assert.Single(ActionPattern.Parse(action).Coverage().Actions);
        Assert.Equal(action, found.ToString());
        return found;
    }
}
