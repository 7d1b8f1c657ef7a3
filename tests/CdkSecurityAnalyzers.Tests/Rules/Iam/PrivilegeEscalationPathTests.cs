using System.Globalization;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

public sealed class PrivilegeEscalationPathTests
{
    private static readonly PolicyProgram Program = new("CDKSEC206");

    [Theory]
    [InlineData("{|CDKSEC206:\"iam:CreateAccessKey\"|}", "\"*\"")]
    [InlineData("\"s3:GetObject\", {|CDKSEC206:\"iam:AttachRolePolicy\"|}", "\"*\"")]
    [InlineData("{|CDKSEC206:\"iam:Put*\"|}", "\"*\"")]
    [InlineData("{|CDKSEC206:\"codebuild:UpdateWebhook\"|}", "\"*\"")]
    [InlineData("{|CDKSEC206:\"codepipeline:PutApprovalResult\"|}", "\"*\"")]
    [InlineData("{|CDKSEC206:\"codebuild:ImportSourceCredentials\"|}", "\"*\"")]
    [InlineData("{|CDKSEC206:\"iam:PassRole\"|}, \"lambda:CreateFunction\", \"lambda:InvokeFunction\"", "\"*\"")]
    [InlineData("\"codebuild:CreateProject\", {|CDKSEC206:\"iam:PassRole\"|}, \"codebuild:StartBuild\"", "\"*\"")]
    [InlineData("\"iam:PassRole\"", "\"*\"")]
    [InlineData("\"codebuild:CreateProject\", \"codebuild:StartBuild\"", "\"*\"")]
    [InlineData("\"iam:*\", \"codebuild:UpdateWebhook\"", "\"*\"")]
    [InlineData("\"*\"", "\"*\"")]
    [InlineData("\"iam:AttachRolePolicy\"", "\"arn:aws:iam::111122223333:role/build\"")]
    [InlineData("\"codebuild:UpdateProject\"", "\"arn:aws:codebuild:eu-west-1:111122223333:project/docs\"")]
    [InlineData("\"iam:GetRole\"", "\"*\"")]
    [InlineData("{|CDKSEC206:\"iam:AttachRolePolicy\"|}", "\"arn:aws:iam::*:role/*\"")]
    [InlineData("{|CDKSEC206:\"iam:AttachRolePolicy\"|}", "\"arn:aws:iam::111122223333:role/*\"")]
    [InlineData("{|CDKSEC206:\"iam:CreateAccessKey\"|}", "$\"arn:aws:iam::{Account}:user/*\"")]
    [InlineData("{|CDKSEC206:\"iam:Put*\"|}", "\"arn:aws:iam::111122223333:role/*\"")]
    [InlineData("\"iam:AttachRolePolicy\"", "\"arn:aws:iam::*:user/*\"")]
    [InlineData("\"iam:AttachRolePolicy\"", "\"arn:aws:iam::*:role/build-*\"")]
    [InlineData("\"iam:CreateAccessKey\"", "\"arn:aws:iam::111122223333:user/${aws:username}\"")]
    [InlineData("{|CDKSEC206:\"codebuild:UpdateProject\"|}", "\"arn:aws:codebuild:*:*:project/*\"")]
    [InlineData("\"codebuild:UpdateProject\"", "\"arn:aws:codebuild:eu-west-1:111122223333:project/*\"")]
    [InlineData("\"codebuild:ImportSourceCredentials\"", "\"arn:aws:codebuild:*:*:project/*\"")]
    [InlineData("{|CDKSEC206:\"ssm:SendCommand\"|}", "\"arn:aws:ec2:*:*:instance/*\", \"arn:aws:ssm:*:*:document/AWS-RunShellScript\"")]
    [InlineData("{|CDKSEC206:\"iam:PassRole\"|}, \"codebuild:CreateProject\", \"codebuild:StartBuild\"", "\"arn:aws:iam::111122223333:role/*\", \"arn:aws:codebuild:*:*:project/*\"")]
    public Task OneStatement(string actions, string resources) => Program.Allowing(actions, resources);

    [Theory]
    [InlineData("role.AddToPolicy(Allow(\"codebuild:CreateProject\", \"codebuild:StartBuild\"));")]
    [InlineData("new Policy(this, \"P\", new PolicyProps { Roles = new[] { role }, Statements = new[] { Allow(\"codebuild:CreateProject\", \"codebuild:StartBuild\") } });")]
    [InlineData("var policy = new ManagedPolicy(this, \"P\"); policy.AddStatements(Allow(\"codebuild:CreateProject\", \"codebuild:StartBuild\")); role.AddManagedPolicy(policy);")]
    [InlineData("new Project(this, \"Build\", new ProjectProps { Role = role }).AddToRolePolicy(Allow(\"codebuild:CreateProject\", \"codebuild:StartBuild\"));")]
    public Task StatementsOfOneRoleAreJoined(string more) => Program.Types(TestProgram.InStack(
        $$"""
        var role = new Role(this, "Role", new RoleProps { AssumedBy = new AccountRootPrincipal() });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { {|CDKSEC206:"iam:PassRole"|} }, Resources = new[] { "*" } }));
        {{more}}
        """,
        "static PolicyStatement Allow(params string[] actions) => new PolicyStatement(new PolicyStatementProps { Actions = actions, Resources = new[] { \"*\" } });"));

    [Fact]
    public Task StatementsOfTwoRolesAreNot() => Program.WithRole(
        """
        var other = new Role(this, "Other", new RoleProps { AssumedBy = new AccountRootPrincipal() });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "iam:PassRole" }, Resources = new[] { "*" } }));
        other.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "codebuild:CreateProject", "codebuild:StartBuild" }, Resources = new[] { "*" } }));
        """);

    [Fact]
    public Task ADeniedStepClosesThePath() => Program.WithRole(
        """
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Effect = Effect.DENY, Actions = new[] { "iam:*" }, Resources = new[] { "*" } }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "iam:CreateAccessKey" }, Resources = new[] { "*" } }));
        """);

    [Fact]
    public Task ADeniedAlternativeLeavesTheOthers() => Program.WithRole(
        """
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Effect = Effect.DENY, Actions = new[] { "iam:AttachRolePolicy" }, Resources = new[] { "*" } }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { {|CDKSEC206:"iam:Attach*"|} }, Resources = new[] { "*" } }));
        """);

    [Fact]
    public Task AConditionNarrows() => Program.Allowing(
        "\"iam:AttachRolePolicy\"",
        "\"*\"",
        "Conditions = new Dictionary<string, object> { [\"ArnEquals\"] = new Dictionary<string, object> { [\"iam:PolicyARN\"] = \"arn:aws:iam::aws:policy/ReadOnlyAccess\" } }");

    [Theory]
    [InlineData("\"iam:PassRole\", \"codebuild:CreateProject\", \"codebuild:StartBuild\"", "iam:PassRole + codebuild:CreateProject + codebuild:StartBuild lets the build run as any role")]
    [InlineData("\"codebuild:UpdateWebhook\"", "codebuild:UpdateWebhook lets the holder decide who can start builds")]
    public async Task TheMessageNamesThePath(string actions, string message)
    {
        var findings = await Analysis.Run(TestProgram.InStack(
            $$"""
            new ManagedPolicy(this, "P").AddStatements(new PolicyStatement(new PolicyStatementProps { Actions = new[] { {{actions}} }, Resources = new[] { "*" } }));
            """));

        Assert.Equal(message, Assert.Single(findings, finding => finding.Id == "CDKSEC206").GetMessage(CultureInfo.InvariantCulture));
    }
}
