using System.Globalization;

namespace CdkSecurityAnalyzers.Benchmarks.Workloads;

/// <summary>Apps of a given size, written the way CDK apps are: a quarter of their projects is insecure.</summary>
internal static class Apps
{
    /// <summary>
    /// One stack of so many CodeBuild projects, the construct that costs most to read. Three of four are L2 and have a bucket beside them, which costs little.
    /// </summary>
    public static Workload OfProjects(int count) =>
        new(FormattableString.Invariant($"{count} projects"), [("Stack.cs", Stack("BuildStack", count))], FindingsIn(count));

    /// <summary>One stack of so many statements, all but a quarter of which one role has; another quarter gives access to every resource.</summary>
    public static Workload OfStatements(int count) =>
        new(
            FormattableString.Invariant($"{count} statements"),
            [("Stack.cs", StackOf("RoleStack", Enumerable.Range(0, count).Select(Statement).Prepend(Role)))],
            findings: Enumerable.Range(0, count).Count(index => index % 4 == 0));

    /// <summary>A document with so many projects is edited, among a hundred others.</summary>
    public static Workload Edited(int count) =>
        new EditedDocument(
            FormattableString.Invariant($"edit, {count} projects"),
            [("Stack.cs", Stack("BuildStack", count)), .. Enumerable.Range(0, 100).Select(File)],
            "Stack.cs",
            FindingsIn(count));

    /// <summary>
    /// So many files, as in a grown app: stacks of two projects in every fourth file, in the others what such an app has beside them – helpers that make
    /// filter groups, settings, and code that has nothing to do with the CDK.
    /// </summary>
    public static Workload OfFiles(int count) =>
        new(
            FormattableString.Invariant($"{count} files"),
            Enumerable.Range(0, count).Select(File),
            findings: Enumerable.Range(0, count).Count(index => index % 4 == 0) * FindingsIn(2));

    /// <summary>The sources of so many stacks of two projects, each in a file of its own. Each stack has findings, or none.</summary>
    public static IEnumerable<(string Path, string Text)> Stacks(int count, bool haveFindings) =>
        Enumerable.Range(0, count)
            .Select(index => (
                FormattableString.Invariant($"Stack{index}.cs"),
                StackOf(FormattableString.Invariant($"Stack{index}"), Enumerable.Range(haveFindings ? 0 : 1, 2).Select(Project))));

    /// <summary>So many files without any reference to the CDK.</summary>
    public static Workload WithoutCdk(int count) =>
        new(
            FormattableString.Invariant($"{count} files, no CDK"),
            Enumerable.Range(0, count).Select(index => (FormattableString.Invariant($"File{index}.cs"), Service(index))),
            findings: 0,
            usesCdk: false);

    /// <summary>Every fourth project has two: who sends a pull request does not matter to it, and its branch filter finds the name anywhere.</summary>
    private static int FindingsIn(int projects) => (projects + 3) / 4 * 2;

