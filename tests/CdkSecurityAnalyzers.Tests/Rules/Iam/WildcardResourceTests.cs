using System.Globalization;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

public sealed class WildcardResourceTests
{
    private static readonly PolicyProgram Program = new("CDKSEC203");

    [Theory]
    [InlineData("\"s3:PutObject\"", "{|CDKSEC203:\"*\"|}")]
    [InlineData("\"s3:GetObject\", \"ecr:GetAuthorizationToken\"", "{|CDKSEC203:\"*\"|}")]
    [InlineData("\"s3:GetObject\"", "{|CDKSEC203:\"arn:aws:s3:::*\"|}")]
    [InlineData("\"s3:GetObject\"", "{|CDKSEC203:\"arn:aws:s3:::*/*\"|}")]
    [InlineData("\"S3:getobject\"", "{|CDKSEC203:\"*\"|}")]
    [InlineData("\"s3:Put*\"", "{|CDKSEC203:\"*\"|}")]
    [InlineData("\"dynamodb:PutItem\"", "{|CDKSEC203:\"arn:aws:dynamodb:*:*:table/*\"|}")]
    [InlineData("\"secretsmanager:GetSecretValue\"", "\"arn:aws:secretsmanager:eu-west-1:111122223333:secret:a\", {|CDKSEC203:\"*\"|}")]
    [InlineData("\"logs:CreateLogGroup\"", "{|CDKSEC203:\"arn:*:*:*:*:*\"|}")]
    public Task Open(string actions, string resources) => Program.Allowing(actions, resources);

    [Theory]
    [InlineData("\"ecr:GetAuthorizationToken\"", "\"*\"")]
    [InlineData("\"ec2:Describe*\"", "\"*\"")]
    [InlineData("\"sts:GetCallerIdentity\"", "\"*\"")]
    [InlineData("\"s3:ListAllMyBuckets\"", "\"*\"")]
    [InlineData("\"cloudwatch:PutMetricData\"", "\"*\"")]
    [InlineData("\"s3:List*\"", "\"*\"")]
    [InlineData("\"no-such-service:Read\"", "\"*\"")]
    [InlineData("\"s3:GetObject\"", "\"arn:aws:s3:::bucket/*\"")]
    [InlineData("\"logs:PutLogEvents\"", "\"arn:aws:logs:eu-west-1:111122223333:log-group:x:*\"")]
    [InlineData("\"dynamodb:PutItem\"", "\"arn:aws:dynamodb:eu-west-1:123456789012:table/*\"")]
    [InlineData("\"dynamodb:PutItem\"", "$\"arn:aws:dynamodb:{Region}:{Account}:table/*\"")]
    [InlineData("\"s3:GetObject\"", "id")]
    [InlineData("\"s3:GetObject\"", "new Amazon.CDK.AWS.S3.Bucket(this, \"B\").BucketArn + \"/*\"")]
    [InlineData("\"s3:GetObject\"", "new Amazon.CDK.AWS.S3.Bucket(this, \"B\").ArnForObjects(\"*\")")]
    [InlineData("id", "\"*\"")]
    [InlineData("\"*\"", "\"*\"")]
    [InlineData("\"s3:*\", \"sqs:SendMessage\"", "\"*\"")]
    [InlineData("\"iam:PassRole\"", "\"*\"")]
    [InlineData("\"iam:AttachRolePolicy\"", "\"*\"")]
    public Task Silent(string actions, string resources) => Program.Allowing(actions, resources);

    [Theory]
    [InlineData("{|CDKSEC203:FormatArn(new ArnComponents { Service = \"dynamodb\", Resource = \"table\", ResourceName = \"*\", Region = \"*\", Account = \"*\" })|}")]
    [InlineData("FormatArn(new ArnComponents { Service = \"dynamodb\", Resource = \"table\", ResourceName = \"*\" })")]
    [InlineData("Fn.Join(\":\", new[] { \"arn\", Aws.PARTITION, \"dynamodb\", Aws.REGION, Aws.ACCOUNT_ID, \"table/*\" })")]
    [InlineData("{|CDKSEC203:Fn.Sub(\"arn:${AWS::Partition}:dynamodb:*:*:table/*\")|}")]
    [InlineData("Fn.Sub(\"arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/*\")")]
    public Task ArnsThatAreFormatted(string resource) => Program.Allowing("\"dynamodb:PutItem\"", resource);

