using CdkSecurityAnalyzers.Conformance.Scenarios.Credentials;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Builds;

/// <summary>A setting of a project that a value decides about.</summary>
/// <param name="Rule">The rule that the risky value violates.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Statements">Statements of a stack's constructor; <c>@</c> is the value.</param>
internal sealed record BuildSetting(int Rule, string Type, string Risky, string Safe, string Statements)
{
    private const string PullRequests = "Source = Source.GitHub(new GitHubSourceProps { Owner = \"octo\", Repo = \"app\", WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED) } })";

    private const string Pushes = "Source = Source.GitHub(new GitHubSourceProps { Owner = \"octo\", Repo = \"app\", WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH) } })";

    private const string Bucket = "var bucket = new Amazon.CDK.AWS.S3.Bucket(this, \"Bucket\");\n";

    private const string Principal = "AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\")";

    /// <summary>Flows whose expressions are texts whatever the type.</summary>
    private static readonly string[] OfTexts = ["by a dictionary", "in pieces", "by the environment"];

    public static IReadOnlyDictionary<string, BuildSetting> All { get; } = new Dictionary<string, BuildSetting>
    {
        ["privileged"] = new(401, "bool", "true", "false", Project("Environment = new BuildEnvironment { Privileged = @ }")),
        ["privileged by an override"] = new(401, "bool", "true", "false",
            $"var project = {Project("")}\n((CfnProject)project.Node.DefaultChild!).AddPropertyOverride(\"Environment.PrivilegedMode\", @);"),
        ["privileged by a property"] = new(401, "bool", "true", "false",
            $"var project = {Project("")}\n((CfnProject)project.Node.DefaultChild!).Environment = new CfnProject.EnvironmentProperty {{ Type = \"LINUX_CONTAINER\", ComputeType = \"BUILD_GENERAL1_SMALL\", Image = \"aws/codebuild/standard:7.0\", PrivilegedMode = @ }};"),
        ["a privileged resource"] = new(401, "bool", "true", "false", Resource("PULL_REQUEST_CREATED", environment: "PrivilegedMode = @,")),
        ["events"] = new(401, "EventAction", "EventAction.PULL_REQUEST_CREATED", "EventAction.PUSH",
            "new Project(this, \"Build\", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = \"octo\", Repo = \"app\", WebhookFilters = new[] { FilterGroup.InEventOf(@) } }), Environment = new BuildEnvironment { Privileged = true } });"),
        ["events of a resource"] = new(401, "string", "\"PULL_REQUEST_CREATED\"", "\"PUSH\"", Resource("@", environment: "PrivilegedMode = true,").Replace("\"@\"", "@", StringComparison.Ordinal)),
        ["a webhook"] = new(401, "bool", "true", "false",
            "new Project(this, \"Build\", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = \"octo\", Repo = \"app\", Webhook = @ }), Environment = new BuildEnvironment { Privileged = true } });"),
        ["a role"] = new(402, "Role", "shared", "own",
            $"var shared = new Role(this, \"Shared\", new RoleProps {{ {Principal} }});\nvar own = new Role(this, \"Own\", new RoleProps {{ {Principal} }});\n~\n{Project("Role = @")}\n{Project("Role = shared", "Release", Pushes)}"),
        ["an imported role"] = new(402, "string", "\"build\"", "\"test\"",
            $"{Project("Role = Amazon.CDK.AWS.IAM.Role.FromRoleName(this, \"First\", @)")}\n{Project("Role = Amazon.CDK.AWS.IAM.Role.FromRoleName(this, \"Second\", \"build\")", "Release", Pushes)}"),
        ["an action"] = new(403, "string", "\"iam:PassRole\"", "\"s3:GetObject\"",
            $"{Project("")[..^1]}.AddToRolePolicy(new PolicyStatement(new PolicyStatementProps {{ Actions = new[] {{ @ }}, Resources = new[] {{ \"arn:aws:iam::111122223333:role/deploy\" }} }}));"),
        ["a managed policy"] = new(403, "string", "\"AdministratorAccess\"", "\"AWSCodeBuildReadOnlyAccess\"",
            $"{Project($"Role = new Role(this, \"Role\", new RoleProps {{ {Principal}, ManagedPolicies = new[] {{ ManagedPolicy.FromAwsManagedPolicyName(@) }} }})")}"),
        ["a grant"] = new(403, "Project", "build", "other",
            $"{Bucket}{Kept("build", "Build")}\n{Kept("other", "Other", Pushes)}\n{Kept("release", "Release", Pushes)}\nbucket.GrantRead(release);\n~\nbucket.GrantWrite(@);"),
        ["a variable"] = new(404, "BuildEnvironmentVariableType", "BuildEnvironmentVariableType.SECRETS_MANAGER", "BuildEnvironmentVariableType.PLAINTEXT",
            Project("EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable> { [\"A\"] = new BuildEnvironmentVariable { Value = \"codebuild/a\", Type = @ } }")),
        ["a variable of a resource"] = new(404, "string", "\"PARAMETER_STORE\"", "\"PLAINTEXT\"",
            Resource("PULL_REQUEST_CREATED", environment: "EnvironmentVariables = new object[] { new CfnProject.EnvironmentVariableProperty { Name = \"A\", Value = \"/a\", Type = @ } },")),
        ["a section of the buildspec"] = new(404, "string", "\"secrets-manager\"", "\"variables\"",
            Project("BuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { [\"env\"] = new Dictionary<string, object> { [@] = new Dictionary<string, object> { [\"A\"] = \"a\" } } })")),
        ["an action that reads secrets"] = new(404, "string", "\"secretsmanager:GetSecretValue\"", "\"secretsmanager:DescribeSecret\"",
            $"{Project("")[..^1]}.AddToRolePolicy(new PolicyStatement(new PolicyStatementProps {{ Actions = new[] {{ @ }}, Resources = new[] {{ \"*\" }} }}));"),
        ["the network"] = new(406, "bool", "true", "false",
            $"var vpc = Amazon.CDK.AWS.EC2.Vpc.FromVpcAttributes(this, \"Vpc\", new Amazon.CDK.AWS.EC2.VpcAttributes {{ VpcId = \"vpc-1\", AvailabilityZones = new[] {{ \"a\" }}, PrivateSubnetIds = new[] {{ \"subnet-1\" }} }});\n{Project("Vpc = vpc, AllowAllOutbound = @")}"),
        ["a prefix"] = new(407, "string", "\"main\"", "\"pulls\"",
            $"{Bucket}{Project("Cache = Cache.Bucket(bucket, new BucketCacheOptions { Prefix = @ })")}\n{Project("Cache = Cache.Bucket(bucket, new BucketCacheOptions { Prefix = \"main\" })", "Release", Pushes)}"),
        ["a cache of resources"] = new(407, "string", "\"cache/main\"", "\"cache/pulls\"",
            $"{Resource("PULL_REQUEST_CREATED", more: "Cache = new CfnProject.ProjectCacheProperty { Type = \"S3\", Location = @ },")}\n{Resource("PUSH", more: "Cache = new CfnProject.ProjectCacheProperty { Type = \"S3\", Location = \"cache/main\" },", id: "Release")}"),
        ["a buildspec"] = new(408, "string", "\"ci/buildspec.yml\"", "\"version: 0.2\"", Resource("PULL_REQUEST_CREATED", source: "BuildSpec = @,")),
        ["a batch"] = new(409, "bool", "true", "false",
            "new Project(this, \"Build\", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = \"octo\", Repo = \"app\", WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED) }, WebhookTriggersBatchBuild = @ }) });"),
        ["a visibility"] = new(410, "ProjectVisibility", "ProjectVisibility.PUBLIC_READ", "ProjectVisibility.PRIVATE", Project("Visibility = @", "Build", Pushes)),
        ["a certificate"] = new(411, "bool", "true", "false",
            "new Project(this, \"Build\", new ProjectProps { Source = Source.GitHubEnterprise(new GitHubEnterpriseSourceProps { HttpsCloneUrl = \"https://ghe.example.com/octo/app\", IgnoreSslErrors = @ }) });"),
        ["a certificate of a second source"] = new(411, "bool", "true", "false",
            $"{Project("", "Build", Pushes)[..^1]}.AddSecondarySource(Source.GitHubEnterprise(new GitHubEnterpriseSourceProps {{ Identifier = \"second\", HttpsCloneUrl = \"https://ghe.example.com/octo/app\", IgnoreSslErrors = @ }}));"),
        ["an image"] = new(412, "string", "\"node\"", "\"node:22\"", Project("Environment = new BuildEnvironment { BuildImage = LinuxBuildImage.FromDockerRegistry(@) }", "Build", Pushes)),
        ["sessions"] = new(413, "bool", "true", "false", Project("SsmSessionPermissions = @")),
    };

    /// <summary>Whether the value can come by a flow.</summary>
    public bool Takes(KeyValuePair<string, SecretFlow> flow) =>
        (Type == "string" || !OfTexts.Contains(flow.Key))
        && (Type is not ("Role" or "Project") || (flow.Value.Members.Length == 0 && flow.Value.Others.Length == 0));

    private static string Project(string props, string id = "Build", string source = PullRequests) =>
        $"new Project(this, \"{id}\", new ProjectProps {{ {source}, {props} }});";

    private static string Kept(string variable, string id, string source = PullRequests) => $"var {variable} = {Project("", id, source)}";

    private static string Resource(string events, string environment = "", string source = "", string more = "", string id = "Build") =>
        $$"""
        new CfnProject(this, "{{id}}", new CfnProjectProps
        {
            ServiceRole = "arn:aws:iam::111122223333:role/{{id}}",
            Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
            Environment = new CfnProject.EnvironmentProperty { {{environment}} ComputeType = "BUILD_GENERAL1_SMALL", Image = "aws/codebuild/standard:7.0", Type = "LINUX_CONTAINER" },
            Source = new CfnProject.SourceProperty { {{source}} Type = "GITHUB", Location = "https://example.com/octo/app.git" },
            Triggers = new CfnProject.ProjectTriggersProperty { Webhook = true, FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "{{events}}" } } } },
            {{more}}
        });
        """;
}