    private const string Role = "        var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") });";

    private static string Statement(int index) =>
        (index % 4) switch
        {
            0 => Allowing($$"""Actions = new[] { "s3:PutObject", "s3:Get*", "ecr:GetAuthorizationToken" }, Resources = new[] { "*" }"""),
            1 => Allowing(
                $$"""Actions = new[] { "dynamodb:PutItem", "dynamodb:Query" }, Resources = new[] { FormatArn(new ArnComponents { Service = "dynamodb", Resource = "table", ResourceName = "orders{{index}}" }) }"""),
            2 => Allowing($$"""Effect = Effect.DENY, Actions = new[] { "iam:*" }, NotResources = new[] { $"arn:aws:iam::{Account}:role/build{{index}}" }"""),
            _ => FormattableString.Invariant($$"""
                        new CfnPolicy(this, "Policy{{index}}", new CfnPolicyProps
                        {
                            PolicyName = "logs{{index}}",
                            Roles = new[] { "build{{index}}" },
                            PolicyDocument = new Dictionary<string, object>
                            {
                                ["Version"] = "2012-10-17",
                                ["Statement"] = new object[]
                                {
                                    new Dictionary<string, object> { ["Effect"] = "Allow", ["Action"] = "logs:PutLogEvents", ["Resource"] = "arn:aws:logs:eu-west-1:111122223333:log-group:build{{index}}:*" },
                                },
                            },
                        });
                """),
        };

    private static string Allowing(string props) => $$"""        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { {{props}} }));""";

    private static string Stack(string name, int projects) => StackOf(name, Enumerable.Range(0, projects).Select(Project));

    private static string StackOf(string name, IEnumerable<string> statements) =>
        $$"""
        public class {{name}} : Stack
        {
            public {{name}}(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
            {
        {{string.Join("\n\n", statements)}}
            }
        }

        """;

    private static string Project(int index) =>
        (index % 4) switch
        {
            0 => L2(index, "FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED, EventAction.PULL_REQUEST_UPDATED).AndBaseBranchIs(\"main\")"),
            1 => L2(index, "FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs(\"^refs/heads/main$\")"),
            2 => L2(index, "FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs(\"^(583231|755743)$\")"),
            _ => L1(index),
        };

    private static string L2(int index, string group) =>
        string.Create(CultureInfo.InvariantCulture, $$"""
                    var bucket{{index}} = new Amazon.CDK.AWS.S3.Bucket(this, "Bucket{{index}}", new Amazon.CDK.AWS.S3.BucketProps { Versioned = true });
                    var project{{index}} = new Project(this, "Project{{index}}", new ProjectProps
                    {
                        ProjectName = "widgets-" + {{index}},
                        Description = $"Builds component {{index}} of {id}",
                        Source = Source.GitHub(new GitHubSourceProps
                        {
                            Owner = "octo-org",
                            Repo = "widgets",
                            WebhookFilters = new[] { {{group}} },
                        }),
                        Environment = new BuildEnvironment { BuildImage = LinuxBuildImage.STANDARD_7_0, ComputeType = ComputeType.SMALL },
                        EnvironmentVariables = new Dictionary<string, IBuildEnvironmentVariable>
                        {
                            ["BUCKET"] = new BuildEnvironmentVariable { Value = bucket{{index}}.BucketName },
                        },
                    });
                    bucket{{index}}.GrantReadWrite(project{{index}});
            """);

    private static string L1(int index) =>
        string.Create(CultureInfo.InvariantCulture, $$"""
                    new CfnProject(this, "Project{{index}}", new CfnProjectProps
                    {
                        ServiceRole = "arn:aws:iam::111122223333:role/build",
                        Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
                        Environment = new CfnProject.EnvironmentProperty { ComputeType = "BUILD_GENERAL1_SMALL", Image = "aws/codebuild/standard:7.0", Type = "LINUX_CONTAINER" },
                        Source = new CfnProject.SourceProperty { Type = "GITHUB", Location = "https://github.com/octo-org/widgets" },
                        Triggers = new CfnProject.ProjectTriggersProperty
                        {
                            Webhook = true,
                            FilterGroups = new[]
                            {
                                new[]
                                {
                                    new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PUSH" },
                                    new CfnProject.WebhookFilterProperty { Type = "HEAD_REF", Pattern = "^refs/heads/main$" },
                                },
                            },
                        },
                    });
            """);

    private static (string Path, string Text) File(int index) => (FormattableString.Invariant($"File{index}.cs"), TextOfFile(index));

    private static string TextOfFile(int index) =>
        (index % 4) switch
        {
            0 => Stack(FormattableString.Invariant($"Stack{index}"), projects: 2),
            1 => FormattableString.Invariant($$"""
                public static class Groups{{index}}
                {
                    public static FilterGroup Pushes(string branch) => FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/heads/" + branch + "$");

                    public static FilterGroup[] Default() => new[] { Pushes("main"), Pushes("release") };

                    public static Project Build(Construct scope) => new Project(scope, "Build", new ProjectProps
                    {
                        Source = Source.GitHub(new GitHubSourceProps { Owner = Settings{{index + 1}}.Owner, Repo = "widgets", WebhookFilters = Default() }),
                    });
                }

                """),
            2 => FormattableString.Invariant($$"""
                public static class Settings{{index}}
                {
                    public const string Owner = "octo-org";

                    public static readonly string[] Accounts = { "583231", "755743" };

                    public static FilterGroup Trusted() =>
                        FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs("^(" + string.Join("|", Accounts) + ")$");

                    public static ISource Widgets() => Source.GitHub(new GitHubSourceProps { Owner = Owner, Repo = "widgets", WebhookFilters = new[] { Trusted() } });
                }

                """),
            _ => Service(index),
        };

    private static string Service(int index) =>
        FormattableString.Invariant($$"""
            public sealed class Service{{index}}
            {
                private readonly Dictionary<string, int> counts = new();

                public int Count(string name) => counts.TryGetValue(name, out var count) ? count : 0;

                public void Add(string name)
                {
                    counts[name] = Count(name) + 1;
                    if (counts.Count > 100)
                    {
                        foreach (var least in counts.OrderBy(pair => pair.Value).Take(10).Select(pair => pair.Key).ToList())
                        {
                            counts.Remove(least);
                        }
                    }
                }
            }

            """);
}
