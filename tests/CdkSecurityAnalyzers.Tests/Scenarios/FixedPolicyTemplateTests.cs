using System.Text.Json.Nodes;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Scenarios;

/// <summary>What a fix of permissions promises in its title is what the statements of the template say afterwards.</summary>
public sealed class FixedPolicyTemplateTests
{
    private const string Provider = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";

    [Fact]
    public Task ThePassRoleIsLimitedToTheBuildService() => Gives(
        Allowing("Actions = [\"iam:PassRole\"], Resources = [\"*\"]"),
        "CDKSEC205",
        "Restrict the pass-role to codebuild.amazonaws.com",
        """
        [{ "Action": "iam:PassRole", "Condition": { "StringEquals": { "iam:PassedToService": "codebuild.amazonaws.com" } }, "Effect": "Allow", "Resource": "*" }]
        """);

    [Theory]
    [InlineData("new Role(this, \"Deploy\", new RoleProps { AssumedBy = new AnyPrincipal() });")]
    [InlineData("new Role(this, \"Deploy\", new RoleProps { AssumedBy = new ArnPrincipal(\"*\") });")]
    public Task TheAccountIsTrusted(string role) => Gives(
        role,
        "CDKSEC208",
        "Trust this account only",
        """
        [{
          "Action": "sts:AssumeRole",
          "Effect": "Allow",
          "Principal": { "AWS": { "Fn::Join": ["", ["arn:", { "Ref": "AWS::Partition" }, ":iam::", { "Ref": "AWS::AccountId" }, ":root"]] } }
        }]
        """);

    [Fact]
    public Task TheAccountIsTrustedInATemplate() => Gives(
        """
        new CfnRole(this, "Deploy", new CfnRoleProps
        {
            AssumeRolePolicyDocument = new Dictionary<string, object>
            {
                ["Statement"] = new object[] { new Dictionary<string, object> { ["Effect"] = "Allow", ["Principal"] = "*", ["Action"] = "sts:AssumeRole" } },
            },
        });
        """,
        "CDKSEC208",
        "Trust this account only",
        """[{ "Action": "sts:AssumeRole", "Effect": "Allow", "Principal": { "AWS": { "Ref": "AWS::AccountId" } } }]""");

    [Fact]
    public Task OneBranchOfOneRepositoryIsTrusted() => Gives(
        $$"""new Role(this, "Deploy", new RoleProps { AssumedBy = new WebIdentityPrincipal("{{Provider}}") });""",
        "CDKSEC209",
        "Limit the GitHub trust to one repository and branch",
        $$$"""
        [{
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": {
            "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
            "StringLike": { "token.actions.githubusercontent.com:sub": "repo:${Owner}/${Repository}:ref:refs/heads/${Branch}" }
          },
          "Effect": "Allow",
          "Principal": { "Federated": "{{{Provider}}}" }
        }]
        """,
        remaining: "CDKSEC211");

    [Fact]
    public Task ActionsThatNeedEverythingAreApart() => Gives(
        Allowing("Actions = [\"s3:PutObject\", \"ecr:GetAuthorizationToken\"], Resources = [\"*\"]"),
        "CDKSEC203",
        "Split actions that need '*' into their own statement",
        """
        [
          { "Action": "s3:PutObject", "Effect": "Allow", "Resource": "arn:aws:s3:::${BucketName}/${ObjectName}" },
          { "Action": "ecr:GetAuthorizationToken", "Effect": "Allow", "Resource": "*" }
        ]
        """,
        remaining: "CDKSEC211");

    [Fact]
    public Task TheActionThatExistsIsAllowed() => Gives(
        Allowing("Actions = [\"s3:GetObjects\"], Resources = [\"arn:aws:s3:::widgets/*\"]"),
        "CDKSEC210",
        "Correct the action (check that it is the one that was meant)",
        """[{ "Action": "s3:GetObject", "Effect": "Allow", "Resource": "arn:aws:s3:::widgets/*" }]""");

    /// <summary>Applies a fix to the only finding of a rule and compares the only policy that is synthesized then.</summary>
    /// <param name="remaining">The only finding that may be left: the one of a placeholder.</param>
    private static async Task Gives(string statements, string ruleId, string title, string policy, string? remaining = null)
    {
        var mended = await EditableProgram.InStack(statements).Fixed(ruleId, title);

        Assert.Equal(remaining is null ? [] : [remaining], (await mended.Findings()).Select(finding => finding.Id));
        var properties = Assert.Single((await mended.Template())["Resources"]!.AsObject()).Value!["Properties"]!;
        var synthesized = (properties["PolicyDocument"] ?? properties["AssumeRolePolicyDocument"])!["Statement"];
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(policy), synthesized), $"The statements are {synthesized}");
    }

    private static string Allowing(string props) =>
        $$"""new ManagedPolicy(this, "Build", new ManagedPolicyProps { Statements = [new PolicyStatement(new PolicyStatementProps { {{props}} })] });""";
}
