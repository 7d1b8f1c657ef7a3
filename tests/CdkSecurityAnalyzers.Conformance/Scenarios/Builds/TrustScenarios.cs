namespace CdkSecurityAnalyzers.Conformance.Scenarios.Builds;

/// <summary>Programs whose projects share roles, caches and buckets, or have boundaries; in the form of <see cref="ScenarioText"/>.</summary>
internal static class TrustScenarios
{
    private const string Role = "var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") });\n";

    private const string Bucket = "var bucket = new Amazon.CDK.AWS.S3.Bucket(this, \"Bucket\");\n";

    private const string Pass = "new PolicyStatement(new PolicyStatementProps { Actions = new[] { \"iam:PassRole\" }, Resources = new[] { \"*\" } })";

    private const string Boundaries = "Amazon.CDK.AWS.IAM.PermissionsBoundary";

    private const string Bound = """
        private sealed class Bound : Amazon.JSII.Runtime.Deputy.DeputyBase, IAspect
        {
            public void Visit(IConstruct node)
            {
                if (node is CfnRole role) role.PermissionsBoundary = "arn:aws:iam::aws:policy/ReadOnlyAccess";
            }
        }
        """;

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
        ["an aspect that bounds what stands beside"] = $"// Test: 403\n{Test("").Insert(0, "var test = ")}test.AddToRolePolicy({Pass});\nvar other = new Construct(this, \"Other\");\nAspects.Of(other).Add(new Bound());\n---\n{Bound}",
        ["an aspect that bounds the test"] = $"// Test: none\n{Test("").Insert(0, "var test = ")}test.AddToRolePolicy({Pass});\nAspects.Of(test).Add(new Bound());\n---\n{Bound}",
        ["permissions by another import"] = $"// Test: 403\n{Test("Role = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"First\", \"arn:aws:iam::111122223333:role/build\")")}Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Second\", \"arn:aws:iam::111122223333:role/build\").AddToPrincipalPolicy({Pass});",
        ["a grant by another import"] = $"// Test: 404\n{Test("Role = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"First\", \"arn:aws:iam::111122223333:role/build\")")}Amazon.CDK.AWS.SecretsManager.Secret.FromSecretNameV2(this, \"Secret\", \"a\").GrantRead(Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Second\", \"arn:aws:iam::111122223333:role/build\"));",
        ["a policy that names an imported role"] = $"// Test: 403\n{Test("Role = Amazon.CDK.AWS.IAM.Role.FromRoleName(this, \"First\", \"build\")")}new CfnPolicy(this, \"Policy\", new CfnPolicyProps {{ PolicyName = \"pass\", Roles = new[] {{ \"build\" }}, PolicyDocument = new PolicyDocument(new PolicyDocumentProps {{ Statements = new[] {{ {Pass} }} }}) }});",
        ["permissions by an import that takes none"] = $"// Test: none\n{Test("Role = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"First\", \"arn:aws:iam::111122223333:role/build\")")}Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Second\", \"arn:aws:iam::111122223333:role/build\", new FromRoleArnOptions {{ Mutable = false }}).AddToPrincipalPolicy({Pass});",
        ["permissions by a project whose role takes none"] = $"// Test: none\n{Test("Role = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"First\", \"arn:aws:iam::111122223333:role/build\", new FromRoleArnOptions { Mutable = false })").Insert(0, "var test = ")}test.AddToRolePolicy({Pass});",
        ["permissions by another import, by the ARN of a resource"] = $"// Test: 403\nnew CfnProject(this, \"Test\", new CfnProjectProps {{ ServiceRole = \"arn:aws:iam::111122223333:role/build\", Artifacts = new CfnProject.ArtifactsProperty {{ Type = \"NO_ARTIFACTS\" }}, Environment = new CfnProject.EnvironmentProperty {{ Type = \"LINUX_CONTAINER\", ComputeType = \"BUILD_GENERAL1_SMALL\", Image = \"aws/codebuild/standard:7.0\" }}, Source = new CfnProject.SourceProperty {{ Type = \"GITHUB\", Location = \"https://example.com/octo/app.git\", BuildSpec = \"version: 0.2\" }}, Triggers = new CfnProject.ProjectTriggersProperty {{ Webhook = true, FilterGroups = new object[] {{ new object[] {{ new CfnProject.WebhookFilterProperty {{ Type = \"EVENT\", Pattern = \"PULL_REQUEST_CREATED\" }} }} }} }} }});\nAmazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Second\", \"arn:aws:iam::111122223333:role/build\").AddToPrincipalPolicy({Pass});",
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
        ["an override of a project that has the role"] = $"// Test: 402 403\n{Role}role.AddToPolicy({Pass});\n{Test("Role = role")}{Release("Role = role").Insert(0, "var release = ")}((CfnProject)release.Node.DefaultChild!).AddPropertyOverride(\"Environment.\" + (Inputs.A ? \"PrivilegedMode\" : \"ComputeType\"), \"true\");",
        ["a boundary of an imported role"] = $"// Test: 403\n{Test("").Insert(0, "var test = ")}test.AddToRolePolicy({Pass});\n{Boundaries}.Of(Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Other\", \"arn:aws:iam::111122223333:role/other\")).Apply(new UntrustedCodeBoundaryPolicy(this, \"Boundary\"));",
        ["a boundary of the stack that is looked up"] = $"// Test: none\n{Test("").Insert(0, "var test = ")}test.AddToRolePolicy({Pass});\n{Boundaries}.Of(Stack.Of(test)).Apply(new UntrustedCodeBoundaryPolicy(this, \"Boundary\"));",
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
        ["a bucket that a statement lets write"] = Stated("403", "\"s3:PutObject\"", "bucket.ArnForObjects(\"*\")"),
        ["a bucket that a statement lets write by its ARN"] = Stated("403", "\"s3:Put*\"", "bucket.BucketArn + \"/*\""),
        ["a bucket that a statement lets read"] = Stated("none", "\"s3:GetObject\"", "bucket.ArnForObjects(\"*\")"),
        ["a bucket of which a statement lets write some objects"] = Stated("none", "\"s3:PutObject\"", "bucket.ArnForObjects(\"results/*\")"),
        ["a bucket that a statement lets write on a condition"] = Stated("none", "\"s3:PutObject\"", "bucket.ArnForObjects(\"*\")", "Conditions = new Dictionary<string, object> { [\"StringEquals\"] = new Dictionary<string, object> { [\"aws:PrincipalTag/a\"] = \"b\" } }"),
        ["a bucket that a statement lets write and another denies"] = Stated("none", "\"s3:PutObject\"", "bucket.ArnForObjects(\"*\")") + "test.AddToRolePolicy(new PolicyStatement(new PolicyStatementProps { Effect = Effect.DENY, Actions = new[] { \"s3:Put*\" }, Resources = new[] { \"*\" } }));",
        ["buckets that a statement lets write"] = Stated("403", "\"s3:PutObject\"", "\"*\""),
        ["buckets of a name that a statement lets write"] = Stated("none", "\"s3:PutObject\"", "\"arn:aws:s3:::results-*/*\""),
        ["buckets that a statement lets write where none is read"] = $"// Test: none\n{Test("").Insert(0, "var test = ")}{Release("")}test.AddToRolePolicy(new PolicyStatement(new PolicyStatementProps {{ Actions = new[] {{ \"s3:PutObject\" }}, Resources = new[] {{ \"*\" }} }}));",
        ["buckets that the debug sessions of the CDK write"] = $"// Test: 413\n{Bucket}{Test("SsmSessionPermissions = true")}{Release("").Insert(0, "var release = ")}bucket.GrantRead(release);",
        ["a bucket that a statement lets a trusted build read"] = $"// Test: 403\n{Bucket}{Test("").Insert(0, "var test = ")}{Release("").Insert(0, "var release = ")}bucket.GrantWrite(test);\nrelease.AddToRolePolicy(new PolicyStatement(new PolicyStatementProps {{ Actions = new[] {{ Inputs.A ? \"s3:GetObject\" : \"s3:GetObjectTagging\" }}, Resources = new[] {{ bucket.ArnForObjects(\"*\") }} }}));",
        ["a bucket of a name that a statement lets write"] = Stated("403", "\"s3:PutObject\"", "\"arn:aws:s3:::app-code/*\"").Replace(Bucket, "var bucket = Amazon.CDK.AWS.S3.Bucket.FromBucketName(this, \"Bucket\", \"app-code\");\n", StringComparison.Ordinal),
        ["a bucket of another name that a statement lets write"] = Stated("none", "\"s3:PutObject\"", "\"arn:aws:s3:::results/*\"").Replace(Bucket, "var bucket = Amazon.CDK.AWS.S3.Bucket.FromBucketName(this, \"Bucket\", \"app-code\");\n", StringComparison.Ordinal),
        ["a bucket of which some objects are granted"] = $"// Test: none\n{Bucket}{Test("").Insert(0, "var test = ")}{Release("").Insert(0, "var release = ")}bucket.GrantWrite(test, \"results/*\");\nbucket.GrantRead(release);",
        ["a bucket of which all objects are granted"] = $"// Test: 403\n{Bucket}{Test("").Insert(0, "var test = ")}{Release("").Insert(0, "var release = ")}bucket.GrantWrite(test, \"*\");\nbucket.GrantRead(release);",
        ["a repository that a statement lets push"] = $"// Test: 403\nvar repository = new Amazon.CDK.AWS.ECR.Repository(this, \"Repository\");\n{Test("").Insert(0, "var test = ")}{Release("Environment = new BuildEnvironment { BuildImage = LinuxBuildImage.FromEcrRepository(repository, \"1\") }")}test.AddToRolePolicy(new PolicyStatement(new PolicyStatementProps {{ Actions = new[] {{ \"ecr:PutImage\" }}, Resources = new[] {{ repository.RepositoryArn }} }}));",
        ["a bucket that is only read"] = $"// Test: none\n{Bucket}{Test("").Insert(0, "var test = ")}{Release("").Insert(0, "var release = ")}bucket.GrantRead(test);\nbucket.GrantReadWrite(release);",
        ["a bucket of the test"] = $"// Test: none\n{Bucket}{Test("").Insert(0, "var test = ")}{Release("")}bucket.GrantReadWrite(test);",
        ["a repository that is pushed and built in"] = $"// Test: 403\nvar repository = new Amazon.CDK.AWS.ECR.Repository(this, \"Repository\");\n{Test("").Insert(0, "var test = ")}{Release("Environment = new BuildEnvironment { BuildImage = LinuxBuildImage.FromEcrRepository(repository, \"1\") }")}repository.GrantPullPush(test);",

        ["a group of the template"] = Grouped("406", ""),
        ["a group of the template that allows everything"] = Grouped("406", Rule("-1", "0.0.0.0/0")),
        ["a group of the template that allows one port"] = Grouped("none", Rule("tcp", "0.0.0.0/0")),
        ["a group of the template that allows one network"] = Grouped("none", Rule("-1", "10.0.0.0/8")),
        ["a group of the template on a condition"] = Grouped("406", $"SecurityGroupEgress = Inputs.A ? new object[] {{ {Element("tcp", "0.0.0.0/0")} }} : new object[] {{ {Element("-1", "0.0.0.0/0")} }}"),
        ["a group of the template with a rule apart"] = Grouped("none", "") + "new Amazon.CDK.AWS.EC2.CfnSecurityGroupEgress(this, \"Rule\", new Amazon.CDK.AWS.EC2.CfnSecurityGroupEgressProps { GroupId = group.AttrGroupId, IpProtocol = \"tcp\", CidrIp = \"10.0.0.0/8\", FromPort = 443, ToPort = 443 });",
        ["a group of the template that gets rules"] = Grouped("none", "") + $"group.SecurityGroupEgress = new object[] {{ {Element("tcp", "10.0.0.0/8")} }};",
        ["a group of the template whose rules are written over"] = Grouped("406", Rule("tcp", "10.0.0.0/8")) + "group.AddPropertyOverride(\"SecurityGroupEgress\", new object[] { new Dictionary<string, object> { [\"IpProtocol\"] = \"-1\", [\"CidrIp\"] = \"0.0.0.0/0\" } });",
        ["a rule apart of another group"] = Grouped("406", "") + "new Amazon.CDK.AWS.EC2.CfnSecurityGroupEgress(this, \"Rule\", new Amazon.CDK.AWS.EC2.CfnSecurityGroupEgressProps { GroupId = \"sg-87654321\", IpProtocol = \"tcp\", CidrIp = \"10.0.0.0/8\", FromPort = 443, ToPort = 443 });",
        ["a rule apart that allows everything"] = Grouped("406", Rule("tcp", "10.0.0.0/8")) + "new Amazon.CDK.AWS.EC2.CfnSecurityGroupEgress(this, \"Rule\", new Amazon.CDK.AWS.EC2.CfnSecurityGroupEgressProps { GroupId = group.AttrGroupId, IpProtocol = \"-1\", CidrIpv6 = \"::/0\" });",
        ["a group that allows all of IPv6"] = InGroup("406", Group("AllowAllIpv6Outbound = true"), ""),
        ["a group that allows one port"] = InGroup("none", Group(""), "group.AddEgressRule(Amazon.CDK.AWS.EC2.Peer.AnyIpv4(), Amazon.CDK.AWS.EC2.Port.Tcp(443));"),
        ["a group whose rules stand apart"] = InGroup("406", Group("DisableInlineRules = true"), "test.Connections.AllowToAnyIpv4(Inputs.A ? Amazon.CDK.AWS.EC2.Port.AllTraffic() : Amazon.CDK.AWS.EC2.Port.Tcp(443));"),
        ["a group whose rules stand apart and allow one network"] = InGroup("none", Group("DisableInlineRules = true"), "group.AddEgressRule(Amazon.CDK.AWS.EC2.Peer.Ipv4(\"10.0.0.0/8\"), Amazon.CDK.AWS.EC2.Port.AllTraffic());"),
        ["an imported group that gets a rule"] = InGroup("406", Imported("AllowAllOutbound = false"), "group.AddEgressRule(Amazon.CDK.AWS.EC2.Peer.AnyIpv4(), Amazon.CDK.AWS.EC2.Port.AllTraffic());"),
        ["an imported group that takes no rules"] = InGroup("none", Imported("AllowAllOutbound = Inputs.A, Mutable = Inputs.A"), "group.AddEgressRule(Amazon.CDK.AWS.EC2.Peer.AnyIpv4(), Amazon.CDK.AWS.EC2.Port.AllTraffic());"),
        ["a boundary in the props of the resource"] = OfTemplate("none", "PermissionsBoundary = \"arn:aws:iam::aws:policy/ReadOnlyAccess\","),
        ["no boundary in the props of the resource"] = OfTemplate("403", ""),
        ["a boundary that the resource gets"] = OfTemplate("none", "") + "role.PermissionsBoundary = \"arn:aws:iam::aws:policy/ReadOnlyAccess\";",
        ["a boundary that is written over the resource"] = OfTemplate("none", "") + "role.AddPropertyOverride(\"PermissionsBoundary\", \"arn:aws:iam::aws:policy/ReadOnlyAccess\");",

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

    private const string Resource =
        "new CfnProject(this, \"Test\", new CfnProjectProps { Artifacts = new CfnProject.ArtifactsProperty { Type = \"NO_ARTIFACTS\" }, Environment = new CfnProject.EnvironmentProperty { ComputeType = \"BUILD_GENERAL1_SMALL\", Type = \"LINUX_CONTAINER\", Image = \"aws/codebuild/standard:7.0\" }, Source = new CfnProject.SourceProperty { Type = \"GITHUB\", Location = \"https://example.com/octo/app.git\" }, Triggers = new CfnProject.ProjectTriggersProperty { Webhook = true, FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = \"EVENT\", Pattern = \"PULL_REQUEST_CREATED\" } } } }, ";

    private static string Element(string protocol, string network) =>
        $"new Amazon.CDK.AWS.EC2.CfnSecurityGroup.EgressProperty {{ IpProtocol = \"{protocol}\", CidrIp = \"{network}\" }}";

    private static string Rule(string protocol, string network) => $"SecurityGroupEgress = new object[] {{ {Element(protocol, network)} }}";

    /// <summary>A project of the template in a security group of the template.</summary>
    private static string Grouped(string rules, string egress) =>
        $"// Test: {rules}\nvar group = new Amazon.CDK.AWS.EC2.CfnSecurityGroup(this, \"Group\", new Amazon.CDK.AWS.EC2.CfnSecurityGroupProps {{ GroupDescription = \"builds\", VpcId = \"vpc-1\", {egress} }});\n"
        + Resource + "ServiceRole = \"arn:aws:iam::111122223333:role/build\", VpcConfig = new CfnProject.VpcConfigProperty { VpcId = \"vpc-1\", Subnets = new[] { \"subnet-1\" }, SecurityGroupIds = new[] { group.AttrGroupId } } });\n";

    private static string Group(string more) => $"new Amazon.CDK.AWS.EC2.SecurityGroup(this, \"Group\", new Amazon.CDK.AWS.EC2.SecurityGroupProps {{ Vpc = vpc, AllowAllOutbound = false, {more} }})";

    private static string Imported(string options) =>
        $"Amazon.CDK.AWS.EC2.SecurityGroup.FromSecurityGroupId(this, \"Group\", \"sg-12345678\", new Amazon.CDK.AWS.EC2.SecurityGroupImportOptions {{ {options} }})";

    /// <summary>A project in a security group that gets rules.</summary>
    private static string InGroup(string rules, string group, string after) =>
        $"// Test: {rules}\nvar vpc = Amazon.CDK.AWS.EC2.Vpc.FromVpcAttributes(this, \"Vpc\", new Amazon.CDK.AWS.EC2.VpcAttributes {{ VpcId = \"vpc-1\", AvailabilityZones = new[] {{ \"a\" }}, PrivateSubnetIds = new[] {{ \"subnet-1\" }} }});\n"
        + $"var group = {group};\n{Test("Vpc = vpc, SecurityGroups = new[] { group }").Insert(0, "var test = ")}{after}";

    /// <summary>A project of the template with a powerful role of the template.</summary>
    private static string OfTemplate(string rules, string props) =>
        $"// Test: {rules}\nvar role = new CfnRole(this, \"Role\", new CfnRoleProps {{ AssumeRolePolicyDocument = new Dictionary<string, object>(), {props} ManagedPolicyArns = new[] {{ \"arn:aws:iam::aws:policy/AdministratorAccess\" }} }});\n"
        + Resource + "ServiceRole = role.AttrArn });\n";

    /// <summary>A statement about a bucket that the release reads.</summary>
    private static string Stated(string rules, string action, string resource, string more = "") =>
        $"// Test: {rules}\n{Bucket}{Test("").Insert(0, "var test = ")}{Release("").Insert(0, "var release = ")}bucket.GrantRead(release);\ntest.AddToRolePolicy(new PolicyStatement(new PolicyStatementProps {{ Actions = new[] {{ {action} }}, Resources = new[] {{ {resource} }}, {more} }}));\n";

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