    [Theory]
    [InlineData("Conditions = new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"aws:ResourceTag/team\"] = \"build\" } }")]
    [InlineData("Conditions = new Dictionary<string, object> { [id] = new Dictionary<string, object>() }")]
    [InlineData("Effect = Effect.DENY")]
    public Task Narrowed(string more) => Program.Allowing("\"s3:GetObject\"", "\"*\"", more);

    [Theory]
    [InlineData("statement.AddCondition(\"Bool\", new Dictionary<string, object> { [\"aws:SecureTransport\"] = \"true\" });")]
    [InlineData("statement.AddConditions(new Dictionary<string, object> { [\"Bool\"] = new Dictionary<string, object> { [\"aws:SecureTransport\"] = \"true\" } });")]
    [InlineData("statement.AddSourceAccountCondition(\"111122223333\");")]
    public Task NarrowedLater(string change) => Program.WithRole(
        $$"""
        var statement = new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:GetObject" }, Resources = new[] { "*" } });
        role.AddToPolicy(statement);
        {{change}}
        """);

    [Fact]
    public Task AllResources() => Program.WithRole(
        """
        var statement = new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:GetObject" } });
        {|CDKSEC203:statement.AddAllResources()|};
        role.AddToPolicy(statement);
        """);

    [Theory]
    [InlineData("\"s3:GetObject\"", "{|CDKSEC203:\"*\"|}")]
    [InlineData("\"s3:GetObjec?\"", "{|CDKSEC203:\"*\"|}")]
    [InlineData("\"s3:GetObject\"", "new Dictionary<string, object> { [\"Fn::Sub\"] = \"arn:aws:s3:::${Bucket}/*\" }")]
    [InlineData("\"s3:GetObject\"", "{|CDKSEC203:new Dictionary<string, object> { [\"Fn::Sub\"] = \"arn:${AWS::Partition}:s3:::*\" }|}")]
    [InlineData("\"s3:GetObject\"", "new Dictionary<string, object> { [\"Fn::GetAtt\"] = new[] { \"Bucket\", \"Arn\" } }")]
    public Task Json(string action, string resource) => Program.Json($"[\"Effect\"] = \"Allow\", [\"Action\"] = {action}, [\"Resource\"] = {resource}");

    [Fact]
    public Task KeyPoliciesMeanTheKeyItself() => Program.Statements(
        """
        new Amazon.CDK.AWS.KMS.Key(this, "Key").AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Principals = new[] { new AccountRootPrincipal() },
            Actions = new[] { "kms:Decrypt" },
            Resources = new[] { "*" },
        }));
        """);

    [Theory]
    [InlineData("\"s3:PutObject\"", "restrict s3:PutObject to arn:aws:s3:::<")]
    [InlineData("\"s3:PutObject\", \"s3:GetObject\", \"ecr:GetAuthorizationToken\"", "name the resources of s3:PutObject and s3:GetObject, such as arn:aws:s3:::<")]
    [InlineData("\"s3:PutObject\", \"sqs:SendMessage\", \"sns:Publish\", \"dynamodb:PutItem\"", "s3:PutObject, sqs:SendMessage, sns:Publish and 1 more")]
    public async Task TheMessageSaysWhatToRestrictToWhat(string actions, string advice)
    {
        var finding = Assert.Single(await Analysis.Run(TestProgram.InStack(
            $$"""
            new ManagedPolicy(this, "P").AddStatements(new PolicyStatement(new PolicyStatementProps { Actions = new[] { {{actions}} }, Resources = new[] { "*" } }));
            """)));

        Assert.Contains(advice, finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
