using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.CodeFixes;

public sealed class RestrictPassRoleTests
{
    private const string Action = "Restrict the pass-role to codebuild.amazonaws.com";

    private const string Condition = """["StringEquals"] = new Dictionary<string, object> { ["iam:PassedToService"] = "codebuild.amazonaws.com" }""";

    private static readonly ProgramOptions Options = ProgramOptions.Default with { CdkVersions = [CdkLibrary.Runnable] };

    [Fact]
    public Task AConditionIsAddedOnLinesOfItsOwn() => Verify.CodeFixInStack(
        """
        new ManagedPolicy(this, "Build", new ManagedPolicyProps
        {
            Statements =
            [
                new PolicyStatement(new PolicyStatementProps
                {
                    Actions = [{|CDKSEC205:"iam:PassRole"|}], // The roles of the tasks.
                    Resources = ["*"],
                }),
                new PolicyStatement(new PolicyStatementProps
                {
                    Actions = new[] { {|CDKSEC205:"iam:Pass*"|} },
                    Resources = new[] { "*" }
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
                    Actions = ["iam:PassRole"], // The roles of the tasks.
                    Resources = ["*"],
                    Conditions = new Dictionary<string, object>
                    {
                        ["StringEquals"] = new Dictionary<string, object> { ["iam:PassedToService"] = "codebuild.amazonaws.com" },
                    },
                }),
                new PolicyStatement(new PolicyStatementProps
                {
                    Actions = new[] { "iam:Pass*" },
                    Resources = new[] { "*" },
                    Conditions = new Dictionary<string, object>
                    {
                        ["StringEquals"] = new Dictionary<string, object> { ["iam:PassedToService"] = "codebuild.amazonaws.com" },
                    }
                }),
            ],
        });
        """,
        Action);

    [Theory]
    [InlineData("", ", Conditions = new Dictionary<string, object> { " + Condition + " }")]
    [InlineData(
        ", Conditions = new Dictionary<string, object> { [\"Bool\"] = new Dictionary<string, object> { [\"aws:SecureTransport\"] = \"true\" } }",
        ", Conditions = new Dictionary<string, object> { [\"Bool\"] = new Dictionary<string, object> { [\"aws:SecureTransport\"] = \"true\" }, " + Condition + " }")]
    [InlineData(
        ", Conditions = new Dictionary<string, object> { { \"StringEquals\", new Dictionary<string, string> { { \"aws:RequestedRegion\", \"eu-west-1\" } } } }",
        ", Conditions = new Dictionary<string, object> { { \"StringEquals\", new Dictionary<string, string> { { \"aws:RequestedRegion\", \"eu-west-1\" }, { \"iam:PassedToService\", \"codebuild.amazonaws.com\" } } } }")]
    [InlineData(", Conditions = new Dictionary<string, object>()", ", Conditions = new Dictionary<string, object> { " + Condition + " }")]
    public Task BesideOtherConditions(string conditions, string fixedConditions) => Verify.CodeFixInStack(
        Props($"Actions = new[] {{ {{|CDKSEC205:\"iam:PassRole\"|}} }}, Resources = new[] {{ \"*\" }}{conditions}"),
        Props($"Actions = new[] {{ \"iam:PassRole\" }}, Resources = new[] {{ \"*\" }}{fixedConditions}"),
        Action,
        Options);

    [Fact]
    public Task OfALocal() => Verify.CodeFixInStack(
        """
        var statement = new PolicyStatement(new PolicyStatementProps { Actions = [{|CDKSEC205:"iam:PassRole"|}], Resources = ["*"] });
        new Amazon.CDK.AWS.CodeBuild.Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app" }) }).AddToRolePolicy(statement);
        """,
        $$"""
        var statement = new PolicyStatement(new PolicyStatementProps { Actions = ["iam:PassRole"], Resources = ["*"], Conditions = new Dictionary<string, object> { {{Condition}} } });
        new Amazon.CDK.AWS.CodeBuild.Project(this, "Build", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app" }) }).AddToRolePolicy(statement);
        """,
        Action,
        Options);

    [Theory]
    [InlineData("[\"Action\"] = {|CDKSEC205:\"iam:PassRole\"|}, [\"Resource\"] = \"*\"", "[\"Action\"] = \"iam:PassRole\", [\"Resource\"] = \"*\", [\"Condition\"] = new Dictionary<string, object> { " + Condition + " }")]
    [InlineData("[\"Action\"] = new[] { {|CDKSEC205:\"iam:PassRole\"|} }, [\"Resource\"] = \"*\"", "[\"Action\"] = new[] { \"iam:PassRole\" }, [\"Resource\"] = \"*\", [\"Condition\"] = new Dictionary<string, object> { " + Condition + " }")]
    public Task OfATemplate(string statement, string fixedStatement) => Verify.CodeFixInStack(Json(statement), Json(fixedStatement), Action, Options);

