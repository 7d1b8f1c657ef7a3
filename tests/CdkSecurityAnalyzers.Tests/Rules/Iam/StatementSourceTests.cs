using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Iam;

/// <summary>Wherever a statement comes from and wherever it goes, it is judged in its final state.</summary>
public sealed class StatementSourceTests
{
    private const string Risky = "new PolicyStatement(new PolicyStatementProps { Actions = new[] { {|CDKSEC201:\"*\"|} }, Resources = new[] { \"*\" } })";

    private const string Json = "new Dictionary<string, object> { [\"Statement\"] = new object[] { new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = {|CDKSEC201:\"*\"|}, [\"Resource\"] = \"*\" } } }";

    private const string PlainJson = "new Dictionary<string, object> { [\"Statement\"] = new object[] { new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = \"*\", [\"Resource\"] = \"*\" } } }";

    private const string Plain = "new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"*\" }, Resources = new[] { \"*\" } })";

    private static readonly PolicyProgram Program = new("CDKSEC201");

    [Theory]
    [InlineData("role.AddToPolicy(" + Risky + ");")]
    [InlineData("role.AddToPrincipalPolicy(" + Risky + ");")]
    [InlineData("Role.FromRoleArn(this, \"I\", \"arn:aws:iam::111122223333:role/build\").AddToPrincipalPolicy(" + Risky + ");")]
    [InlineData("Amazon.CDK.CustomResources.AwsCustomResourcePolicy.FromStatements(new[] { " + Risky + " });")]
    [InlineData("((IPrincipal)role).AddToPrincipalPolicy(" + Risky + ");")]
    [InlineData("new Policy(this, \"P\", new PolicyProps { Roles = new[] { role }, Statements = new[] { " + Risky + " } });")]
    [InlineData("role.AttachInlinePolicy(new Policy(this, \"P\", new PolicyProps { Statements = new[] { " + Risky + " } }));")]
    [InlineData("new ManagedPolicy(this, \"P\", new ManagedPolicyProps { Document = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { " + Risky + " } }) });")]
    [InlineData("var policy = new ManagedPolicy(this, \"P\"); policy.AddStatements(" + Risky + ");")]
    [InlineData("var policy = new ManagedPolicy(this, \"P\"); policy.Document.AddStatements(" + Risky + ");")]
    [InlineData("new PipelineProject(this, \"Build\").AddToRolePolicy(" + Risky + ");")]
    [InlineData("new Role(this, \"R\", new RoleProps { AssumedBy = new AccountRootPrincipal(), InlinePolicies = new Dictionary<string, PolicyDocument> { [\"p\"] = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { " + Risky + " } }) } });")]
    [InlineData("var user = new User(this, \"U\"); user.AddToPolicy(" + Risky + ");")]
    [InlineData("new Group(this, \"G\").AddToPolicy(" + Risky + ");")]
    [InlineData("new Amazon.CDK.AWS.Lambda.Function(this, \"F\", new Amazon.CDK.AWS.Lambda.FunctionProps { Runtime = Amazon.CDK.AWS.Lambda.Runtime.NODEJS_18_X, Handler = \"i.h\", Code = Amazon.CDK.AWS.Lambda.Code.FromInline(\"x\"), InitialPolicy = new[] { " + Risky + " } });")]
    [InlineData("new Amazon.CDK.Pipelines.CodeBuildStep(\"S\", new Amazon.CDK.Pipelines.CodeBuildStepProps { Commands = new[] { \"make\" }, RolePolicyStatements = new[] { " + Risky + " } });")]
    [InlineData("new Amazon.CDK.Pipelines.CodePipeline(this, \"P\", new Amazon.CDK.Pipelines.CodePipelineProps { Synth = new Amazon.CDK.Pipelines.ShellStep(\"Synth\", new Amazon.CDK.Pipelines.ShellStepProps { Input = Amazon.CDK.Pipelines.CodePipelineSource.GitHub(\"octo/app\", \"main\"), Commands = new[] { \"make\" } }), CodeBuildDefaults = new Amazon.CDK.Pipelines.CodeBuildOptions { RolePolicy = new[] { " + Risky + " } } });")]
    [InlineData("Grant.AddToPrincipal(new GrantOnPrincipalOptions { Grantee = role, Actions = new[] { {|CDKSEC201:\"*\"|} }, ResourceArns = new[] { \"*\" } });")]
    [InlineData("new CfnRole(this, \"R\", new CfnRoleProps { AssumeRolePolicyDocument = new Dictionary<string, object>(), Policies = new object[] { new CfnRole.PolicyProperty { PolicyName = \"p\", PolicyDocument = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { " + Risky + " } }) } } });")]
    [InlineData("new CfnUser(this, \"R\", new CfnUserProps { Policies = new object[] { new CfnUser.PolicyProperty { PolicyName = \"p\", PolicyDocument = new Dictionary<string, object> { [\"Statement\"] = new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = {|CDKSEC201:\"*\"|}, [\"Resource\"] = \"*\" } } } } });")]
    [InlineData("new CfnManagedPolicy(this, \"R\", new CfnManagedPolicyProps { PolicyDocument = PolicyDocument.FromJson(new Dictionary<string, object> { [\"Statement\"] = new object[] { new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = {|CDKSEC201:\"*\"|}, [\"Resource\"] = \"*\" } } }) });")]
    [InlineData("new CfnResource(this, \"R\", new CfnResourceProps { Type = \"AWS::IAM::Policy\", Properties = new Dictionary<string, object> { [\"PolicyDocument\"] = new Dictionary<string, object> { [\"Statement\"] = new object[] { new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = {|CDKSEC201:\"*\"|}, [\"Resource\"] = \"*\" } } } } });")]
    [InlineData("new CfnManagedPolicy(this, \"R\", new CfnManagedPolicyProps { PolicyDocument = new Dictionary<string, object> { [\"Statement\"] = new Dictionary<string, object> { [id.Length > 3 ? \"Effect\" : \"Sid\"] = \"Allow\", [\"Action\"] = {|CDKSEC201:\"*\"|}, [\"Resource\"] = \"*\" } } });")]
    [InlineData("new User(this, \"U\").AttachInlinePolicy(new Policy(this, \"P\", new PolicyProps { Statements = new[] { " + Risky + " } }));")]
    [InlineData("new Group(this, \"G\").AttachInlinePolicy(new Policy(this, \"P\", new PolicyProps { Statements = new[] { " + Risky + " } }));")]
    [InlineData("var policy = new Policy(this, \"P\"); policy.AttachToRole(role); policy.Document.AddStatements(" + Risky + ");")]
    [InlineData("new LazyRole(this, \"L\", new LazyRoleProps { AssumedBy = new AccountRootPrincipal() }).AddToPolicy(" + Risky + ");")]
    [InlineData("new Amazon.CDK.AWS.CodePipeline.Pipeline(this, \"P\").AddToRolePolicy(" + Risky + ");")]
    [InlineData("new Amazon.CDK.AWS.ECS.Ec2TaskDefinition(this, \"T\").AddToTaskRolePolicy(" + Risky + ");")]
    [InlineData("new Amazon.CDK.AWS.SSO.CfnPermissionSet(this, \"S\", new Amazon.CDK.AWS.SSO.CfnPermissionSetProps { InstanceArn = \"a\", Name = \"n\", InlinePolicy = " + Json + " });")]
    public Task Attached(string statements) => Program.WithRole(statements);

