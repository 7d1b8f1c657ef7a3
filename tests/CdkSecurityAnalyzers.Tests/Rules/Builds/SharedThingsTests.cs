using System.Globalization;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Rules.Builds;

/// <summary>What builds of pull requests share with trusted ones: CDKSEC402, CDKSEC407, and the written resources of CDKSEC403.</summary>
public sealed class SharedThingsTests
{
    private const string Role = "var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") });\n";

    private const string Bucket = "var bucket = new Amazon.CDK.AWS.S3.Bucket(this, \"Bucket\");\n";

    private static readonly BuildProgram Roles = new("CDKSEC402");
    private static readonly BuildProgram Caches = new("CDKSEC407");
    private static readonly BuildProgram Power = new("CDKSEC403");

    private static string Test(string props) => BuildProgram.Project(BuildProgram.PullRequests, props, "Test", "test");

    private static string Release(string props) => BuildProgram.Project(BuildProgram.Pushes, props, "Release", "release");

    [Fact]
    public async Task OneRole()
    {
        await Roles.Statements(Role + Test("Role = {|CDKSEC402:role|},") + Release("Role = role,"));
        await Roles.Statements(Role + Release("Role = role,") + Test("Role = {|CDKSEC402:role|},"));
        await Roles.Statements(Role + Test("Role = {|CDKSEC402:role|},") + "new PipelineProject(this, \"Release\", new PipelineProjectProps { Role = role });");
        await Roles.Statements(Release("") + Test("Role = {|CDKSEC402:release.Role|},"));
        await Roles.Statements(Test("") + Release("Role = {|CDKSEC402:test.Role|},"));
    }

    [Fact]
    public async Task RolesOfTheirOwn()
    {
        await Roles.Statements(Role + Test("") + Release("Role = role,"));
        await Roles.Statements(Test("") + Release(""));
        await Roles.Statements(Role + Test("Role = role,") + BuildProgram.Project(BuildProgram.PullRequests, "Role = role,", "Other", "other"));
        await Roles.Statements(Role + Release("Role = role,") + BuildProgram.Project(BuildProgram.Pushes, "Role = role,", "Other", "other"));
    }

    [Theory]
    [InlineData("FromRoleArn", "arn:aws:iam::111122223333:role/build", "arn:aws:iam::111122223333:role/build", true)]
    [InlineData("FromRoleName", "build", "build", true)]
    [InlineData("FromRoleName", "build", "release", false)]
    public Task ImportedRoles(string import, string first, string second, bool isOne) => Roles.Statements(
        $$"""
        var first = Amazon.CDK.AWS.IAM.Role.{{import}}(this, "First", "{{first}}");
        var second = Amazon.CDK.AWS.IAM.Role.{{import}}(this, "Second", "{{second}}");
        {{Test(isOne ? "Role = {|CDKSEC402:first|}," : "Role = first,")}}{{Release("Role = second,")}}
        """);

    [Theory]
    [InlineData("var arn = $\"arn:aws:iam::{Account}:role/build\";", "arn")]
    [InlineData("var arn = FormatArn(new ArnComponents { Service = \"iam\", Region = \"\", Resource = \"role\", ResourceName = \"build\" });", "arn")]
    [InlineData("", "role.RoleArn")]
    public async Task ImportsByOneValue(string arn, string given)
    {
        await Roles.Statements(
            $$"""
            {{Role}}{{arn}}
            var first = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, "First", {{given}});
            var second = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, "Second", {{given}});
            {{Test("Role = {|CDKSEC402:first|},")}}{{Release("Role = second,")}}
            """);
        await Roles.Statements(
            $$"""
            {{Role}}{{arn}}
            var first = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, "First", {{given}});
            var second = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, "Second", "arn:aws:iam::111122223333:role/release");
            {{Test("Role = first,")}}{{Release("Role = second,")}}
            """);
    }

    [Fact]
    public Task ImportsWithNamedArguments() => Roles.Statements(
        $$"""
        var first = Amazon.CDK.AWS.IAM.Role.FromRoleArn(roleArn: "arn:aws:iam::111122223333:role/build", id: "First", scope: this);
        var second = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, "Second", "arn:aws:iam::111122223333:role/build");
        {{Test("Role = {|CDKSEC402:first|},")}}{{Release("Role = second,")}}
        """);

    [Fact]
    public Task ARoleAndItsImport() => Roles.Statements(
        $$"""
        {{Role}}
        {{Test("Role = {|CDKSEC402:Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Imported\", role.RoleArn)|},")}}{{Release("Role = role,")}}
        """);

    /// <summary>A name is the name of a role in the account of its stack.</summary>
    [Theory]
    [InlineData("Env = new Amazon.CDK.Environment { Account = \"111122223333\" }", "Env = new Amazon.CDK.Environment { Account = \"444455556666\" }", false)]
    [InlineData("Env = new Amazon.CDK.Environment { Account = \"111122223333\" }", "", false)]
    [InlineData("Env = new Amazon.CDK.Environment { Account = \"111122223333\" }", "Env = new Amazon.CDK.Environment { Account = \"111122223333\", Region = \"eu-west-1\" }", true)]
    [InlineData("Env = new Amazon.CDK.Environment { Region = \"eu-west-1\" }", "", true)]
    [InlineData("Description = \"a\"", "", true)]
    public Task RolesOfOneNameInTwoStacks(string first, string second, bool isOne)
    {
        var test = $"new BuildStack(app, \"Test\", EventAction.PULL_REQUEST_CREATED, new StackProps {{ {first} }})";
        return Roles.Types(
            $$"""
            class BuildStack : Stack
            {
                public BuildStack(Construct scope, string id, EventAction events, IStackProps props) : base(scope, id, props)
                {
                    new Project(this, "Build", new ProjectProps
                    {
                        Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { FilterGroup.InEventOf(events) } }),
                        Role = Amazon.CDK.AWS.IAM.Role.FromRoleName(this, "Role", "build"),
                    });
                }
            }

            static class Program
            {
                static void Main()
                {
                    var app = new App();
                    {{(isOne ? $"{{|CDKSEC402:{test}|}}" : test)}};
                    new BuildStack(app, "Release", EventAction.PUSH, new StackProps { {{second}} });
                    app.Synth();
                }
            }
            """);
    }

    [Fact]
    public Task RolesOfTheTemplate() => Roles.Statements(
        """
        Add("Test", "PULL_REQUEST_CREATED", {|CDKSEC402:"arn:aws:iam::111122223333:role/build"|});
        Add("Release", "PUSH", "arn:aws:iam::111122223333:role/build");
        Add("Nightly", "PUSH", "arn:aws:iam::111122223333:role/nightly");
        """,
        """
        private void Add(string id, string events, string role) => new CfnProject(this, id, new CfnProjectProps
        {
            ServiceRole = role,
            Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
            Environment = new CfnProject.EnvironmentProperty { ComputeType = "BUILD_GENERAL1_SMALL", Type = "LINUX_CONTAINER", Image = "aws/codebuild/standard:7.0" },
            Source = new CfnProject.SourceProperty { Type = "GITHUB", Location = "https://example.com/octo/app.git" },
            Triggers = new CfnProject.ProjectTriggersProperty { Webhook = true, FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = events } } } },
        });
        """);

    [Fact]
    public Task AHelperThatIsCalledTwice() => Roles.Statements(
        Role + $"Add(\"Test\", {BuildProgram.PullRequests}, {{|CDKSEC402:role|}});\nAdd(\"Release\", {BuildProgram.Pushes}, role);",
        """
        private Project Add(string id, FilterGroup group, IRole role) => new Project(this, id, new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { group } }),
            Role = role,
        });
        """);

    [Fact]
    public Task ABaseClassThatReleases() => Roles.TypesAsWritten(
        $$"""
        abstract class ReleaseStack : Stack
        {
            protected ReleaseStack(Construct scope, string id) : base(scope, id)
            {
                Role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
                {{Release("Role = Role,")}}
            }

            protected Role Role { get; }
        }

        class TestStack : ReleaseStack
        {
            public TestStack(Construct scope, string id) : base(scope, id)
            {
                {{Test("Role = {|CDKSEC402:Role|},")}}
            }
        }
        """);

    [Fact]
    public Task TwoStacksThatGetOneRole() => Roles.Types(
        $$"""
        class TestBuilds : Stack
        {
            public TestBuilds(Construct scope, string id, IRole role) : base(scope, id)
            {
                {{Test("Role = role,")}}
            }
        }

        class ReleaseBuilds : Stack
        {
            public ReleaseBuilds(Construct scope, string id, IRole role) : base(scope, id)
            {
                {{Release("Role = role,")}}
            }
        }

        static class Program
        {
            static void Main()
            {
                var app = new App();
                var roles = new Stack(app, "Roles");
                var role = new Role(roles, "Role", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
                new TestBuilds(app, "Test", {|CDKSEC402:role|});
                new ReleaseBuilds(app, "Release", role);
            }
        }
        """);

    [Fact]
    public Task OneConditionDecidesAboutBoth() => Roles.Types(
        $$"""
        class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id, bool isTest) : base(scope, id)
            {
                var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
                var other = new Role(this, "Other", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
                {{Test("Role = isTest ? role : other,")}}
                {{Release("Role = isTest ? other : role,")}}
            }
        }
        """);

    [Fact]
    public Task OneConditionBringsBothTogether() => Roles.Types(
        $$"""
        class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id, bool isTest) : base(scope, id)
            {
                var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
                var other = new Role(this, "Other", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
                {{Test("Role = isTest ? {|CDKSEC402:role|} : other,")}}
                {{Release("Role = role,")}}
            }
        }
        """);

    /// <summary>Whatever a run answers, the test builds have the role of a trusted one: each place that gives it is a cause.</summary>
    [Theory]
    [InlineData("Role = isTest ? {|CDKSEC402:role|} : {|CDKSEC402:other|},", "Role = role,", "Role = other,")]
    [InlineData("Role = isTest ? {|CDKSEC402:role|} : other,", "Role = role,", "")]
    [InlineData("Role = {|CDKSEC402:role|},", "Role = isTest ? role : other,", "Role = isTest ? other : role,")]
    [InlineData("", "Role = isTest ? {|CDKSEC402:test.Role|} : null,", "Role = {|CDKSEC402:test.Role|},")]
    public Task EachArmThatGivesARoleOfATrustedBuild(string test, string release, string nightly) => Roles.Types(
        $$"""
        class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id, bool isTest) : base(scope, id)
            {
                var role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
                var other = new Role(this, "Other", new RoleProps { AssumedBy = new ServicePrincipal("codebuild.amazonaws.com") });
                {{Test(test)}}
                {{Release(release)}}
                {{BuildProgram.Project(BuildProgram.Pushes, nightly, "Nightly", "nightly")}}
            }
        }
        """);

    [Fact]
    public async Task EitherOfTwoPropsThatGiveOneRole()
    {
        var source = $"Source = Source.GitHub(new GitHubSourceProps {{ Owner = \"octo\", Repo = \"app\", WebhookFilters = new[] {{ {BuildProgram.PullRequests} }} }}),";
        await Roles.Statements(
            $$"""
            {{Role}}{{Release("Role = role,")}}
            var given = System.Environment.GetEnvironmentVariable("STAGE") == "beta"
                ? new ProjectProps { {{source}} Role = {|CDKSEC402:role|} }
                : new ProjectProps { {{source}} Role = {|CDKSEC402:role|} };
            new Project(this, "Test", given);
            """);
        await Caches.Statements(
            $$"""
            {{Bucket}}{{Release("Cache = Cache.Bucket(bucket),")}}
            var given = new ProjectProps { {{source}} };
            if (System.Environment.GetEnvironmentVariable("STAGE") == "beta")
            {
                given.Cache = {|CDKSEC407:Cache.Bucket(bucket)|};
            }
            else
            {
                given.Cache = {|CDKSEC407:Cache.Bucket(bucket)|};
            }

            new Project(this, "Test", given);
            """);
    }

    [Fact]
    public Task AWriterOnOneConditionAndABoundaryOnTheOther() => Power.Types(
        $$"""
        class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id, bool isTest) : base(scope, id)
            {
                {{Bucket}}
                {{Test("")}}
                {{Release("")}}
                bucket.GrantWrite(test);
                if (isTest)
                {
                    bucket.GrantRead(release);
                    Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(test).Apply(new UntrustedCodeBoundaryPolicy(this, "Boundary"));
                }
            }
        }
        """);

    [Theory]
    [InlineData("(\"Gated\", \"^1$\"), (\"Open\", null), (\"Other\", \"^2$\")")]
    [InlineData("(\"Open\", null), (\"Gated\", \"^1$\")")]
    public async Task InALoopTheMostOpenOfThemIsTold(string projects)
    {
        var findings = await Analysis.Run(TestProgram.InStack(
            $$"""
            {{Role}}{{Bucket}}{{Release("Role = role, Cache = Cache.Bucket(bucket),")}}
            role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { "iam:PassRole" }, Resources = new[] { "arn:aws:iam::111122223333:role/deploy" } }));
            foreach (var (name, actor) in new (string, string?)[] { {{projects}} })
            {
                var group = {{BuildProgram.PullRequests}};
                new Project(this, name, new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { actor is null ? group : group.AndActorAccountIs(actor) } }),
                    Environment = new BuildEnvironment { Privileged = true },
                    Role = role,
                    Cache = Cache.Bucket(bucket),
                });
            }
            """));

        foreach (var rule in new[] { "CDKSEC401", "CDKSEC402", "CDKSEC403", "CDKSEC407" })
        {
            Assert.StartsWith("Pull requests from any sender ", Assert.Single(findings, finding => finding.Id == rule).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
    }

    /// <summary>What is open only where others say so, and nobody does, does not hide what is gated whatever they say.</summary>
    [Fact]
    public async Task WhatOthersDecideDoesNotHideWhatIsCertain()
    {
        const string stack = """
            class BuildStack : Stack
            {
                public BuildStack(Construct scope, string id, bool isOpen) : base(scope, id)
                {
                    foreach (var name in new[] { "Open", "Gated" })
                    {
                        var group = name == "Gated"
                            ? FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED).AndActorAccountIs("^1$")
                            : FilterGroup.InEventOf(isOpen ? EventAction.PULL_REQUEST_CREATED : EventAction.PUSH);
                        new Project(this, name, new ProjectProps
                        {
                            Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { group } }),
                            Environment = new BuildEnvironment { Privileged = true },
                        });
                    }
                }
            }

            static class Program
            {
                static void Main()
                {
                    if (false)
                    {
                        new BuildStack(new App(), "Builds", true);
                    }
                }
            }
            """;

        Assert.Contains(await Analysis.Run(stack), finding => finding.Id == "CDKSEC401");
    }

    [Theory]
    [InlineData("IRole role", true)]
    [InlineData("IRole? role", false)]
    public Task ARoleThatIsPassedIn(string parameter, bool isOne) => Roles.Types(
        $$"""
        class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id, {{parameter}}) : base(scope, id)
            {
                {{Test(isOne ? "Role = {|CDKSEC402:role|}," : "Role = role,")}}
                {{Release("Role = role,")}}
            }
        }
        """);

    [Theory]
    [InlineData("Cache = {|CDKSEC407:Cache.Bucket(bucket)|},", "Cache = Cache.Bucket(bucket),")]
    [InlineData("Cache = {|CDKSEC407:Cache.Bucket(bucket, new BucketCacheOptions { Prefix = \"main\" })|},", "Cache = Cache.Bucket(bucket, new BucketCacheOptions { Prefix = \"main\" }),")]
    [InlineData("Cache = Cache.Bucket(bucket, new BucketCacheOptions { Prefix = \"pulls\" }),", "Cache = Cache.Bucket(bucket, new BucketCacheOptions { Prefix = \"main\" }),")]
    [InlineData("Cache = Cache.Bucket(bucket, new BucketCacheOptions { Prefix = \"pulls\" }),", "Cache = Cache.Bucket(bucket),")]
    [InlineData("Cache = Cache.Local(LocalCacheMode.SOURCE),", "Cache = Cache.Local(LocalCacheMode.SOURCE),")]
    [InlineData("Cache = Cache.Bucket(bucket),", "Cache = Cache.None(),")]
    [InlineData("Cache = Cache.Bucket(bucket),", "Cache = Cache.Bucket(new Amazon.CDK.AWS.S3.Bucket(this, \"Other\")),")]
    public Task OneCache(string test, string release) => Caches.Statements(Bucket + Test(test) + Release(release));

    /// <summary>A place without a kind is no cache in S3.</summary>
    [Theory]
    [InlineData("Cache = Cache.Bucket(new Amazon.CDK.AWS.S3.Bucket(this, \"Other\")),", true)]
    [InlineData("Cache = Cache.Local(LocalCacheMode.SOURCE),", false)]
    [InlineData("Cache = Cache.None(),", false)]
    [InlineData("", false)]
    public Task APlaceThatIsOverridden(string test, bool isOne) => Caches.Statements(
        Bucket + Test(test) + Release("Cache = Cache.Bucket(bucket),")
        + $"((CfnProject)test.Node.DefaultChild!).AddPropertyOverride(\"Cache.Location\", {(isOne ? "{|CDKSEC407:bucket.BucketName|}" : "bucket.BucketName")});");

    [Theory]
    [InlineData("cache", true)]
    [InlineData("other", false)]
    public Task ImportedBuckets(string second, bool isOne) => Caches.Statements(
        $$"""
        var first = Amazon.CDK.AWS.S3.Bucket.FromBucketName(this, "First", "cache");
        var second = Amazon.CDK.AWS.S3.Bucket.FromBucketArn(this, "Second", "arn:aws:s3:::{{second}}");
        {{Test(isOne ? "Cache = {|CDKSEC407:Cache.Bucket(first)|}," : "Cache = Cache.Bucket(first),")}}{{Release("Cache = Cache.Bucket(second),")}}
        """);

    [Theory]
    [InlineData("\"cache/builds\"", "\"cache/builds\"", true)]
    [InlineData("\"cache/pulls\"", "\"cache/builds\"", false)]
    [InlineData("bucket.BucketName + \"/builds\"", "$\"{bucket.BucketName}/builds\"", true)]
    [InlineData("bucket.BucketName", "bucket.BucketName", true)]
    [InlineData("bucket.BucketName", "bucket.BucketName + \"/builds\"", false)]
    public Task CachesOfTheTemplate(string test, string release, bool isOne) => Caches.Statements(
        Bucket + $"Add(\"Test\", \"PULL_REQUEST_CREATED\", {(isOne ? "{|CDKSEC407:" + test + "|}" : test)});\nAdd(\"Release\", \"PUSH\", {release});",
        """
        private void Add(string id, string events, string cache) => new CfnProject(this, id, new CfnProjectProps
        {
            ServiceRole = "arn:aws:iam::111122223333:role/" + id,
            Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
            Environment = new CfnProject.EnvironmentProperty { ComputeType = "BUILD_GENERAL1_SMALL", Type = "LINUX_CONTAINER", Image = "aws/codebuild/standard:7.0" },
            Source = new CfnProject.SourceProperty { Type = "GITHUB", Location = "https://example.com/octo/app.git" },
            Cache = new CfnProject.ProjectCacheProperty { Type = "S3", Location = cache },
            Triggers = new CfnProject.ProjectTriggersProperty { Webhook = true, FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = events } } } },
        });
        """);

    [Theory]
    [InlineData("{|CDKSEC403:bucket.GrantWrite(test)|};", "bucket.GrantRead(release);")]
    [InlineData("{|CDKSEC403:bucket.GrantReadWrite(test)|};", "bucket.GrantReadWrite(release.Role!);")]
    [InlineData("{|CDKSEC403:bucket.GrantPut(test)|};", "new Project(this, \"Deploy\", new ProjectProps { Source = Source.S3(new S3SourceProps { Bucket = bucket, Path = \"app.zip\" }) });")]
    [InlineData("bucket.GrantWrite(test);", "")]
    [InlineData("bucket.GrantRead(test);", "bucket.GrantReadWrite(release);")]
    [InlineData("bucket.GrantWrite(test);", "new Amazon.CDK.AWS.S3.Bucket(this, \"Other\").GrantRead(release);")]
    public Task ABucketThatATrustedBuildReads(string grant, string read) => Power.Statements(Bucket + Test("") + Release("") + grant + "\n" + read);

    /// <summary>What a statement says about a bucket counts as a grant does, as long as it is about all of it.</summary>
    [Theory]
    [InlineData("{|CDKSEC403:\"s3:PutObject\"|}", "bucket.ArnForObjects(\"*\")")]
    [InlineData("{|CDKSEC403:\"s3:PutObject\"|}", "bucket.BucketArn + \"/*\"")]
    [InlineData("{|CDKSEC403:\"s3:PutObject\"|}", "$\"{bucket.BucketArn}/*\"")]
    [InlineData("{|CDKSEC403:\"s3:PutObject\"|}", "\"*\"")]
    [InlineData("{|CDKSEC403:\"s3:*\"|}", "\"*\"")]
    [InlineData("{|CDKSEC403:\"s3:PutObject\"|}", "\"arn:aws:s3:::*\"")]
    [InlineData("{|CDKSEC403:\"s3:PutObject\"|}", "\"arn:aws:s3:::*/*\"")]
    [InlineData("\"s3:PutObject\"", "\"arn:aws:s3:::results-*/*\"")]
    [InlineData("\"s3:GetObject\"", "\"*\"")]
    [InlineData("\"ecr:PutImage\"", "\"*\"")]
    [InlineData("\"s3:PutObject\"", "bucket.ArnForObjects(\"results/*\")")]
    [InlineData("\"s3:PutObject\"", "bucket.BucketArn")]
    [InlineData("\"s3:GetObject\"", "bucket.ArnForObjects(\"*\")")]
    [InlineData("\"s3:PutObject\"", "new Amazon.CDK.AWS.S3.Bucket(this, \"Other\").ArnForObjects(\"*\")")]
    public Task AStatementAboutABucketThatATrustedBuildReads(string action, string resource) => Power.Statements(
        Bucket + Test("") + Release("")
        + $"bucket.GrantRead(release);\ntest.AddToRolePolicy(new PolicyStatement(new PolicyStatementProps {{ Actions = new[] {{ {action} }}, Resources = new[] {{ {resource} }} }}));");

    /// <summary>What statements let a trusted build read counts as well, where they name it: to be allowed to read everything does not mean to read what others write.</summary>
    [Theory]
    [InlineData("\"s3:GetObject\"", "bucket.ArnForObjects(\"*\")", true)]
    [InlineData("\"s3:Get*\", \"s3:List*\"", "bucket.BucketArn, bucket.ArnForObjects(\"*\")", true)]
    [InlineData("\"s3:GetObject\"", "bucket.ArnForObjects(\"releases/*\")", false)]
    [InlineData("\"s3:PutObject\"", "bucket.ArnForObjects(\"*\")", false)]
    [InlineData("\"s3:GetObject\"", "\"*\"", false)]
    public Task AStatementThatLetsATrustedBuildRead(string actions, string resources, bool isRead) => Power.Statements(
        Bucket + Test("") + Release("")
        + $"release.AddToRolePolicy(new PolicyStatement(new PolicyStatementProps {{ Actions = new[] {{ {actions} }}, Resources = new[] {{ {resources} }} }}));\n"
        + (isRead ? "{|CDKSEC403:bucket.GrantPut(test)|};" : "bucket.GrantPut(test);"));

    /// <summary>A build that may write to all buckets writes to that of the artifacts; one that may push to all repositories to that of the image.</summary>
    [Theory]
    [InlineData("\"s3:PutObject\"", "*", false)]
    [InlineData("{|CDKSEC403:\"ecr:PutImage\"|}", "*", true)]
    [InlineData("{|CDKSEC403:\"ecr:PutImage\"|}", "arn:aws:ecr:*:*:repository/*", true)]
    [InlineData("\"ecr:PutImage\"", "arn:aws:ecr:eu-west-1:111122223333:repository/*", true)]
    [InlineData("\"ecr:BatchGetImage\"", "*", true)]
    public Task EverythingOfAService(string action, string resource, bool hasImage) => Power.Statements(
        "var repository = new Amazon.CDK.AWS.ECR.Repository(this, \"Repository\");\n" + Test("")
        + Release(hasImage ? "Environment = new BuildEnvironment { BuildImage = LinuxBuildImage.FromEcrRepository(repository, \"1\") }," : "")
        + $"test.AddToRolePolicy(new PolicyStatement(new PolicyStatementProps {{ Actions = new[] {{ {action} }}, Resources = new[] {{ \"{resource}\" }} }}));");

    [Theory]
    [InlineData("arn:aws:s3:::app-code/*", true)]
    [InlineData("arn:aws:s3:::app-code/results/*", false)]
    [InlineData("arn:aws:s3:::results/*", false)]
    public Task AStatementAboutABucketOfAName(string arn, bool isRead) => Power.Statements(
        "var bucket = Amazon.CDK.AWS.S3.Bucket.FromBucketName(this, \"Bucket\", \"app-code\");\n" + Test("")
        + "new Project(this, \"Release\", new ProjectProps { Source = Source.S3(new S3SourceProps { Bucket = bucket, Path = \"app.zip\" }) });\n"
        + $"test.AddToRolePolicy(new PolicyStatement(new PolicyStatementProps {{ Actions = new[] {{ {(isRead ? "{|CDKSEC403:\"s3:PutObject\"|}" : "\"s3:PutObject\"")} }}, Resources = new[] {{ \"{arn}\" }} }}));");

    [Fact]
    public Task ARepositoryOfABuildImage() => Power.Statements(
        "var repository = new Amazon.CDK.AWS.ECR.Repository(this, \"Repository\");\n"
        + Test("")
        + Release("Environment = new BuildEnvironment { BuildImage = LinuxBuildImage.FromEcrRepository(repository, \"1\") },")
        + "{|CDKSEC403:repository.GrantPullPush(test)|};");

    private const string Pipelines = """
        using Amazon.CDK.AWS.CodePipeline.Actions;
        using Amazon.CDK.AWS.S3;
        using Artifact_ = Amazon.CDK.AWS.CodePipeline.Artifact_;
        using Pipeline = Amazon.CDK.AWS.CodePipeline.Pipeline;
        using PipelineProps = Amazon.CDK.AWS.CodePipeline.PipelineProps;
        using StageProps = Amazon.CDK.AWS.CodePipeline.StageProps;

        """;

    private static string Delivery(string props, string build, string deploy) =>
        $$"""
        var code = new Artifact_();
        var pipeline = new Pipeline(this, "Delivery", new PipelineProps
        {
            {{props}}
            Stages = new[]
            {
                new StageProps { StageName = "Source", Actions = new[] { new S3SourceAction(new S3SourceActionProps { ActionName = "Code", Bucket = sources, BucketKey = "app.zip", Output = code }) } },
                new StageProps { StageName = "Build", Actions = new[] { new CodeBuildAction(new CodeBuildActionProps { ActionName = "Build", Input = code, {{build}} }) } },
                new StageProps
                {
                    StageName = "Deploy",
                    Actions = new[] { new CloudFormationCreateUpdateStackAction(new CloudFormationCreateUpdateStackActionProps { ActionName = "Deploy", StackName = "app", TemplatePath = code.AtPath("app.json"), AdminPermissions = false, {{deploy}} }) },
                },
            },
        });

        """;

    /// <summary>A role that a pipeline, one of its actions, or what it deploys with has.</summary>
    [Theory]
    [InlineData("Role = role,", "Project = built,", "", true)]
    [InlineData("", "Project = built, Role = role,", "", true)]
    [InlineData("", "Project = built,", "Role = role,", true)]
    [InlineData("", "Project = built,", "DeploymentRole = role,", true)]
    [InlineData("Role = other,", "Project = built, Role = other,", "Role = other, DeploymentRole = other,", false)]
    public Task ARoleOfAPipeline(string props, string build, string deploy, bool isShared) => Roles.Statements(
        Pipelines + Role
        + "var other = new Role(this, \"Other\", new RoleProps { AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") });\nvar sources = new Bucket(this, \"Sources\");\nvar built = new PipelineProject(this, \"Built\");\n"
        + Test(isShared ? "Role = {|CDKSEC402:role|}," : "Role = role,")
        + Delivery(props, build, deploy));

    /// <summary>A pipeline that starts the project of the tests gives its role to both.</summary>
    [Fact]
    public Task APipelineThatStartsTheTests() => Roles.Statements(
        Pipelines + "var sources = new Bucket(this, \"Sources\");\n" + Test("") + Delivery("", "Project = {|CDKSEC402:test|},", ""));

    /// <summary>Where the CDK throws, nothing is shared: without a webhook there are no batch builds to start.</summary>
    [Theory]
    [InlineData("WebhookTriggersBatchBuild = true", false)]
    [InlineData("Webhook = false, WebhookTriggersBatchBuild = true", false)]
    [InlineData("Webhook = false, WebhookTriggersBatchBuild = false", true)]
    [InlineData("Webhook = false", true)]
    public Task ATrustedBuildThatTheCdkRefuses(string source, bool isMade) => Roles.Statements(
        Role + Test(isMade ? "Role = {|CDKSEC402:role|}," : "Role = role,")
        + $"if (System.Environment.GetEnvironmentVariable(\"RELEASE\") == \"yes\") {{ new Project(this, \"Release\", new ProjectProps {{ Source = Source.GitHub(new GitHubSourceProps {{ Owner = \"octo\", Repo = \"app\", {source} }}), Role = role }}); }}");

    /// <summary>The project of a pipeline that pull requests start is no trusted one.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("""["Push"] = new object[] { new Dictionary<string, object> { ["Branches"] = new Dictionary<string, object> { ["Includes"] = new[] { "main" } } } }""", true)]
    [InlineData("""["PullRequest"] = new object[] { new Dictionary<string, object> { ["Events"] = new[] { "OPEN" } } }""", false)]
    public Task AProjectThatAPipelineStarts(string git, bool isTrusted) => Roles.Statements(
        Pipelines + Role + "var sources = new Bucket(this, \"Sources\");\nvar built = new PipelineProject(this, \"Built\", new PipelineProjectProps { Role = role });\n"
        + Test(isTrusted ? "Role = {|CDKSEC402:role|}," : "Role = role,")
        + Delivery("", "Project = built,", "")
        + $$"""
           ((Amazon.CDK.AWS.CodePipeline.CfnPipeline)pipeline.Node.DefaultChild!).AddPropertyOverride("Triggers", new object[]
           {
               new Dictionary<string, object> { ["ProviderType"] = "CodeStarSourceConnection", ["GitConfiguration"] = new Dictionary<string, object> { ["SourceActionName"] = "Code", {{git}} } },
           });
           """);

    /// <summary>A bucket that a pipeline takes its source from, or keeps its artifacts in.</summary>
    [Theory]
    [InlineData("{|CDKSEC403:sources.GrantWrite(test)|};")]
    [InlineData("{|CDKSEC403:artifacts.GrantPut(test)|};")]
    [InlineData("{|CDKSEC403:pipeline.ArtifactBucket.GrantReadWrite(test)|};")]
    [InlineData("test.AddToRolePolicy(new PolicyStatement(new PolicyStatementProps { Actions = new[] { {|CDKSEC403:\"s3:PutObject\"|} }, Resources = new[] { \"*\" } }));")]
    [InlineData("sources.GrantRead(test);")]
    [InlineData("new Bucket(this, \"Results\").GrantWrite(test);")]
    public Task ABucketThatAPipelineReads(string grant) => Power.Statements(
        Pipelines + "var sources = new Bucket(this, \"Sources\");\nvar artifacts = new Bucket(this, \"Artifacts\");\nvar built = new PipelineProject(this, \"Built\");\n"
        + Test("") + Delivery("ArtifactBucket = artifacts,", "Project = built,", "") + grant);

    [Fact]
    public async Task TheMessageNamesThePipeline()
    {
        var findings = await Analysis.Run(TestProgram.InStack(
            Pipelines + Role + "var sources = new Bucket(this, \"Sources\");\nvar built = new PipelineProject(this, \"Built\");\n" + Test("Role = role,") + Delivery("Role = role,", "Project = built,", "") + "sources.GrantWrite(test);"));

        Assert.Equal(
            "Pull requests from any sender run with the same role as the pipeline 'Delivery': give them a role of their own",
            Assert.Single(findings, finding => finding.Id == "CDKSEC402").GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(
            "Pull requests from any sender run with a role that writes what the pipeline 'Delivery' reads: bound it with UntrustedCodeBoundaryPolicy",
            Assert.Single(findings, finding => finding.Id == "CDKSEC403").GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task TheMessageNamesTheTrustedProject()
    {
        var findings = await Analysis.Run(TestProgram.InStack(Role + Test("Role = role,") + Release("Role = role,")));

        Assert.Equal(
            "Pull requests from any sender run with the same role as the trusted project 'Release': give them a role of their own",
            Assert.Single(findings, finding => finding.Id == "CDKSEC402").GetMessage(CultureInfo.InvariantCulture));
    }
}
