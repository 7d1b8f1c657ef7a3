using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

public sealed class UnscopedServiceTrustTests
{
    private static readonly PolicyProgram Program = PolicyProgram.Enabling("CDKSEC213");

    [Theory]
    [InlineData("new ServicePrincipal({|CDKSEC213:\"codebuild.amazonaws.com\"|})")]
    [InlineData("new AccountRootPrincipal()")]
    [InlineData("new ServicePrincipal(\"codebuild.amazonaws.com\", new ServicePrincipalOpts { Conditions = new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"aws:SourceAccount\"] = Account } } })")]
    [InlineData("new ServicePrincipal(\"codebuild.amazonaws.com\").WithConditions(new Dictionary<string, object> { [\"ArnLike\"] = new Dictionary<string, object> { [\"AWS:SourceArn\"] = \"arn:aws:codebuild:eu-west-1:111122223333:project/docs\" } })")]
    public Task Principals(string principal) => Program.Trusting(principal);

    [Fact]
    public Task ResourcePolicies() => Program.Statements(
        """
        var statement = new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:PutObject" }, Resources = new[] { "*" } });
        statement.AddServicePrincipal({|CDKSEC213:"cloudtrail.amazonaws.com"|});
        new Amazon.CDK.AWS.S3.Bucket(this, "B").AddToResourcePolicy(statement);
        """);
}