    [Theory]
    [InlineData("new PolicyStatement()", "statement.AddAllResources();")]
    [InlineData("new PolicyStatement(new PolicyStatementProps { Effect = Effect.ALLOW, Resources = [\"*\"] })", "statement.AddCondition(\"StringEquals\", new Dictionary<string, object> { [\"aws:RequestedRegion\"] = \"eu-west-1\" });")]
    public Task OfAStatementThatIsFilledByCalls(string statement, string more) => Verify.CodeFixInStack(
        $$"""
        var statement = {{statement}};
        statement.AddActions({|CDKSEC205:"iam:PassRole"|}); // The roles of the tasks.
        {{more}}
        new ManagedPolicy(this, "Build").AddStatements(statement);
        """,
        $$"""
        var statement = {{statement}};
        statement.AddActions("iam:PassRole"); // The roles of the tasks.
        statement.AddCondition("StringEquals", new Dictionary<string, object> { ["iam:PassedToService"] = "codebuild.amazonaws.com" });
        {{more}}
        new ManagedPolicy(this, "Build").AddStatements(statement);
        """,
        Action,
        Options);

    [Fact]
    public Task OfAListThatIsFilledByCalls() => Verify.CodeFixInStack(
        """
        var statements = new List<PolicyStatement>();
        statements.Add(new PolicyStatement(new PolicyStatementProps { Actions = ["sts:GetCallerIdentity"], Resources = ["*"] }));
        statements.Add(new PolicyStatement(new PolicyStatementProps { Actions = [{|CDKSEC205:"iam:PassRole"|}], Resources = ["*"] }));
        new ManagedPolicy(this, "Build", new ManagedPolicyProps { Statements = statements.ToArray() });
        """,
        $$"""
        var statements = new List<PolicyStatement>();
        statements.Add(new PolicyStatement(new PolicyStatementProps { Actions = ["sts:GetCallerIdentity"], Resources = ["*"] }));
        statements.Add(new PolicyStatement(new PolicyStatementProps { Actions = ["iam:PassRole"], Resources = ["*"], Conditions = new Dictionary<string, object> { {{Condition}} } }));
        new ManagedPolicy(this, "Build", new ManagedPolicyProps { Statements = statements.ToArray() });
        """,
        Action,
        Options);

    [Fact]
    public Task TheNamespaceOfDictionariesIsImported() => Verify.CodeFix(
        """
        using Amazon.CDK.AWS.IAM;

        class C { void M(Role role) => role.AddToPolicy(new(new PolicyStatementProps { Actions = new[] { {|CDKSEC205:"iam:PassRole"|} }, Resources = new[] { "*" } })); }
        """,
        """
        using System.Collections.Generic;
        using Amazon.CDK.AWS.IAM;

        class C { void M(Role role) => role.AddToPolicy(new(new PolicyStatementProps { Actions = new[] { "iam:PassRole" }, Resources = new[] { "*" }, Conditions = new Dictionary<string, object> { ["StringEquals"] = new Dictionary<string, object> { ["iam:PassedToService"] = "codebuild.amazonaws.com" } } })); }
        """,
        Action,
        Options with { GlobalUsings = false });

    [Theory]
    [InlineData("role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { {|CDKSEC205:\"iam:PassRole\"|}, \"iam:GetRole\" }, Resources = new[] { \"*\" } }));")]
    [InlineData("var statement = new PolicyStatement(new PolicyStatementProps { Actions = new[] { {|CDKSEC205:\"iam:PassRole\"|} }, Resources = new[] { \"*\" } }); statement.AddActions(\"iam:GetRole\"); role.AddToPolicy(statement);")]
    [InlineData("var statement = new PolicyStatement(); statement.AddAllResources(); statement.AddActions({|CDKSEC205:\"iam:PassRole\"|}); statement.AddActions(\"iam:GetRole\"); role.AddToPolicy(statement);")]
    [InlineData("var statement = new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"iam:GetRole\" } }); statement.AddAllResources(); statement.AddActions({|CDKSEC205:\"iam:PassRole\"|}); role.AddToPolicy(statement);")]
    [InlineData("Allow(new PolicyStatement(new PolicyStatementProps { Actions = new[] { {|CDKSEC205:\"iam:PassRole\"|} }, Resources = new[] { \"*\" } })); void Allow(PolicyStatement statement) { statement.AddActions(\"iam:GetRole\"); role.AddToPolicy(statement); }")]
    [InlineData("var actions = new[] { {|CDKSEC205:\"iam:PassRole\"|} }; role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = actions, Resources = new[] { \"*\" } }));")]
    [InlineData("var conditions = new Dictionary<string, object>(); role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { {|CDKSEC205:\"iam:PassRole\"|} }, Resources = new[] { \"*\" }, Conditions = conditions }));")]
    public Task OtherActionsAndOtherFormsAreLeftAlone(string statements) => Verify.NoCodeFix(
        TestProgram.InStack("var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") });\n" + statements),
        Action,
        Options with { Only = ["CDKSEC205"] });

    private static string Props(string props) =>
        $$"""new ManagedPolicy(this, "Build").AddStatements(new PolicyStatement(new PolicyStatementProps { {{props}} }));""";

    private static string Json(string statement) =>
        $$"""
        new CfnManagedPolicy(this, "Build", new CfnManagedPolicyProps
        {
            PolicyDocument = new Dictionary<string, object>
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new object[] { new Dictionary<string, object> { ["Effect"] = "Allow", {{statement}} } },
            },
        });
        """;
}