    [Theory]
    [InlineData("var statement = new PolicyStatement(); role.AddToPolicy(statement); statement.AddActions({|CDKSEC201:\"*\"|}); statement.AddAllResources();")]
    [InlineData("var statement = new PolicyStatement(); statement.AddActions(new[] { \"s3:GetObject\", {|CDKSEC201:\"*\"|} }); statement.AddAllResources(); role.AddToPolicy(statement);")]
    [InlineData("var given = new PolicyStatementProps(); given.Actions = new[] { {|CDKSEC201:\"*\"|} }; given.Resources = new[] { \"*\" }; role.AddToPolicy(new PolicyStatement(given)); given.Actions = new[] { \"s3:GetObject\" };")]
    [InlineData("var statement = new PolicyStatement(); statement.AddActions(\"*\"); statement.AddAllResources(); role.AddToPolicy(statement); statement.Effect = Effect.DENY;")]
    [InlineData("var statement = new PolicyStatement { Effect = Effect.DENY }; statement.AddActions(\"*\"); statement.AddAllResources(); role.AddToPolicy(statement);")]
    [InlineData("var statement = " + Plain + "; role.AddToPolicy(statement.Copy(new PolicyStatementProps { Effect = Effect.DENY }));")]
    [InlineData("var statement = new PolicyStatement(new PolicyStatementProps { Actions = new[] { {|CDKSEC201:\"*\"|} }, Resources = new[] { \"*\" } }); role.AddToPolicy(statement.Copy()); statement.Effect = Effect.DENY;")]
    [InlineData("role.AddToPolicy(" + Risky + ".Freeze());")]
    [InlineData("var statement = " + Plain + "; statement.Effect = Effect.DENY; role.AddToPolicy(statement.Freeze());")]
    [InlineData("role.AddToPolicy(PolicyStatement.FromJson(new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = new[] { {|CDKSEC201:\"*\"|} }, [\"Resource\"] = \"*\" }));")]
    [InlineData("var document = new PolicyDocument(); new ManagedPolicy(this, \"P\", new ManagedPolicyProps { Document = document }); document.AddStatements(" + Risky + ");")]
    public Task Changed(string statements) => Program.WithRole(statements);

