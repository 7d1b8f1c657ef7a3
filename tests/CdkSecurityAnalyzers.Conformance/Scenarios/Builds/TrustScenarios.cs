namespace CdkSecurityAnalyzers.Conformance.Scenarios.Builds;

/// <summary>Programs whose projects share roles, caches and buckets, or have boundaries; in the form of <see cref="ScenarioText"/>.</summary>
internal static class TrustScenarios
{
    private const string Role = "var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") });\n";

    private const string Bucket = "var bucket = new Amazon.CDK.AWS.S3.Bucket(this, \"Bucket\");\n";

    private const string Pass = "new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"iam:PassRole\" }, Resources = new[] { \"*\" } })";

    private const string Boundaries = "Amazon.CDK.AWS.IAM.PermissionsBoundary";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["one role"] = $"// Test: 402\n{Role}{Test("Role = role")}{Release("Role = role")}",
        ["one role, the release first"] = $"// Test: 402\n{Role}{Release("Role = role")}{Test("Role = role")}",
        ["one role by a local"] = $"// Test: 402\n{Role}var same = role;\n{Test("Role = same")}{Release("Role = role")}",
        ["a role of the release"] = $"// Test: 402\n{Release("").Insert(0, "var release = ")}{Test("Role = release.Role")}",
        ["a role of the test"] = $"// Test: 402\n{Test("").Insert(0, "var test = ")}{Release("Role = test.Role")}",
        ["roles of their own"] = $"// Test: none\n{Test("")}{Release("")}",
        ["one role of two tests"] = $"// Test: none\n{Role}{Test("Role = role")}{Test("Role = role").Replace("\"Test\"", "\"Other\"", StringComparison.Ordinal)}",
        ["one role on a condition"] = $"// Test: 402\n{Role}var own = new Role(this, \"Own\", new RoleProps {{ AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") }});\n{Test("Role = Inputs.A ? role : own")}{Release("Role = role")}",
        ["one of two roles, both of releases"] = $"// Test: 402\n{Role}var own = new Role(this, \"Own\", new RoleProps {{ AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") }});\n{Test("Role = Inputs.A ? role : own")}{Release("Role = role")}{Release("Role = own").Replace("\"Release\"", "\"Nightly\"", StringComparison.Ordinal)}",
        ["one role by either of two props"] = $"// Test: 402\n{Role}{Release("Role = role")}{Test("Role = role").Replace("new ProjectProps", "Inputs.A ? new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = \"octo\", Repo = \"app\", WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED) } }), Role = role } : new ProjectProps", StringComparison.Ordinal)}",
        ["open and gated tests in a loop"] = $"// Gated: 402\n// Open: 402\n{Role}foreach (var name in new[] {{ \"Gated\", \"Open\", \"Release\" }})\n{{\n    var group = FilterGroup.InEventOf(name == \"Release\" ? EventAction.PUSH : EventAction.PULL_REQUEST_CREATED);\n    new Project(this, name, new ProjectProps {{ Source = Source.GitHub(new GitHubSourceProps {{ Owner = \"octo\", Repo = \"app\", WebhookFilters = new[] {{ name == \"Gated\" ? group.AndActorAccountIs(\"^1$\") : group }} }}), Role = role }});\n}}",
        ["never one role"] = $"// Test: none\n{Role}var own = new Role(this, \"Own\", new RoleProps {{ AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") }});\n{Test("Role = Inputs.A ? role : own")}{Release("Role = Inputs.A ? own : role")}",
        ["a test that is a release in production"] = $"// Test: none\n{Role}{ByCondition("Test", "Inputs.Prod ? EventAction.PUSH : EventAction.PULL_REQUEST_CREATED", "Role = role")}if (Inputs.Prod)\n{{\n    {Release("Role = role")}}}",
        ["a test beside a release in production"] = $"// Test: 402\n{Role}{Test("Role = role")}if (Inputs.Prod)\n{{\n    {Release("Role = role")}}}",
        ["one of two in each environment"] = $"// Test: none\n{Role}if (Inputs.Prod)\n{{\n    {Release("Role = role")}}}\nelse\n{{\n    {Test("Role = role")}}}",
        ["roles in a loop"] = $"// Test: 402\n{Role}foreach (var name in new[] {{ \"Test\", \"Release\" }})\n{{\n    new Project(this, name, new ProjectProps {{ Source = Source.GitHub(new GitHubSourceProps {{ Owner = \"octo\", Repo = \"app\", WebhookFilters = new[] {{ FilterGroup.InEventOf(name == \"Test\" ? EventAction.PULL_REQUEST_CREATED : EventAction.PUSH) }} }}), Role = role }});\n}}",
        ["a helper for both"] = $"// Test: 402\n{Role}Add(\"Test\", EventAction.PULL_REQUEST_CREATED, role);\nAdd(\"Release\", EventAction.PUSH, role);\n---\n{Helper}",
        ["a helper for two roles"] = $"// Test: none\n{Role}Add(\"Test\", EventAction.PULL_REQUEST_CREATED, role);\nAdd(\"Release\", EventAction.PUSH, new Role(this, \"Own\", new RoleProps {{ AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") }}));\n---\n{Helper}",
        ["roles of one name"] = $"// Test: 402\n{Test("Role = Amazon.CDK.AWS.IAM.Role.FromRoleName(this, \"First\", \"build\")")}{Release("Role = Amazon.CDK.AWS.IAM.Role.FromRoleName(this, \"Second\", \"build\")")}",
        ["roles of one ARN"] = $"// Test: 402\n{Test("Role = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"First\", \"arn:aws:iam::111122223333:role/build\")")}{Release("Role = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Second\", \"arn:aws:iam::111122223333:role/build\")")}",
        ["roles of two ARNs"] = $"// Test: none\n{Test("Role = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"First\", \"arn:aws:iam::111122223333:role/test\")")}{Release("Role = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Second\", \"arn:aws:iam::111122223333:role/build\")")}",
        ["a pipeline's project"] = $"// Test: 402\n{Role}{Test("Role = role")}new PipelineProject(this, \"Release\", new PipelineProjectProps {{ Role = role }});",
        ["a base class"] = $$"""
            // Test: 402
            abstract class Releases : Stack
            {
                protected Releases(Construct scope, string id) : base(scope, id)
                {
                    Shared = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
                    {{Release("Role = Shared")}}
                }

                protected Role Shared { get; }
            }

            class Builds : Releases
            {
                public Builds(Construct scope, string id) : base(scope, id)
                {
                    {{Test("Role = Shared")}}
                }
            }

            static class Program
            {
                public static void Main()
                {
                    var app = new App();
                    new Builds(app, "Builds");
                    app.Synth();
                }
            }
            """,
        ["two stacks"] = TwoStacks("role", "role", "// Test: 402"),
        ["two stacks of two roles"] = TwoStacks("role", "other", "// Test: none"),

        ["power"] = $"// Test: 403\n{Role}role.AddToPolicy({Pass});\n{Test("Role = role")}",
        ["power of a release"] = $"// Release: none\n{Role}role.AddToPolicy({Pass});\n{Release("Role = role")}",
        ["power afterwards"] = $"// Test: 403\n{Role}{Test("Role = role")}role.AddToPolicy({Pass});",
        ["power of another role"] = $"// Test: none\n{Role}{Test("")}role.AddToPolicy({Pass});",
        ["power on a condition"] = $"// Test: 403\n{Role}if (Inputs.A)\n{{\n    role.AddToPolicy({Pass});\n}}\n{Test("Role = role")}",
        ["power where nothing is reached"] = $"// Test: none\n{Role}if (Inputs.A)\n{{\n    role.AddToPolicy({Pass});\n}}\n{ByCondition("Test", "Inputs.A ? EventAction.PUSH : EventAction.PULL_REQUEST_CREATED", "Role = role")}",
        ["power by an inline policy"] = $"// Test: 403\nvar role = new Role(this, \"Role\", new RoleProps {{ AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\"), InlinePolicies = new Dictionary<string, PolicyDocument> {{ [\"A\"] = new PolicyDocument(new PolicyDocumentProps {{ Statements = new[] {{ {Pass} }} }}) }} }});\n{Test("Role = role")}",
        ["power by a managed policy of the program"] = $"// Test: 403\n{Role}new ManagedPolicy(this, \"Policy\", new ManagedPolicyProps {{ Statements = new[] {{ {Pass} }}, Roles = new[] {{ role }} }});\n{Test("Role = role")}",
        ["power by a managed policy of AWS"] = $"// Test: 403\n{Role}role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName(\"PowerUserAccess\"));\n{Test("Role = role")}",
        ["power by a policy that is attached"] = $"// Test: 403\n{Role}role.AttachInlinePolicy(new Policy(this, \"Policy\", new PolicyProps {{ Statements = new[] {{ {Pass} }} }}));\n{Test("Role = role")}",
        ["power of the project's role"] = $"// Test: 403\n{Test("").Insert(0, "var test = ")}test.AddToRolePolicy({Pass});",
        ["power of the project's role by the role"] = $"// Test: 403\n{Test("").Insert(0, "var test = ")}test.Role!.AddToPrincipalPolicy({Pass});",
        ["power that is denied"] = $"// Test: none\n{Role}role.AddToPolicy({Pass});\nrole.AddToPolicy(new PolicyStatement(new PolicyStatementProps {{ Effect = Effect.DENY, Actions = new[] {{ \"iam:*\" }}, Resources = new[] {{ \"*\" }} }}));\n{Test("Role = role")}",
        ["power with a condition"] = $"// Test: none\n{Role}role.AddToPolicy(new PolicyStatement(new PolicyStatementProps {{ Actions = new[] {{ \"iam:PassRole\" }}, Resources = new[] {{ \"*\" }}, Conditions = new Dictionary<string, object> {{ [\"StringEquals\"] = new Dictionary<string, object> {{ [\"iam:PassedToService\"] = \"ecs.amazonaws.com\" }} }} }}));\n{Test("Role = role")}",
        ["a guard-rail"] = $"// Test: 403\n{Role}role.AddToPolicy(new PolicyStatement(new PolicyStatementProps {{ Actions = new[] {{ \"codebuild:UpdateWebhook\" }}, Resources = new[] {{ \"*\" }} }}));\n{Test("Role = role")}",
        ["another role to assume"] = $"// Test: none\n{Role}role.AddToPolicy(new PolicyStatement(new PolicyStatementProps {{ Actions = new[] {{ \"sts:AssumeRole\" }}, Resources = new[] {{ \"arn:aws:iam::111122223333:role/test\" }} }}));\n{Test("Role = role")}",
        ["any role to assume"] = $"// Test: 403\n{Role}role.AddToPolicy(new PolicyStatement(new PolicyStatementProps {{ Actions = new[] {{ \"sts:AssumeRole\" }}, Resources = new[] {{ \"*\" }} }}));\n{Test("Role = role")}",

        ["a boundary of the project"] = $"// Test: none\n{Test("").Insert(0, "var test = ")}test.AddToRolePolicy({Pass});\n{Boundaries}.Of(test).Apply(new UntrustedCodeBoundaryPolicy(this, \"Boundary\"));",
        ["a boundary of the stack"] = $"// Test: none\n{Test("").Insert(0, "var test = ")}test.AddToRolePolicy({Pass});\n{Boundaries}.Of(this).Apply(ManagedPolicy.FromAwsManagedPolicyName(\"ReadOnlyAccess\"));",
        ["a boundary of the role"] = $"// Test: none\n{Role}role.AddToPolicy({Pass});\n{Boundaries}.Of(role).Apply(ManagedPolicy.FromAwsManagedPolicyName(\"ReadOnlyAccess\"));\n{Test("Role = role")}",
        ["a boundary in the props of the role"] = $"// Test: none\nvar role = new Role(this, \"Role\", new RoleProps {{ AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\"), PermissionsBoundary = ManagedPolicy.FromAwsManagedPolicyName(\"ReadOnlyAccess\") }});\nrole.AddToPolicy({Pass});\n{Test("Role = role")}",
        ["a boundary of the resource"] = $"// Test: none\n{Role}role.AddToPolicy({Pass});\n((CfnRole)role.Node.DefaultChild!).PermissionsBoundary = \"arn:aws:iam::aws:policy/ReadOnlyAccess\";\n{Test("Role = role")}",
        ["a boundary that misses the role"] = $"// Test: 403\n{Role}role.AddToPolicy({Pass});\n{Test("Role = role").Insert(0, "var test = ")}{Boundaries}.Of(test).Apply(ManagedPolicy.FromAwsManagedPolicyName(\"ReadOnlyAccess\"));",
        ["a boundary of another project"] = $"// Test: 403\n// Other: none\n{Test("").Insert(0, "var test = ")}{Test("").Replace("\"Test\"", "\"Other\"", StringComparison.Ordinal).Insert(0, "var other = ")}test.AddToRolePolicy({Pass});\nother.AddToRolePolicy({Pass});\n{Boundaries}.Of(other).Apply(new UntrustedCodeBoundaryPolicy(this, \"Boundary\"));",
        ["a boundary on a condition"] = $"// Test: 403\n{Test("").Insert(0, "var test = ")}test.AddToRolePolicy({Pass});\nif (Inputs.A)\n{{\n    {Boundaries}.Of(test).Apply(new UntrustedCodeBoundaryPolicy(this, \"Boundary\"));\n}}",
        ["a boundary wherever there is power"] = $"// Test: none\n{Test("").Insert(0, "var test = ")}if (Inputs.A)\n{{\n    test.AddToRolePolicy({Pass});\n    {Boundaries}.Of(test).Apply(new UntrustedCodeBoundaryPolicy(this, \"Boundary\"));\n}}",
        ["a boundary keeps from secrets"] = $"// Test: none\n{Test("").Insert(0, "var test = ")}Amazon.CDK.AWS.SecretsManager.Secret.FromSecretNameV2(this, \"Secret\", \"a\").GrantRead(test);\n{Boundaries}.Of(test).Apply(new UntrustedCodeBoundaryPolicy(this, \"Boundary\"));",
        ["a secret that is granted"] = $"// Test: 404\n{Test("").Insert(0, "var test = ")}Amazon.CDK.AWS.SecretsManager.Secret.FromSecretNameV2(this, \"Secret\", \"a\").GrantRead(test);",
        ["a secret that is granted on a condition"] = $"// Test: 404\n{Test("").Insert(0, "var test = ")}if (Inputs.A)\n{{\n    Amazon.CDK.AWS.SecretsManager.Secret.FromSecretNameV2(this, \"Secret\", \"a\").GrantRead(test);\n}}",
        ["a secret that is granted to the role"] = $"// Test: 404\n{Role}Amazon.CDK.AWS.SecretsManager.Secret.FromSecretNameV2(this, \"Secret\", \"a\").GrantRead(role);\n{Test("Role = role")}",
        ["a secret that is granted to another"] = $"// Test: none\n{Role}Amazon.CDK.AWS.SecretsManager.Secret.FromSecretNameV2(this, \"Secret\", \"a\").GrantRead(role);\n{Test("")}",

        ["one cache"] = $"// Test: 407\n{Bucket}{Test("Cache = Cache.Bucket(bucket)")}{Release("Cache = Cache.Bucket(bucket)")}",
        ["one cache under one prefix"] = $"// Test: 407\n{Bucket}{Test("Cache = Cache.Bucket(bucket, new BucketCacheOptions { Prefix = \"a\" })")}{Release("Cache = Cache.Bucket(bucket, new BucketCacheOptions { Prefix = \"a\" })")}",
        ["two prefixes"] = $"// Test: none\n{Bucket}{Test("Cache = Cache.Bucket(bucket, new BucketCacheOptions { Prefix = \"a\" })")}{Release("Cache = Cache.Bucket(bucket, new BucketCacheOptions { Prefix = \"b\" })")}",
        ["two buckets"] = $"// Test: none\n{Bucket}{Test("Cache = Cache.Bucket(bucket)")}{Release("Cache = Cache.Bucket(new Amazon.CDK.AWS.S3.Bucket(this, \"Other\"))")}",
        ["local caches"] = $"// Test: none\n{Test("Cache = Cache.Local(LocalCacheMode.SOURCE)")}{Release("Cache = Cache.Local(LocalCacheMode.SOURCE)")}",
        ["a cache on a condition"] = $"// Test: 407\n{Bucket}{Test("Cache = Inputs.A ? Cache.Bucket(bucket) : Cache.None()")}{Release("Cache = Cache.Bucket(bucket)")}",
        ["a cache that is kept in a local"] = $"// Test: 407\n{Bucket}var cache = Cache.Bucket(bucket);\n{Test("Cache = cache")}{Release("Cache = cache")}",
        ["a cache by a property"] = $"// Test: 407\n{Bucket}{Release("Cache = Cache.Bucket(bucket)")}{Test("").Insert(0, "var test = ")}((CfnProject)test.Node.DefaultChild!).Cache = new CfnProject.ProjectCacheProperty {{ Type = \"S3\", Location = bucket.BucketName }};",

        ["a bucket that is written and read"] = $"// Test: 403\n{Bucket}{Test("").Insert(0, "var test = ")}{Release("").Insert(0, "var release = ")}bucket.GrantWrite(test);\nbucket.GrantRead(release);",
        ["a bucket that is written and built"] = $"// Test: 403\nvar bucket = new Amazon.CDK.AWS.S3.Bucket(this, \"Bucket\", new Amazon.CDK.AWS.S3.BucketProps {{ Versioned = true }});\n{Test("").Insert(0, "var test = ")}bucket.GrantPut(test);\nnew Project(this, \"Release\", new ProjectProps {{ Source = Source.S3(new S3SourceProps {{ Bucket = bucket, Path = \"app.zip\" }}) }});",
        ["a bucket that is written and read on opposite conditions"] = $"// Test: none\n{Bucket}{Test("").Insert(0, "var test = ")}{Release("").Insert(0, "var release = ")}if (Inputs.A)\n{{\n    bucket.GrantWrite(test);\n}}\nelse\n{{\n    bucket.GrantRead(release);\n}}",
        ["a bucket that is written and read where there is a boundary"] = $"// Test: none\n{Bucket}{Test("").Insert(0, "var test = ")}{Release("").Insert(0, "var release = ")}bucket.GrantWrite(test);\nif (Inputs.A)\n{{\n    bucket.GrantRead(release);\n    {Boundaries}.Of(test).Apply(new UntrustedCodeBoundaryPolicy(this, \"Boundary\"));\n}}",
        ["a bucket that is written and read where there is no boundary"] = $"// Test: 403\n{Bucket}{Test("").Insert(0, "var test = ")}{Release("").Insert(0, "var release = ")}bucket.GrantWrite(test);\nif (Inputs.A)\n{{\n    bucket.GrantRead(release);\n}}\nelse\n{{\n    {Boundaries}.Of(test).Apply(new UntrustedCodeBoundaryPolicy(this, \"Boundary\"));\n}}",
        ["a bucket that is only read"] = $"// Test: none\n{Bucket}{Test("").Insert(0, "var test = ")}{Release("").Insert(0, "var release = ")}bucket.GrantRead(test);\nbucket.GrantReadWrite(release);",
        ["a bucket of the test"] = $"// Test: none\n{Bucket}{Test("").Insert(0, "var test = ")}{Release("")}bucket.GrantReadWrite(test);",
        ["a repository that is pushed and built in"] = $"// Test: 403\nvar repository = new Amazon.CDK.AWS.ECR.Repository(this, \"Repository\");\n{Test("").Insert(0, "var test = ")}{Release("Environment = new BuildEnvironment { BuildImage = LinuxBuildImage.FromEcrRepository(repository, \"1\") }")}repository.GrantPullPush(test);",

        ["an actor filter"] = $"// Test: 401\n{Gated(".AndActorAccountIs(\"^1$\")", "Environment = new BuildEnvironment { Privileged = true }")}",
        ["an approval"] = $"// Test: 401\n{Test("Environment = new BuildEnvironment { Privileged = true }").Insert(0, "var test = ")}((CfnProject)test.Node.DefaultChild!).AddPropertyOverride(\"Triggers.PullRequestBuildPolicy.RequiresCommentApproval\", \"ALL_PULL_REQUESTS\");",
        ["triggers that are deleted"] = $"// Test: none\n{Test("Environment = new BuildEnvironment { Privileged = true }").Insert(0, "var test = ")}((CfnProject)test.Node.DefaultChild!).AddPropertyDeletionOverride(\"Triggers\");",
        ["groups that are deleted"] = $"// Release: 401\n{Release("Environment = new BuildEnvironment { Privileged = true }").Insert(0, "var release = ")}((CfnProject)release.Node.DefaultChild!).AddPropertyDeletionOverride(\"Triggers.FilterGroups\");",
        ["a second group"] = $"// Test: 401\nnew Project(this, \"Test\", new ProjectProps {{ Source = Source.GitHub(new GitHubSourceProps {{ Owner = \"octo\", Repo = \"app\", WebhookFilters = new[] {{ FilterGroup.InEventOf(EventAction.PUSH), FilterGroup.InEventOf(EventAction.PULL_REQUEST_UPDATED) }} }}), Environment = new BuildEnvironment {{ Privileged = true }} }});",
        ["a merge"] = $"// Test: none\n{ByCondition("Test", "EventAction.PULL_REQUEST_MERGED", "Environment = new BuildEnvironment { Privileged = true }")}",
        ["privileges on the other condition"] = $"// Test: none\n{ByCondition("Test", "Inputs.A ? EventAction.PULL_REQUEST_CREATED : EventAction.PUSH", "Environment = new BuildEnvironment { Privileged = !Inputs.A }")}",
        ["everything"] = $"// Test: 401 402 403 404 407\n{Role}{Bucket}role.AddToPolicy({Pass});\n{Test("Role = role, Cache = Cache.Bucket(bucket), Environment = new BuildEnvironment { Privileged = true }, EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { [\"A\"] = new BuildEnvironmentVariable { Value = \"a\", Type = BuildEnvironmentVariableType.SECRETS_MANAGER } }")}{Release("Role = role, Cache = Cache.Bucket(bucket)")}",
    };

    private const string Helper = "private void Add(string id, EventAction action, Role role) => new Project(this, id, new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = \"octo\", Repo = \"app\", WebhookFilters = new[] { FilterGroup.InEventOf(action) } }), Role = role });";

    private static string Test(string props) => ByCondition("Test", "EventAction.PULL_REQUEST_CREATED", props);

    private static string Release(string props) => ByCondition("Release", "EventAction.PUSH", props);

    private static string Gated(string filter, string props) => ByCondition("Test", "EventAction.PULL_REQUEST_CREATED", props, filter);

    private static string ByCondition(string id, string action, string props, string filter = "") =>
        $"new Project(this, \"{id}\", new ProjectProps {{ Source = Source.GitHub(new GitHubSourceProps {{ Owner = \"octo\", Repo = \"app\", WebhookFilters = new[] {{ FilterGroup.InEventOf({action}){filter} }} }}), {props} }});\n";

    private static string TwoStacks(string first, string second, string verdict) =>
        $$"""
        {{verdict}}
        class Tests : Stack
        {
            public Tests(Construct scope, string id, Role role) : base(scope, id)
            {
                {{Test("Role = role.WithoutPolicyUpdates()")}}
            }
        }

        class Releases : Stack
        {
            public Releases(Construct scope, string id, Role role) : base(scope, id)
            {
                {{Release("Role = role.WithoutPolicyUpdates()")}}
            }
        }

        static class Program
        {
            public static void Main()
            {
                var app = new App();
                var roles = new Stack(app, "Roles");
                var role = new Role(roles, "Role", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
                var other = new Role(roles, "Other", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
                new Tests(app, "Tests", {{first}});
                new Releases(app, "Releases", {{second}});
                app.Synth();
            }
        }
        """;
}
