using System.Globalization;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Builds;

/// <summary>What the role of a build may do, and what bounds it: CDKSEC403, CDKSEC404 and CDKSEC405.</summary>
public sealed class BuildRoleTests
{
    private const string Boundary = "Amazon.CDK.AWS.IAM.PermissionsBoundary";

    private const string Role = "var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") });\n";

    private static readonly BuildProgram Power = new("CDKSEC403");
    private static readonly BuildProgram Secrets = new("CDKSEC404");
    private static readonly BuildProgram Bounds = BuildProgram.Enabling("CDKSEC405");

    private static string Allow(string action, string resource = "*") =>
        $$"""new PolicyStatement(new PolicyStatementProps { Actions = new[] { {{action}} }, Resources = new[] { "{{resource}}" } })""";

    [Theory]
    [InlineData("{|CDKSEC403:\"iam:PassRole\"|}", "arn:aws:iam::111122223333:role/deploy")]
    [InlineData("{|CDKSEC403:\"iam:PutRolePolicy\"|}", "*")]
    [InlineData("{|CDKSEC403:\"*\"|}", "*")]
    [InlineData("{|CDKSEC403:\"iam:*\"|}", "*")]
    [InlineData("{|CDKSEC403:\"ecr:SetRepositoryPolicy\"|}", "arn:aws:ecr:eu-west-1:111122223333:repository/app")]
    [InlineData("{|CDKSEC403:\"sts:AssumeRole\"|}", "*")]
    [InlineData("{|CDKSEC403:\"sts:AssumeRole\"|}", "arn:aws:iam::*:role/*")]
    [InlineData("{|CDKSEC403:\"codebuild:UpdateWebhook\"|}", "*")]
    [InlineData("{|CDKSEC403:\"lambda:UpdateFunctionCode\"|}", "*")]
    [InlineData("{|CDKSEC403:\"sts:AssumeRole\"|}", "arn:aws:iam::*:role/cdk-*")]
    [InlineData("{|CDKSEC403:\"sts:AssumeRole\"|}", "arn:aws:iam::111122223333:role/cdk-hnb659fds-deploy-role-*")]
    [InlineData("\"sts:AssumeRole\"", "arn:aws:iam::111122223333:role/cdk-hnb659fds-lookup-role-*")]
    [InlineData("\"sts:AssumeRole\"", "arn:aws:iam::111122223333:role/test-*")]
    [InlineData("\"sts:AssumeRole\"", "arn:aws:iam::111122223333:role/test")]
    [InlineData("\"codebuild:UpdateWebhook\"", "arn:aws:codebuild:eu-west-1:111122223333:project/app")]
    [InlineData("\"s3:GetObject\"", "*")]
    [InlineData("\"s3:PutObject\"", "arn:aws:s3:::results/*")]
    [InlineData("\"ec2:CreateNetworkInterfacePermission\"", "*")]
    public Task AStatementOfTheProjectsOwnRole(string action, string resource) =>
        Power.Reachable("", $"project.AddToRolePolicy({Allow(action, resource)});");

    [Fact]
    public Task TrustedBuildsMayDeploy() => Power.Trusted("", $"project.AddToRolePolicy({Allow("\"iam:PassRole\"")});");

    [Theory]
    [InlineData("role.AddToPolicy(Pass());")]
    [InlineData("role.AddToPrincipalPolicy(Pass());")]
    [InlineData("role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"AdministratorAccess\"));")]
    [InlineData("role.AttachInlinePolicy(new Policy(this, \"Policy\", new PolicyProps { Statements = new[] { Pass() } }));")]
    [InlineData("new ManagedPolicy(this, \"Policy\", new ManagedPolicyProps { Statements = new[] { Pass() }, Roles = new[] { role } });")]
    [InlineData("((IGrantable)role).GrantPrincipal.AddToPrincipalPolicy(Pass());")]
    public Task ARoleThatTheProjectIsGiven(string grant) => Power.Types(TestProgram.InStack(
        Role + grant + "\n" + BuildProgram.Project(BuildProgram.PullRequests, "Role = {|CDKSEC403:role|},"), PassMember));

    /// <summary>Whatever import of a role is given permissions, the role has them; some take none.</summary>
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", ", new FromRoleArnOptions { Mutable = false }", false)]
    [InlineData(", new FromRoleArnOptions { Mutable = false }", "", true)]
    [InlineData(", new FromRoleArnOptions { Mutable = true }", ", new FromRoleArnOptions { Mutable = true }", true)]
    public Task ARoleThatIsImportedTwice(string options, string ofOther, bool isPowerful) => Power.Types(TestProgram.InStack(
        $$"""
        var role = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, "Role", "arn:aws:iam::111122223333:role/build"{{options}});
        var other = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, "Other", "arn:aws:iam::111122223333:role/build"{{ofOther}});
        other.AddToPrincipalPolicy(Pass());
        {{BuildProgram.Project(BuildProgram.PullRequests, isPowerful ? "Role = {|CDKSEC403:role|}," : "Role = role,")}}
        """,
        PassMember));

    [Theory]
    [InlineData("", "project.AddToRolePolicy(Pass());", true)]
    [InlineData(", new FromRoleArnOptions { Mutable = false }", "project.AddToRolePolicy(Pass());", false)]
    [InlineData(", new FromRoleArnOptions { Mutable = false }", "role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"AdministratorAccess\"));", false)]
    [InlineData("", "new CfnPolicy(this, \"Policy\", new CfnPolicyProps { PolicyName = \"pass\", Roles = new[] { \"build\" }, PolicyDocument = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { Pass() } }) });", false)]
    public Task AnImportedRoleOfTheProject(string options, string grant, bool isPowerful) => Power.Types(TestProgram.InStack(
        $$"""
        var role = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, "Role", "arn:aws:iam::111122223333:role/build"{{options}});
        {{BuildProgram.Project(BuildProgram.PullRequests, isPowerful ? "Role = {|CDKSEC403:role|}," : "Role = role,")}}
        {{grant}}
        """,
        PassMember));

    /// <summary>The CDK ignores managed policies of imports, and knows roles of the program by their ARN and name.</summary>
    [Theory]
    [InlineData("Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Imported\", \"arn:aws:iam::111122223333:role/build\")", "imported.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"AdministratorAccess\"));", false)]
    [InlineData("Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Imported\", \"arn:aws:iam::111122223333:role/build\")", "imported.AddManagedPolicy(new ManagedPolicy(this, \"Policy\", new ManagedPolicyProps { Statements = new[] { Pass() } }));", false)]
    [InlineData("Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Imported\", \"arn:aws:iam::111122223333:role/build\")", "imported.AttachInlinePolicy(new Policy(this, \"Policy\", new PolicyProps { Statements = new[] { Pass() } }));", true)]
    [InlineData("Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Imported\", role.RoleArn)", "role.AddToPolicy(Pass());", true)]
    [InlineData("Amazon.CDK.AWS.IAM.Role.FromRoleName(this, \"Imported\", role.RoleName)", "role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"AdministratorAccess\"));", true)]
    [InlineData("Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Imported\", role.RoleArn)", "imported.AddToPrincipalPolicy(Pass());", true)]
    public Task AnImportThatIsGivenPolicies(string import, string grant, bool isPowerful) => Power.Types(TestProgram.InStack(
        $$"""
        {{Role}}
        var imported = {{import}};
        {{grant}}
        {{BuildProgram.Project(BuildProgram.PullRequests, isPowerful ? "Role = {|CDKSEC403:imported|}," : "Role = imported,")}}
        """,
        PassMember));

    [Theory]
    [InlineData("{ \"build\" }", true)]
    [InlineData("{ \"release\" }", false)]
    public Task APolicyThatNamesRoles(string roles, bool isPowerful) => Power.Types(TestProgram.InStack(
        $$"""
        var role = Amazon.CDK.AWS.IAM.Role.FromRoleName(this, "Role", "build");
        {{BuildProgram.Project(BuildProgram.PullRequests, isPowerful ? "Role = {|CDKSEC403:role|}," : "Role = role,")}}
        new CfnPolicy(this, "Policy", new CfnPolicyProps { PolicyName = "pass", Roles = new[] {{roles}}, PolicyDocument = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { Pass() } }) });
        """,
        PassMember));

    /// <summary>The CDK gives nothing to a role of another account than that of the stack.</summary>
    [Theory]
    [InlineData("111122223333", true)]
    [InlineData("444455556666", false)]
    public Task ARoleOfAnotherAccount(string account, bool isPowerful) => Power.Types(
        $$"""
        class Builds : Stack
        {
            public Builds(Construct scope, string id) : base(scope, id, new StackProps { Env = new Amazon.CDK.Environment { Account = "{{account}}", Region = "eu-west-1" } })
            {
                var role = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, "Role", "arn:aws:iam::111122223333:role/build");
                {{BuildProgram.Project(BuildProgram.PullRequests, isPowerful ? "Role = {|CDKSEC403:role|}," : "Role = role,")}}
                role.AddToPrincipalPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "iam:PassRole" }, Resources = new[] { "*" } }));
            }
        }

        static class Program
        {
            static void Main()
            {
                var app = new App();
                new Builds(app, "Builds");
                app.Synth();
            }
        }
        """);

    [Theory]
    [InlineData("InlinePolicies = new Dictionary<string, PolicyDocument> { [\"A\"] = new PolicyDocument(new PolicyDocumentProps { Statements = new[] { Pass() } }) },", true)]
    [InlineData("ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName(\"PowerUserAccess\") },", true)]
    [InlineData("ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName(\"AWSCodeBuildReadOnlyAccess\") },", false)]
    [InlineData("ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName(\"AdministratorAccess\") }, PermissionsBoundary = ManagedPolicy.FromAwsManagedPolicyName(\"ReadOnlyAccess\"),", false)]
    [InlineData("ManagedPolicies = new[] { ManagedPolicy.FromAwsManagedPolicyName(\"AdministratorAccess\") }, PermissionsBoundary = new UntrustedCodeBoundaryPolicy(this, \"Boundary\"),", false)]
    public Task PropsOfTheRole(string props, bool isPowerful) => Power.Types(TestProgram.InStack(
        $$"""
        var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com"), {{props}} });
        {{BuildProgram.Project(BuildProgram.PullRequests, isPowerful ? "Role = {|CDKSEC403:role|}," : "Role = role,")}}
        """,
        PassMember));

    [Fact]
    public Task ARoleOfTheTemplate() => Power.Statements(
        """
        var role = new CfnRole(this, "Role", new CfnRoleProps
        {
            AssumeRolePolicyDocument = new Dictionary<string, object>(),
            ManagedPolicyArns = new[] { "arn:aws:iam::aws:policy/AdministratorAccess" },
        });
        new CfnProject(this, "Build", new CfnProjectProps
        {
            ServiceRole = {|CDKSEC403:role.AttrArn|},
            Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
            Environment = new CfnProject.EnvironmentProperty { ComputeType = "BUILD_GENERAL1_SMALL", Type = "LINUX_CONTAINER", Image = "aws/codebuild/standard:7.0" },
            Source = new CfnProject.SourceProperty { Type = "GITHUB", Location = "https://example.com/octo/app.git" },
            Triggers = new CfnProject.ProjectTriggersProperty { Webhook = true, FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" } } } },
        });
        """);

    [Theory]
    [InlineData(Boundary + ".Of(project).Apply(new UntrustedCodeBoundaryPolicy(this, \"Boundary\"));")]
    [InlineData(Boundary + ".Of(project.Role!).Apply(new UntrustedCodeBoundaryPolicy(this, \"Boundary\"));")]
    [InlineData(Boundary + ".Of(this).Apply(new UntrustedCodeBoundaryPolicy(this, \"Boundary\"));")]
    [InlineData(Boundary + ".Of(this).Apply(ManagedPolicy.FromAwsManagedPolicyName(\"ReadOnlyAccess\"));")]
    [InlineData("((CfnRole)project.Role!.Node.DefaultChild!).PermissionsBoundary = \"arn:aws:iam::aws:policy/ReadOnlyAccess\";")]
    [InlineData("((CfnRole)project.Role!.Node.DefaultChild!).AddPropertyOverride(\"PermissionsBoundary\", \"arn:aws:iam::aws:policy/ReadOnlyAccess\");")]
    public async Task ABoundary(string boundary)
    {
        await Power.Reachable("", $"project.AddToRolePolicy({Allow("\"iam:PassRole\"")});\n{boundary}");
        await Bounds.Reachable("", boundary);
        await Secrets.Reachable("", $"project.AddToRolePolicy({Allow("\"secretsmanager:GetSecretValue\"")});\n{boundary}");
    }

    [Fact]
    public Task ABoundaryOfAnotherProjectDoesNotCount() => Power.Statements(
        BuildProgram.Project(BuildProgram.PullRequests, "")
        + BuildProgram.Project(BuildProgram.PullRequests, "", "Other", "other")
        + $"project.AddToRolePolicy({Allow("{|CDKSEC403:\"iam:PassRole\"|}")});\n"
        + $"{Boundary}.Of(other).Apply(new UntrustedCodeBoundaryPolicy(this, \"Boundary\"));");

    [Fact]
    public Task ABoundaryOfTheProjectDoesNotReachARoleBesideIt() => Power.Statements(
        Role
        + $"role.AddToPolicy({Allow("\"iam:PassRole\"")});\n"
        + BuildProgram.Project(BuildProgram.PullRequests, "Role = {|CDKSEC403:role|},")
        + $"{Boundary}.Of(project).Apply(new UntrustedCodeBoundaryPolicy(this, \"Boundary\"));");

    [Fact]
    public Task ABoundaryThatTheProgramGivesTheStackCounts() => Power.Types(
        $$"""
        class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id) : base(scope, id)
            {
                {{BuildProgram.Project(BuildProgram.PullRequests, "")}}
                project.AddToRolePolicy({{Allow("\"iam:PassRole\"")}});
            }
        }

        static class Program
        {
            static void Main()
            {
                var app = new App();
                var stack = new BuildStack(app, "Builds");
                {{Boundary}}.Of(app).Apply(ManagedPolicy.FromAwsManagedPolicyName("ReadOnlyAccess"));
            }
        }
        """);

    [Fact]
    public Task AnAspectThatMayBoundRolesSilences() => Power.Types(
        $$"""
        class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id) : base(scope, id)
            {
                {{BuildProgram.Project(BuildProgram.PullRequests, "")}}
                project.AddToRolePolicy({{Allow("\"iam:PassRole\"")}});
                Aspects.Of(this).Add(new Bound());
            }
        }

        class Bound : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect
        {
            public void Visit(IConstruct node)
            {
                if (node is CfnRole role)
                {
                    role.PermissionsBoundary = "arn:aws:iam::aws:policy/ReadOnlyAccess";
                }
            }
        }
        """);

    [Theory]
    [InlineData("Aspects.Of(other).Add(new Bound());", "if (node is CfnRole role) role.PermissionsBoundary = Arn;", true)]
    [InlineData("Aspects.Of(other).Add(new Bound());", "if (node is Role role) ((CfnRole)role.Node.DefaultChild!).AddPropertyOverride(\"PermissionsBoundary\", Arn);", true)]
    [InlineData("Aspects.Of(other).Add(new Bound());", "var role = node as CfnRole; if (role is not null) role.PermissionsBoundary = Arn;", true)]
    [InlineData("Aspects.Of(other).Add(new Bound());", "Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(node).Apply(ManagedPolicy.FromAwsManagedPolicyName(\"ReadOnlyAccess\"));", true)]
    [InlineData("var aspect = new Bound(); Aspects.Of(other).Add(aspect);", "if (node is CfnRole role) role.PermissionsBoundary = Arn;", true)]
    [InlineData("Aspects.Of(other).Add(new Bound());", "if (Kept is { } role) role.PermissionsBoundary = Arn;", false)]
    [InlineData("Aspects.Of(other).Add(new Bound());", "if (node is CfnRole role) { role = Kept!; role.PermissionsBoundary = Arn; }", false)]
    [InlineData("Aspects.Of(other).Add(new Bound());", "Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(Stack.Of(node)).Apply(ManagedPolicy.FromAwsManagedPolicyName(\"ReadOnlyAccess\"));", false)]
    [InlineData("Aspects.Of(project).Add(new Bound());", "if (node is CfnRole role) role.PermissionsBoundary = Arn;", false)]
    [InlineData("Aspects.Of(group).Add(new Bound());", "if (node is CfnRole role) role.PermissionsBoundary = Arn;", false)]
    [InlineData("Aspects.Of(this).Add(new Bound());", "if (node is CfnRole role) role.PermissionsBoundary = Arn;", false)]
    [InlineData("Aspects.Of(scope).Add(new Bound());", "if (node is CfnRole role) role.PermissionsBoundary = Arn;", false)]
    [InlineData("Aspects.Of(this.Node.Scope!).Add(new Bound());", "if (node is CfnRole role) role.PermissionsBoundary = Arn;", false)]
    [InlineData("Action bind = () => Aspects.Of(other).Add(new Bound()); bind();", "if (node is CfnRole role) role.PermissionsBoundary = Arn;", true)]
    [InlineData("Action<Construct> bind = each => Aspects.Of(each).Add(new Bound()); bind(other);", "if (node is CfnRole role) role.PermissionsBoundary = Arn;", false)]
    [InlineData("foreach (var each in new[] { other, group }) Aspects.Of(each).Add(new Bound());", "if (node is CfnRole role) role.PermissionsBoundary = Arn;", false)]
    public Task AnAspectSilencesWhatStandsInItsScope(string addition, string visit, bool isOutside) => Power.Types(
        $$"""
        class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id) : base(scope, id)
            {
                var other = new Construct(this, "Other");
                var group = new Construct(this, "Group");
                {{BuildProgram.Project(BuildProgram.PullRequests, "").Replace("Project(this", "Project(group", StringComparison.Ordinal)}}
                project.AddToRolePolicy({{Allow(isOutside ? "{|CDKSEC403:\"iam:PassRole\"|}" : "\"iam:PassRole\"")}});
                {{addition}}
            }
        }

        class Bound : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect
        {
            private const string Arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";

            public CfnRole? Kept { get; set; }

            public void Visit(IConstruct node)
            {
                {{visit}}
            }
        }
        """);

    [Theory]
    [InlineData("Stack", "var other = new Construct(this, \"Other\"); Aspects.Of(other).Add(new Bound());", true)]
    [InlineData("Stack", "Aspects.Of(new Construct(this, \"Other\")).Add(new Bound());", true)]
    [InlineData("Stack", "var other = new Role(this, \"Other\", new RoleProps { AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") }); Aspects.Of(other).Add(new Bound());", true)]
    [InlineData("Stack", "var other = new Project(this, \"Other\", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = \"octo\", Repo = \"app\" }) }); Aspects.Of(other).Add(new Bound());", true)]
    [InlineData("Stack", "var other = new Construct(this, \"Other\"); other = (Construct)this.Node.Scope!; Aspects.Of(other).Add(new Bound());", false)]
    [InlineData("Stack", "Aspects.Of(this).Add(new Bound());", true)]
    [InlineData("NestedStack", "Aspects.Of(this).Add(new Bound());", false)]
    public Task AnAspectOfAnotherStack(string kind, string addition, bool isOutside) => Power.Types(
        $$"""
        class BuildStack : {{kind}}
        {
            public BuildStack(Construct scope, string id) : base(scope, id)
            {
                {{BuildProgram.Project(BuildProgram.PullRequests, "")}}
                project.AddToRolePolicy({{Allow(isOutside ? "{|CDKSEC403:\"iam:PassRole\"|}" : "\"iam:PassRole\"")}});
            }
        }

        class OtherStack : Stack
        {
            public OtherStack(Construct scope, string id) : base(scope, id)
            {
                {{addition}}
            }
        }

        class Bound : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect
        {
            public void Visit(IConstruct node)
            {
                if (node is CfnRole role)
                {
                    role.PermissionsBoundary = "arn:aws:iam::aws:policy/ReadOnlyAccess";
                }
            }
        }
        """);

    [Theory]
    [InlineData("Aspects.Of(app).Add(new Bound());")]
    [InlineData("Aspects.Of(stack).Add(new Bound());")]
    public Task AnAspectOfTheProgramSilences(string addition) => Power.Types(
        $$"""
        class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id) : base(scope, id)
            {
                {{BuildProgram.Project(BuildProgram.PullRequests, "")}}
                project.AddToRolePolicy({{Allow("\"iam:PassRole\"")}});
            }
        }

        static class Program
        {
            static void Main()
            {
                var app = new App();
                var stack = new BuildStack(app, "Builds");
                {{addition}}
            }
        }

        class Bound : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect
        {
            public void Visit(IConstruct node)
            {
                if (node is CfnRole role)
                {
                    role.PermissionsBoundary = "arn:aws:iam::aws:policy/ReadOnlyAccess";
                }
            }
        }
        """);

    [Theory]
    [InlineData("", "")]
    [InlineData("", Boundary + ".Of(Amazon.CDK.AWS.IAM.Role.FromRoleName(this, \"Imported\", \"build\")).Apply(ManagedPolicy.FromAwsManagedPolicyName(\"ReadOnlyAccess\"));")]
    [InlineData("Role = Amazon.CDK.AWS.IAM.Role.FromRoleName(this, \"Imported\", \"build\"),", "")]
    public Task NoBoundary(string props, string after) => Bounds.Statements(
        $"{(props.Length == 0 ? "{|CDKSEC405:" : "")}{BuildProgram.Project(BuildProgram.PullRequests, props)["var project = ".Length..].TrimEnd(';', '\n')}{(props.Length == 0 ? "|}" : "")};\n{after}");

    [Theory]
    [InlineData("{|CDKSEC404:\"secretsmanager:GetSecretValue\"|}", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:app")]
    [InlineData("{|CDKSEC404:\"secretsmanager:*\"|}", "*")]
    [InlineData("{|CDKSEC404:\"ssm:GetParameter*\"|}", "*")]
    [InlineData("{|CDKSEC404:\"ssm:GetParameters\"|}", "arn:aws:ssm:eu-west-1:111122223333:parameter/app/*")]
    [InlineData("\"ssm:GetParameter\"", "arn:aws:ssm:eu-west-1:111122223333:parameter/app/color")]
    [InlineData("\"secretsmanager:DescribeSecret\"", "*")]
    public Task ARoleThatReadsSecrets(string action, string resource) =>
        Secrets.Reachable("", $"project.AddToRolePolicy({Allow(action, resource)});");

    [Theory]
    [InlineData("{|CDKSEC404:secret.GrantRead(project)|};")]
    [InlineData("{|CDKSEC404:secret.GrantRead(project.Role!)|};")]
    [InlineData("secret.GrantWrite(project);")]
    [InlineData("secret.GrantRead(project);\nproject.AddToRolePolicy(new PolicyStatement(new PolicyStatementProps { Effect = Effect.DENY, Actions = new[] { \"secretsmanager:*\" }, Resources = new[] { \"*\" } }));")]
    [InlineData("{|CDKSEC404:Amazon.CDK.AWS.SSM.StringParameter.FromSecureStringParameterAttributes(this, \"Secure\", new Amazon.CDK.AWS.SSM.SecureStringParameterAttributes { ParameterName = \"/app/key\" }).GrantRead(project)|};")]
    [InlineData("Amazon.CDK.AWS.SSM.StringParameter.FromStringParameterName(this, \"Plain\", \"/app/color\").GrantRead(project);")]
    public Task ASecretThatIsGranted(string grant) => Secrets.Reachable(
        "",
        "var secret = Amazon.CDK.AWS.SecretsManager.Secret.FromSecretNameV2(this, \"Secret\", \"app\");\n" + grant);

    /// <summary>A project has the role of its props, whichever they are.</summary>
    [Theory]
    [InlineData("first", "second")]
    [InlineData("second", "first")]
    public Task ASecretForAProjectWhoseRoleDepends(string one, string other) => Secrets.Types(TestProgram.InStack(
        $$"""
        {{Role}}
        var isTest = System.Environment.GetEnvironmentVariable("TEST") == "yes";
        var first = new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED) } }), Role = role };
        var second = new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", Webhook = false }) };
        var project = new Project(this, "Build", isTest ? {{one}} : {{other}});
        {|CDKSEC404:Amazon.CDK.AWS.SecretsManager.Secret.FromSecretNameV2(this, "Secret", "app").GrantRead(project)|};
        """,
        ""));

    [Fact]
    public async Task TheMessageNamesTheWorstThree()
    {
        var findings = await Analysis.Run(TestProgram.InStack(
            BuildProgram.Project(BuildProgram.PullRequests, "")
            + $"project.AddToRolePolicy({Allow("\"sts:AssumeRole\", \"iam:PassRole\", \"iam:PutRolePolicy\", \"s3:PutBucketPolicy\"")});\n"
            + "project.Role!.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"PowerUserAccess\"));"));

        var message = Assert.Single(findings, finding => finding.Id == "CDKSEC403").GetMessage(CultureInfo.InvariantCulture);
        Assert.Contains(
            "has the policy PowerUserAccess, manages permissions ('iam:PutRolePolicy'), manages permissions ('s3:PutBucketPolicy') and 2 more",
            message,
            StringComparison.Ordinal);
    }

    private const string PassMember =
        "static PolicyStatement Pass() => new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"iam:PassRole\" }, Resources = new[] { \"*\" } });";
}
