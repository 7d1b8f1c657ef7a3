using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules;

/// <summary>Each reason for which a value is not known, as the reader of the finding sees it.</summary>
public class UndeterminedValueTests
{
    private static readonly ProgramOptions Options = ProgramOptions.Default with
    {
        Only = ["CDKSEC901"],
        Enable = ["CDKSEC901"],
        CdkVersions = [CdkLibrary.Newest],
    };

    public static TheoryData<string, string, string> Reasons { get; } = new()
    {
        { "Use(id);", "", "'id' is given by the caller" },
        { "Use(Reference);", "public static string Reference = \"main\";", "other code may change 'Reference'" },
        { "Use(System.Environment.GetEnvironmentVariable(\"REF\")!);", "", "'GetEnvironmentVariable' is computed at run time" },
        { "Use(Account);", "", "'Account' is computed at run time" },
        { "Use($\"refs/heads/{StackName}\");", "", "'StackName' is computed at run time" },
        { "var last = \"main\"; foreach (var name in props!.Tags!.Keys) { last = name + last; } Use(last);", "", "it is made in a loop whose rounds are not known" },
        { "Use(Nested(9));", "static string Nested(int depth) => depth == 0 ? \"main\" : Nested(depth - 1);", "it is made in calls that are nested too deeply" },
        { "Use(new string('a', 60_000) + new string('b', 60_000));", "", "it is longer than what is followed" },
        { "Use(__refvalue(__makeref(id), string));", "", "it is made by a form of C# that is not evaluated" },
        { "string reference = missing; Use(reference);", "", "the code does not compile" },
    };

    [Theory]
    [InlineData("Actions = new[] { {|CDKSEC901:id|} }, Resources = new[] { \"arn:aws:s3:::bucket/*\" }")]
    [InlineData("Actions = new[] { \"s3:GetObject\" }, Resources = new[] { {|CDKSEC901:id|} }")]
    [InlineData("Actions = new[] { \"s3:GetObject\" }, Resources = new[] { id + \"/*\", new Amazon.CDK.AWS.S3.Bucket(this, \"B\").BucketArn }")]
    [InlineData("Effect = Effect.DENY, Actions = new[] { \"s3:GetObject\" }, Resources = new[] { \"*\" }")]
    public Task A_part_of_a_statement_that_is_not_known_is_named(string props) => Verify.InStack(
        $$"""new ManagedPolicy(this, "P").AddStatements(new PolicyStatement(new PolicyStatementProps { {{props}} }));""",
        Options);

    /// <summary>What decides about builds of pull requests.</summary>
    [Theory]
    [InlineData("Environment = new BuildEnvironment { Privileged = {|CDKSEC901:isOn|} }")]
    [InlineData("SsmSessionPermissions = {|CDKSEC901:isOn|}")]
    [InlineData("Role = {|CDKSEC901:role|}")]
    [InlineData("Role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\"), PermissionsBoundary = {|CDKSEC901:policy|} })")]
    [InlineData("Role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\"), PermissionsBoundary = ManagedPolicy.FromAwsManagedPolicyName(\"ReadOnlyAccess\") })")]
    [InlineData("Cache = {|CDKSEC901:cache|}")]
    [InlineData("Cache = Cache.Local(LocalCacheMode.SOURCE)")]
    [InlineData("BuildSpec = {|CDKSEC901:buildSpec|}")]
    [InlineData("Visibility = {|CDKSEC901:visibility|}")]
    [InlineData("Vpc = vpc, AllowAllOutbound = {|CDKSEC901:isOn|}")]
    [InlineData("AllowAllOutbound = isOn")]
    public async Task What_decides_about_a_build_is_named(string props)
    {
        await Verify.Analyzer(Program("PULL_REQUEST_CREATED", props), Options);

        // Of a trusted build nothing of it matters, but for who may read its results.
        await Verify.Analyzer(Program("PUSH", props.Contains("Visibility", StringComparison.Ordinal) ? props : TestProgram.WithoutMarkup(props)), Options);

        static string Program(string @event, string props) =>
            $$"""
            class BuildStack : Stack
            {
                public BuildStack(Construct scope, string id, bool isOn, IRole? role, IManagedPolicy? policy, Cache cache, BuildSpec buildSpec, ProjectVisibility visibility, Amazon.CDK.AWS.EC2.IVpc vpc) : base(scope, id)
                {
                    new Project(this, "Build", new ProjectProps
                    {
                        Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.{{@event}}) } }),
                        {{props}},
                    });
                }
            }
            """;
    }