    [Theory]
    [InlineData(Plain + ".ToString();")]
    [InlineData("var unused = " + Plain + ";")]
    [InlineData("var pair = new { Unused = " + Plain + ", Used = new PolicyStatement() }; pair.Used.AddActions(\"s3:ListAllMyBuckets\"); pair.Used.AddAllResources(); role.AddToPolicy(pair.Used);")]
    [InlineData("var statement = " + Plain + "; role.AddToPolicy(statement.Freeze()); statement.AddActions(\"s3:GetObject\");")]
    [InlineData("new Policy(this, \"P\", new PolicyProps { Statements = new[] { " + Plain + " } });")]
    [InlineData("role.WithoutPolicyUpdates().AddToPrincipalPolicy(" + Plain + ");")]
    [InlineData("Role.FromRoleArn(this, \"I\", \"arn:aws:iam::111122223333:role/build\", new FromRoleArnOptions { Mutable = false }).AddToPrincipalPolicy(" + Plain + ");")]
    [InlineData("new Amazon.CDK.AWS.Organizations.CfnPolicy(this, \"O\", new Amazon.CDK.AWS.Organizations.CfnPolicyProps { Name = \"n\", Type = \"SERVICE_CONTROL_POLICY\", Content = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { " + Plain + " } }) });")]
    [InlineData("new Amazon.CDK.AWS.Organizations.CfnPolicy(this, \"O\", new Amazon.CDK.AWS.Organizations.CfnPolicyProps { Name = \"n\", Type = \"SERVICE_CONTROL_POLICY\", Content = new Dictionary<string, object> { [\"Statement\"] = new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = \"*\", [\"Resource\"] = \"*\" } } });")]
    [InlineData("var unused = new Dictionary<string, object> { [\"Statement\"] = new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = \"*\", [\"Resource\"] = \"*\" } };")]
    [InlineData("var unused = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { " + Plain + " } });")]
    public Task UnusedStatementsAreSilent(string statements) => Program.WithRole(statements);

    [Theory]
    [InlineData("role.AddToPolicy(PolicyStatement.FromJson(Newtonsoft.Json.Linq.JObject.Parse(\"{\\\"Effect\\\":\\\"Allow\\\",\\\"Action\\\":\\\"*\\\",\\\"Resource\\\":\\\"*\\\"}\")));")]
    [InlineData("new CfnManagedPolicy(this, \"P\", new CfnManagedPolicyProps { PolicyDocument = Newtonsoft.Json.Linq.JObject.FromObject(new { Statement = new { Effect = \"Allow\", Action = \"*\", Resource = \"*\" } }) });")]
    public Task DocumentsOfOtherLibrariesAreNotRead(string statements) => Program.WithRole(statements);

    [Theory]
    [InlineData("new CfnGroup(this, \"G\", new CfnGroupProps { Policies = new object[] { new Dictionary<string, object> { [\"PolicyName\"] = \"p\", [\"PolicyDocument\"] = " + PlainJson + " } } });")]
    [InlineData("new Amazon.CDK.AWS.SAM.CfnFunction(this, \"F\", new Amazon.CDK.AWS.SAM.CfnFunctionProps { Policies = " + PlainJson + " });")]
    public Task WhatTheRuntimeRefusesIsSilent(string statements) => Program.OnNewest().WithRole(statements);

    [Fact]
    public Task WhatLeavesCounts() => Program.Types(
        """
        static class Policies
        {
            public static PolicyStatement Everything() => new PolicyStatement(new PolicyStatementProps { Actions = new[] { {|CDKSEC201:"*"|} }, Resources = new[] { "*" } });
        }
        """);

    [Fact]
    public Task WhatItsTakerMakesADenialOfIsSilent() => Program.Types(
        """
        static class Policies
        {
            public static PolicyStatement Everything() => new PolicyStatement(new PolicyStatementProps { Actions = new[] { "*" }, Resources = new[] { "*" } });

            public static void Deny(Role role)
            {
                var statement = Everything();
                statement.Effect = Effect.DENY;
                role.AddToPolicy(statement);
            }
        }
        """);

    [Fact]
    public Task AnArgumentIsReportedAtTheCall() => Program.Types(
        """
        static class Policies
        {
            public static void Allow(Role role, params string[] actions) => role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = actions, Resources = new[] { "*" } }));

            public static void All(Role role) => Allow(role, "s3:GetObject", {|CDKSEC201:"*"|});
        }
        """);

