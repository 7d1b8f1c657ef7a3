using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

public sealed class UnrestrictedPassRoleTests
{
    private static readonly PolicyProgram Program = new("CDKSEC205");

    [Theory]
    [InlineData("{|CDKSEC205:\"iam:PassRole\"|}", "\"*\"")]
    [InlineData("\"s3:GetObject\", {|CDKSEC205:\"iam:Pass*\"|}", "\"*\"")]
    [InlineData("{|CDKSEC205:\"IAM:passrole\"|}", "\"*\"")]
    [InlineData("{|CDKSEC205:\"iam:PassRole\"|}", "\"arn:aws:iam::*:role/*\"")]
    [InlineData("{|CDKSEC205:\"iam:PassRole\"|}", "\"arn:aws:iam::111122223333:role/*\"")]
    [InlineData("{|CDKSEC205:\"iam:PassRole\"|}", "$\"arn:aws:iam::{Account}:role/*\"")]
    [InlineData("{|CDKSEC205:\"iam:PassRole\"|}", "\"arn:aws:iam::111122223333:role/build\", \"*\"")]
    [InlineData("\"iam:PassRole\"", "\"arn:aws:iam::111122223333:role/build\"")]
    [InlineData("\"iam:PassRole\"", "\"arn:aws:iam::*:role/build\"")]
    [InlineData("\"iam:PassRole\"", "\"arn:aws:iam::111122223333:role/build-*\"")]
    [InlineData("\"iam:PassRole\"", "\"arn:aws:iam::111122223333:role/service-role/*\"")]
    [InlineData("\"iam:PassRole\"", "\"arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/*\"")]
    [InlineData("\"iam:PassRole\"", "role.RoleArn")]
    [InlineData("\"iam:PassRole\"", "id")]
    [InlineData("\"iam:*\"", "\"*\"")]
    [InlineData("\"*\"", "\"*\"")]
    [InlineData("\"iam:PassRoles\"", "\"*\"")]
    public Task Actions(string actions, string resources) => Program.Allowing(actions, resources);

    [Theory]
    [InlineData("Conditions = new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"iam:PassedToService\"] = \"codebuild.amazonaws.com\" } }")]
    [InlineData("Conditions = new Dictionary<string, object> { [\"StringLike\"] = new Dictionary<string, object> { [\"IAM:passedtoservice\"] = new[] { \"ecs-tasks.amazonaws.com\" } } }")]
    [InlineData("Conditions = new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [id] = \"codebuild.amazonaws.com\" } }")]
    [InlineData("Effect = Effect.DENY")]
    public Task Narrowed(string more) => Program.Allowing("\"iam:PassRole\"", "\"*\"", more);

    [Fact]
    public Task AnotherConditionIsNoLimit() => Program.Allowing(
        "{|CDKSEC205:\"iam:PassRole\"|}",
        "\"*\"",
        "Conditions = new Dictionary<string, object> { [\"Bool\"] = new Dictionary<string, object> { [\"aws:MultiFactorAuthPresent\"] = \"true\" } }");

    [Theory]
    [InlineData("{|CDKSEC205:\"iam:Pass?ole\"|}", "\"*\"")]
    [InlineData("{|CDKSEC205:\"iam:*Role\"|}", "\"*\"")]
    [InlineData("\"iam:Get*\"", "\"*\"")]
    public Task Json(string action, string resource) => Program.Json($"[\"Effect\"] = \"Allow\", [\"Action\"] = {action}, [\"Resource\"] = {resource}");

    [Fact]
    public Task WhatIsDeniedBesideIsNotGranted() => Program.WithRole(
        """
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "iam:PassRole" }, Resources = new[] { "*" } }));
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Effect = Effect.DENY, Actions = new[] { "iam:PassRole" }, NotResources = new[] { "arn:aws:iam::111122223333:role/build" } }));
        """);
}