    [Theory]
    [InlineData("{|CDKSEC901:name|}")]
    [InlineData("\"Beta\"")]
    public Task The_name_of_a_stage_is_named(string name) => Verify.Analyzer(
        $$"""
        using Amazon.CDK.AWS.CodePipeline.Actions;
        using Amazon.CDK.AWS.CodePipeline;

        class DeliveryStack : Stack
        {
            public DeliveryStack(Construct scope, string id, string name) : base(scope, id)
            {
                var code = new Artifact_();
                var pipeline = new Pipeline(this, "Delivery");
                pipeline.AddStage(new StageOptions { StageName = "Source", Actions = new[] { new CodeStarConnectionsSourceAction(new CodeStarConnectionsSourceActionProps { ActionName = "Code", ConnectionArn = "arn:aws:codeconnections:eu-central-1:111122223333:connection/1", Owner = "octo", Repo = "app", Output = code }) } });
                pipeline.AddStage(new StageOptions
                {
                    StageName = {{name}},
                    Actions = new[] { new CloudFormationCreateUpdateStackAction(new CloudFormationCreateUpdateStackActionProps { ActionName = "Deploy", StackName = "app", TemplatePath = code.AtPath("app.json"), AdminPermissions = false }) },
                });
            }
        }
        """,
        Options);

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task A_value_that_is_not_known_is_named_with_its_reason(string statements, string members, string reason)
    {
        var use = """
            void Use(string used) => new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps
                {
                    Owner = "octo-org",
                    Repo = "widgets",
                    WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs(used) },
                }),
            });
            """;

        var findings = await Analysis.Run(TestProgram.InStack(statements + "\n" + use, members), Options, allowErrors: true);

        var finding = Assert.Single(findings);
        Assert.Equal($"The pattern of a webhook filter cannot be determined at compile time: {reason}", finding.GetMessage(null));
    }

    [Theory]
    [InlineData("names", "'names' is given by the caller")]
    [InlineData("System.IO.File.ReadAllLines(\"refs.txt\")", "'ReadAllLines' is computed at run time")]
    public async Task What_is_made_of_the_elements_of_a_collection_is_unknown_for_the_collections_reason(string references, string reason)
    {
        var findings = await Analysis.Run(
            TestProgram.InStack(
                "",
                $$"""
                public void Build(string[] names) => new Project(this, "Build", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps
                    {
                        Owner = "octo-org",
                        Repo = "widgets",
                        WebhookFilters = {{references}}.Select(name => FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs(name)).ToArray(),
                    }),
                });
                """),
            Options);

        Assert.Contains(findings, finding => finding.GetMessage(null) == $"The pattern of a webhook filter cannot be determined at compile time: {reason}");
    }

    [Fact]
    public async Task A_method_that_is_too_long_to_be_read_is_the_reason_for_what_it_would_have_given()
    {
        var findings = await Analysis.Run(
            TestProgram.InStack(
                """
                new Project(this, "Build", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps
                    {
                        Owner = "octo-org",
                        Repo = "widgets",
                        WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs(Slow()) },
                    }),
                });
                """,
                """
                static string Slow()
                {
                    var count = 0;
                    for (var i = 0; i < 60; i++)
                    {
                        for (var j = 0; j < 60; j++)
                        {
                            for (var k = 0; k < 60; k++)
                            {
                                count += k;
                            }
                        }
                    }

                    return "main";
                }
                """),
            Options);

        var finding = Assert.Single(findings);
        Assert.EndsWith(": the method is too long to be read to its end", finding.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WebhookFilters = Groups(id)", "The filter groups of the webhook cannot be determined at compile time: it is not known how many there are")]
    [InlineData("WebhookFilters = new[] { Base.AndHeadRefIs(\"main\") }", "A filter of the webhook cannot be determined at compile time: other code may change 'Base'")]
    [InlineData("WebhookFilters = new[] { FilterGroup.InEventOf(Events) }", "The events of the webhook cannot be determined at compile time: other code may change 'Events'")]
    [InlineData("Webhook = props!.TerminationProtection", "Whether a webhook starts builds cannot be determined at compile time: 'TerminationProtection' is given by the caller")]
    public async Task WhatIsMissingInAListIsNamed(string webhook, string message)
    {
        var findings = await Analysis.Run(
            TestProgram.InStack(
                $$"""
                new Project(this, "Build", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps { Owner = "octo-org", Repo = "widgets", {{webhook}} }),
                });
                """,
                """
                public static FilterGroup Base = FilterGroup.InEventOf(EventAction.PUSH);
                public static EventAction[] Events = { EventAction.PUSH };

                private static FilterGroup[] Groups(string names)
                {
                    var groups = new List<FilterGroup>();
                    foreach (var name in names.Split(','))
                    {
                        groups.Add(FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/heads/main$"));
                    }

                    return groups.ToArray();
                }
                """),
            Options);

        Assert.Contains(message, findings.Select(finding => finding.GetMessage(null)));
    }

    [Fact]
    public async Task ApproverRolesThatAreNotKnownAreNamed()
    {
        var findings = await Analysis.Run(
            TestProgram.InStack(
                """
                new CfnProject(this, "Build", new CfnProjectProps
                {
                    ServiceRole = "arn:aws:iam::111122223333:role/build",
                    Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
                    Environment = new CfnProject.EnvironmentProperty { ComputeType = "BUILD_GENERAL1_SMALL", Image = "aws/codebuild/standard:7.0", Type = "LINUX_CONTAINER" },
                    Source = new CfnProject.SourceProperty { Type = "GITHUB", Location = "https://example.com/octo/app.git" },
                    Triggers = new CfnProject.ProjectTriggersProperty
                    {
                        Webhook = true,
                        FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "PULL_REQUEST_CREATED" } } },
                        PullRequestBuildPolicy = new CfnProject.PullRequestBuildPolicyProperty
                        {
                            RequiresCommentApproval = "ALL_PULL_REQUESTS",
                            ApproverRoles = id.Split(','),
                        },
                    },
                });
                """),
            Options);

        Assert.Contains("Who may approve builds cannot be determined at compile time: 'Split' is computed at run time", findings.Select(finding => finding.GetMessage(null)));
    }
}