    [Theory]
    [InlineData("PermissionsBoundary = boundary")]
    [InlineData("Description = \"no boundary\"")]
    public Task Boundaries(string props)
    {
        var action = props.StartsWith("Permissions", StringComparison.Ordinal) ? "\"*\"" : "{|CDKSEC201:\"*\"|}";
        return Program.Statements(
            $$"""
            var boundary = new ManagedPolicy(this, "Boundary", new ManagedPolicyProps
            {
                Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { {{action}} }, Resources = new[] { "*" } }) },
            });
            new Role(this, "Role", new RoleProps { AssumedBy = new AccountRootPrincipal(), {{props}} });
            """);
    }

    [Fact]
    public Task AnAppliedBoundaryGrantsNothing() => Program.WithRole(
        $$"""
        var boundary = new ManagedPolicy(this, "Boundary");
        boundary.AddStatements({{Plain}});
        Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(this).Apply(boundary);
        """);

    [Theory]
    [InlineData("Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(role).Apply(Policies.Make(role));", "\"*\"")]
    [InlineData("role.AddManagedPolicy(Policies.Make(role));", "{|CDKSEC201:\"*\"|}")]
    public Task ItsTakerDecidesWhatAPolicyIs(string use, string action) => Program.Types(
        $$"""
        static class Policies
        {
            public static ManagedPolicy Make(Construct scope) => new ManagedPolicy(scope, "P", new ManagedPolicyProps
            {
                Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { {{action}} }, Resources = new[] { "*" } }) },
            });

            public static void Use(Role role)
            {
                {{use}}
            }
        }
        """);

    [Theory]
    [InlineData("Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(role).Apply(new Everything(role));", "\"*\"")]
    [InlineData("role.AddManagedPolicy(new Everything(role));", "{|CDKSEC201:\"*\"|}")]
    public Task ItsCreatorDecidesWhatAPolicyIs(string use, string action) => Program.Types(
        $$"""
        class Everything : ManagedPolicy
        {
            public Everything(Construct scope) : base(scope, "P")
            {
                AddStatements(new PolicyStatement(new PolicyStatementProps { Actions = new[] { {{action}} }, Resources = new[] { "*" } }));
            }

            public static void Use(Role role)
            {
                {{use}}
            }
        }
        """);

    [Fact]
    public Task ABoundaryThatIsAttachedAsWellGrants() => Program.WithRole(
        $$"""
        var boundary = new ManagedPolicy(this, "Boundary");
        boundary.AddStatements({{Risky}});
        Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(this).Apply(boundary);
        role.AddManagedPolicy(boundary);
        """);

    [Theory]
    [InlineData("new Amazon.CDK.AWS.S3.Bucket(this, \"B\").AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps { Principals = new[] { new AccountRootPrincipal() }, Actions = new[] { \"*\" }, Resources = new[] { \"*\" } }));")]
    [InlineData("new Amazon.CDK.AWS.KMS.Key(this, \"K\", new Amazon.CDK.AWS.KMS.KeyProps { Policy = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Principals = new[] { new AccountRootPrincipal() }, Actions = new[] { \"*\" }, Resources = new[] { \"*\" } }) } }) });")]
    [InlineData("new UntrustedCodeBoundaryPolicy(this, \"U\", new UntrustedCodeBoundaryPolicyProps { AdditionalStatements = new[] { " + Plain + " } });")]
    public Task ResourcePoliciesAndBoundariesAreSilent(string statements) => Program.WithRole(statements);

    [Theory]
    [InlineData("var policy = new CfnPolicy(this, \"P\", new CfnPolicyProps { PolicyName = \"p\", PolicyDocument = new Dictionary<string, object> { [\"Statement\"] = new object[] { new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = \"s3:GetObject\", [\"Resource\"] = \"*\" } } } }); policy.AddPropertyOverride(\"PolicyDocument.Statement.0.Action\", {|CDKSEC201:\"*\"|});")]
    [InlineData("var policy = new CfnPolicy(this, \"P\", new CfnPolicyProps { PolicyName = \"p\", PolicyDocument = new Dictionary<string, object> { [\"Statement\"] = new object[] { new Dictionary<string, object> { [\"Effect\"] = \"Allow\", [\"Action\"] = \"*\", [\"Resource\"] = \"*\" } } } }); policy.AddPropertyOverride(\"PolicyDocument.Statement.0.Effect\", \"Deny\");")]
    [InlineData("var policy = new ManagedPolicy(this, \"P\", new ManagedPolicyProps { Statements = new[] { new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"s3:GetObject\" }, Resources = new[] { \"*\" } }) } }); ((CfnManagedPolicy)policy.Node.DefaultChild!).AddPropertyOverride(\"PolicyDocument.Statement.0.Action\", {|CDKSEC201:\"*\"|});")]
    [InlineData("var policy = new CfnPolicy(this, \"P\", new CfnPolicyProps { PolicyName = \"p\", PolicyDocument = new PolicyDocument() }); policy.PolicyDocument = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { " + Risky + " } });")]
    public Task Overrides(string statements) => Program.Statements(statements);
}
