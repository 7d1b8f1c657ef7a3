using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

public sealed class SplitStarOnlyActionsTests
{
    private const string Action = "Split actions that need '*' into their own statement";

    private static readonly ProgramOptions Options = ProgramOptions.Default with { CdkVersions = [CdkLibrary.Runnable] };

    [Fact]
    public Task StatementsOfAList() => Verify.CodeFixInStack(
        """
        new ManagedPolicy(this, "Build", new ManagedPolicyProps
        {
            Statements =
            [
                new PolicyStatement(new PolicyStatementProps
                {
                    Sid = "Publish",
                    // What the build publishes.
                    Actions = ["s3:PutObject", "ecr:GetAuthorizationToken"],
                    Resources = [{|CDKSEC203:"*"|}], // Every bucket.
                }),
                new PolicyStatement(new PolicyStatementProps
                {
                    Actions = new[]
                    {
                        "sts:GetCallerIdentity",
                        "sqs:SendMessage",
                        "dynamodb:PutItem",
                        "ecr:GetAuthorizationToken",
                    },
                    Resources = new[]
                    {
                        {|CDKSEC203:"*"|},
                    },
                }),
            ],
        });
        """,
        """
        new ManagedPolicy(this, "Build", new ManagedPolicyProps
        {
            Statements =
            [
                new PolicyStatement(new PolicyStatementProps
                {
                    Sid = "Publish",
                    // What the build publishes.
                    Actions = ["s3:PutObject"],
                    Resources = [{|CDKSEC211:"arn:aws:s3:::${BucketName}/${ObjectName}"|}], // Every bucket.
                }),
                new PolicyStatement(new PolicyStatementProps
                {
                    Actions = ["ecr:GetAuthorizationToken"],
                    Resources = ["*"],
                }),
                new PolicyStatement(new PolicyStatementProps
                {
                    Actions = new[]
                    {
                        "sqs:SendMessage",
                        "dynamodb:PutItem",
                    },
                    Resources = new[]
                    {
                        {|CDKSEC211:"arn:aws:sqs:${Region}:${Account}:${QueueName}"|},
                        {|CDKSEC211:"arn:aws:dynamodb:${Region}:${Account}:table/${TableName}"|},
                    },
                }),
                new PolicyStatement(new PolicyStatementProps
                {
                    Actions = new[]
                    {
                        "sts:GetCallerIdentity",
                        "ecr:GetAuthorizationToken",
                    },
                    Resources = new[]
                    {
                        "*",
                    },
                }),
            ],
        });
        """,
        Action);

    [Theory]
    [InlineData("new[] { ", " }")]
    [InlineData("[", "]")]
    [InlineData("new List<string> { ", " }.ToArray()")]
    public Task AStatementThatIsAdded(string open, string close) => Verify.CodeFixInStack(
        WithRole(
            $$"""
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
            {
                Actions = {{open}}"ecr:GetAuthorizationToken", "s3:GetObject", "s3:PutObject"{{close}},
                Resources = new[] { {|CDKSEC203:"*"|} },
            })); // For the build.
            """),
        WithRole(
            $$"""
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
            {
                Actions = {{open}}"s3:GetObject", "s3:PutObject"{{close}},
                Resources = new[] { {|CDKSEC211:"arn:aws:s3:::${BucketName}/${ObjectName}"|} },
            })); // For the build.
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
            {
                Actions = {{open}}"ecr:GetAuthorizationToken"{{close}},
                Resources = new[] { "*" },
            }));
            """),
        Action,
        Options);

    [Fact]
    public Task AnArgumentBesideOthers() => Verify.CodeFixInStack(
        """
        new ManagedPolicy(this, "Build").AddStatements(new PolicyStatement(new PolicyStatementProps { Actions = ["ecr:GetAuthorizationToken", "s3:GetObject"], Resources = [{|CDKSEC203:"*"|}] }));
        """,
        """
        new ManagedPolicy(this, "Build").AddStatements(new PolicyStatement(new PolicyStatementProps { Actions = ["s3:GetObject"], Resources = [{|CDKSEC211:"arn:aws:s3:::${BucketName}/${ObjectName}"|}] }), new PolicyStatement(new PolicyStatementProps { Actions = ["ecr:GetAuthorizationToken"], Resources = ["*"] }));
        """,
        Action,
        Options);

    [Fact]
    public Task OfATemplate() => Verify.CodeFixInStack(
        Json(
            """
            new Dictionary<string, object>
            {
                ["Effect"] = "Allow",
                ["Action"] = new[] { "ecr:GetAuthorizationToken", "sqs:SendMessage", "dynamodb:PutItem" },
                ["Resource"] = {|CDKSEC203:"*"|},
            },
            """),
        Json(
            """
            new Dictionary<string, object>
            {
                ["Effect"] = "Allow",
                ["Action"] = new[] { "sqs:SendMessage", "dynamodb:PutItem" },
                ["Resource"] = new[] { {|CDKSEC211:"arn:aws:sqs:${Region}:${Account}:${QueueName}"|}, {|CDKSEC211:"arn:aws:dynamodb:${Region}:${Account}:table/${TableName}"|} },
            },
            new Dictionary<string, object>
            {
                ["Effect"] = "Allow",
                ["Action"] = new[] { "ecr:GetAuthorizationToken" },
                ["Resource"] = "*",
            },
            """),
        Action,
        Options);

    [Theory]
    [InlineData("role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:GetObject\" }, Resources = new[] { {|CDKSEC203:\"*\"|} } }));")]
    [InlineData("role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:GetObject\", \"ecr:GetAuthorizationToken\" }, Resources = new[] { \"arn:aws:s3:::widgets/*\", {|CDKSEC203:\"*\"|} } }));")]
    [InlineData("role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:GetObject\", \"ecr:GetAuthorizationToken\" }, Resources = new[] { {|CDKSEC203:\"arn:aws:s3:::*\"|} } }));")]
    [InlineData("role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:GetObject\", \"ecr:GetAuthorizationToken\", id }, Resources = new[] { {|CDKSEC203:\"*\"|} } }));")]
    [InlineData("var statement = new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:GetObject\", \"ecr:GetAuthorizationToken\" }, Resources = new[] { {|CDKSEC203:\"*\"|} } }); role.AddToPolicy(statement);")]
    [InlineData("if (role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:GetObject\", \"ecr:GetAuthorizationToken\" }, Resources = new[] { {|CDKSEC203:\"*\"|} } }))) { }")]
    public Task OtherwiseNothingIsOffered(string statements) => Verify.NoCodeFix(TestProgram.InStack(WithRole(statements)), Action, Options);

    private static string WithRole(string statements) =>
        "var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") });\n" + statements;

    private static string Json(string statements) =>
        $$"""
        new CfnManagedPolicy(this, "Build", new CfnManagedPolicyProps
        {
            PolicyDocument = new Dictionary<string, object>
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new object[]
                {
                    {{statements.Replace("\n", "\n            ", StringComparison.Ordinal)}}
                },
            },
        });
        """;
}
