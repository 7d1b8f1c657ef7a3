using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Ownership;

/// <summary>Code that runs once for each element: a finding stands on the element, because the code is right for the others. What would be right if the
/// code used each element differently is reported where it is used.</summary>
public sealed class RepeatedCodeTests
{
    private const string Role = """var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });""";

    private static readonly ProgramOptions Options = ProgramOptions.Default with
    {
        CdkVersions = [CdkLibrary.Runnable],
        Only = ["CDKSEC101", "CDKSEC102", "CDKSEC103", "CDKSEC202", "CDKSEC207", "CDKSEC904"],
    };

    [Fact]
    public Task EachElementOfAForEach() => Check(
        """
        foreach (var action in new[] { {|CDKSEC202:"s3:*"|}, "logs:PutLogEvents", {|CDKSEC202:"dynamodb:*"|} })
        {
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = [action], Resources = ["arn:aws:s3:::logs"] }));
        }
        """);

    [Fact]
    public Task EachElementOfAFor() => Check(
        """
        var actions = new[] { {|CDKSEC202:"s3:*"|}, "logs:PutLogEvents", {|CDKSEC202:"dynamodb:*"|} };
        for (var index = 0; index < actions.Length; index++)
        {
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = [actions[index]], Resources = ["arn:aws:s3:::logs"] }));
        }
        """);

    [Fact]
    public Task PartsOfElements() => Check(
        """
        foreach (var (action, resource) in new[] { ({|CDKSEC202:"s3:*"|}, "arn:aws:s3:::logs"), ({|CDKSEC202:"dynamodb:*"|}, "arn:aws:s3:::logs") })
        {
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = [action], Resources = [resource] }));
        }
        """);

    [Fact]
    public Task MembersOfElements() => Check(
        """
        foreach (var grant in new[] { new { Action = {|CDKSEC202:"s3:*"|} }, new { Action = {|CDKSEC202:"dynamodb:*"|} } })
        {
            var wanted = grant.Action;
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = [wanted], Resources = ["arn:aws:s3:::logs"] }));
        }
        """);

    [Fact]
    public Task LambdaThatTheLibraryCalls() => Check(
        """
        foreach (var statement in new[] { {|CDKSEC202:"s3:*"|}, {|CDKSEC202:"dynamodb:*"|} }
            .Select(action => new PolicyStatement(new PolicyStatementProps { Actions = [action], Resources = ["arn:aws:s3:::logs"] })))
        {
            role.AddToPolicy(statement);
        }
        """);

    [Fact]
    public Task ParameterArrayOfALocalFunction() => Check(
        """
        Grant({|CDKSEC202:"s3:*"|}, {|CDKSEC202:"dynamodb:*"|});

        void Grant(params string[] actions)
        {
            foreach (var action in actions)
            {
                role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = [action], Resources = ["arn:aws:s3:::logs"] }));
            }
        }
        """);

    [Fact]
    public Task ParameterArrayOfAHelper() => Check(
        """
        Grant(role, {|CDKSEC202:"s3:*"|}, {|CDKSEC202:"dynamodb:*"|});
        """,
        """
        private static void Grant(Role role, params string[] actions)
        {
            foreach (var action in actions)
            {
                role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = [action], Resources = ["arn:aws:s3:::logs"] }));
            }
        }
        """);

    [Fact]
    public Task WhatALoopWritesItselfIsReportedThere() => Check(
        """
        foreach (var bucket in new[] { "logs", "builds" })
        {
            var action = "s3:*";
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = [{|CDKSEC202:action|}], Resources = ["arn:aws:s3:::" + bucket] }));
        }
        """);

    [Fact]
    public Task ElementsOfAnotherMemberAreReportedWhereTheyAreUsed() => Check(
        """
        foreach (var action in Actions)
        {
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = [{|CDKSEC202:action|}], Resources = ["arn:aws:s3:::logs"] }));
        }
        """,
        """private static readonly string[] Actions = ["s3:*", "dynamodb:*"];""");

    [Fact]
    public Task PatternThatTheLoopCouldAnchor() => Check(
        """
        foreach (var actor in new[] { "123", "^456$", "789" })
        {
            new Project(this, "Build" + actor.Length, new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs({|CDKSEC103:actor|})] }),
            });
        }
        """);

    [Fact]
    public Task EachEvent() => Check(
        """
        foreach (var action in new[] { EventAction.PUSH, {|CDKSEC101:EventAction.PULL_REQUEST_CREATED|}, {|CDKSEC101:EventAction.PULL_REQUEST_UPDATED|} })
        {
            new Project(this, "Build" + action, new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", WebhookFilters = [FilterGroup.InEventOf(action)] }),
            });
        }
        """);

    [Fact]
    public Task EachArmOfASwitch() => Check(
        """
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(System.Environment.GetEnvironmentVariable("STAGE") switch
        {
            "prod" => "AmazonS3ReadOnlyAccess",
            "test" => {|CDKSEC207:"AdministratorAccess"|},
            _ => {|CDKSEC207:"IAMFullAccess"|},
        }));
        """);

    private static Task Check(string statements, string members = "") =>
        Verify.Analyzer(TestProgram.InStack(Role + "\n" + statements, members), Options);
}
