using CdkSecurityAnalyzers.Conformance.Scenarios.Pipelines;

namespace CdkSecurityAnalyzers.Conformance.Scenarios.Builds;

/// <summary>Programs in which a build of pull requests has something in common with a pipeline, or nothing; in the form of <see cref="ScenarioText"/>.</summary>
internal static class PipelineJoinScenarios
{
    private const string Role = "var role = new Role(this, \"Role\", new RoleProps { AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") });\n";

    private const string Own = "var own = new Role(this, \"Own\", new RoleProps { AssumedBy = new ServicePrincipal(\"codebuild.amazonaws.com\") });\n";

    private const string Bucket = "var bucket = new Amazon.CDK.AWS.S3.Bucket(this, \"Bucket\", new Amazon.CDK.AWS.S3.BucketProps { Versioned = true });\n";

    private const string Repository = "var repository = new Amazon.CDK.AWS.CodeCommit.Repository(this, \"Repository\", new Amazon.CDK.AWS.CodeCommit.RepositoryProps { RepositoryName = \"app\" });\n";

    private const string Images = "var images = new Amazon.CDK.AWS.ECR.Repository(this, \"Images\");\n";

    private const string Test = "var test = new Project(this, \"Test\", new ProjectProps { Source = Source.GitHub(new GitHubSourceProps { Owner = \"octo\", Repo = \"app\", WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED) } }), PROPS });\n";

    private const string Build = "new StageProps { StageName = \"Build\", Actions = new[] { new CodeBuildAction(new CodeBuildActionProps { ActionName = \"Build\", Input = code, PROPS }) } }";

    private const string Deploy = "new StageProps { StageName = \"Beta\", Actions = new[] { new CloudFormationCreateUpdateStackAction(new CloudFormationCreateUpdateStackActionProps { ActionName = \"Deploy\", StackName = \"app\", TemplatePath = code.AtPath(\"app.json\"), AdminPermissions = false, PROPS }) } }";

    private const string Beta = "new StageProps { StageName = \"Beta\", Actions = new[] { Deploy(\"Deploy\") } }";

    private const string S3Source = "new S3SourceAction(new S3SourceActionProps { ActionName = \"Code\", Bucket = bucket, BucketKey = \"app.zip\", Output = code, Trigger = S3Trigger.NONE })";

    private const string BetaResource = "new CfnPipeline.StageDeclarationProperty { Name = \"Beta\", Actions = new[] { Action(\"Deploy\", \"Deploy\", \"CloudFormation\") } },";

    private const string WithRole = "ActionTypeId = new CfnPipeline.ActionTypeIdProperty { Category = \"Deploy\", Owner = \"AWS\", Provider = \"CloudFormation\", Version = \"1\" }";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["the role of a pipeline"] = Text("402", Role + Tested("Role = role") + Pipeline(Beta, "Role = role,")),
        ["another role of a pipeline"] = Text("none", Role + Own + Tested("Role = own") + Pipeline(Beta, "Role = role,")),
        ["the role that a pipeline makes"] = Text("402", Pipeline(Beta) + Tested("Role = pipeline.Role")),
        ["the role of a pipeline's project"] = Text("402", Role + Tested("Role = role") + Pipeline(Build.Replace("PROPS", "Project = new PipelineProject(this, \"Release\", new PipelineProjectProps { Role = role })", StringComparison.Ordinal))),
        ["the role of an action"] = Text("402", Role + Tested("Role = role") + Pipeline(Build.Replace("PROPS", "Project = new PipelineProject(this, \"Release\"), Role = role", StringComparison.Ordinal))),
        ["the role of a deployment"] = Text("402", Role + Tested("Role = role") + Pipeline(Deploy.Replace("PROPS", "DeploymentRole = role", StringComparison.Ordinal))),
        ["the role of the action of a deployment"] = Text("402", Role + Tested("Role = role") + Pipeline(Deploy.Replace("PROPS", "Role = role", StringComparison.Ordinal))),
        ["another role of a deployment"] = Text("none", Role + Own + Tested("Role = own") + Pipeline(Deploy.Replace("PROPS", "DeploymentRole = role", StringComparison.Ordinal))),
        ["a deployment that is added"] = Text("402", Role + Tested("Role = role") + Pipeline(Beta) + $"pipeline.AddStage({Deploy.Replace("StageProps", "StageOptions", StringComparison.Ordinal).Replace("PROPS", "DeploymentRole = role", StringComparison.Ordinal).Replace("Beta", "Gamma", StringComparison.Ordinal)});"),
        ["a test that a pipeline starts"] = Text("402", Tested("") + Pipeline(Build.Replace("PROPS", "Project = test", StringComparison.Ordinal))),
        ["a test with a role that a pipeline starts"] = Text("402", Role + Tested("Role = role") + Pipeline(Build.Replace("PROPS", "Project = test", StringComparison.Ordinal))),
        ["a test in one environment and a pipeline in the other"] = Text("none", Role + "if (Inputs.A)\n{\n" + Tested("Role = role") + "}\nelse\n{\n" + Pipeline(Beta, "Role = role,") + "}"),
        ["a test beside a pipeline in one environment"] = Text("402", Role + Tested("Role = role") + "if (Inputs.A)\n{\n" + Pipeline(Beta, "Role = role,") + "}"),
        ["a deployment by one of two roles"] = Text("402", Role + Own + Tested("Role = role") + Pipeline(Deploy.Replace("PROPS", "DeploymentRole = Inputs.A ? own : role", StringComparison.Ordinal))),
        ["roles by opposite conditions"] = Text("none", Role + Own + Tested("Role = Inputs.A ? role : own") + Pipeline(Deploy.Replace("PROPS", "DeploymentRole = Inputs.A ? own : role", StringComparison.Ordinal))),
        ["a pipeline of pull requests"] = Text("none\n// Delivery: 502", Role + Tested("Role = role") + Pipeline(Beta, "Role = role,") + PipelineText.Trigger("PullRequestFilter = new[] { new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" } } }")),
        ["a pipeline of closed pull requests"] = Text("402", Role + Tested("Role = role") + Pipeline(Beta, "Role = role,") + PipelineText.Trigger("PullRequestFilter = new[] { new GitPullRequestFilter { BranchesIncludes = new[] { \"main\" }, Events = new[] { GitPullRequestEvent.CLOSED } } }")),
        ["a pipeline of pushes"] = Text("402", Role + Tested("Role = role") + Pipeline(Beta, "Role = role,") + PipelineText.Trigger("PushFilter = new[] { new GitPushFilter { TagsIncludes = new[] { \"v1\" } } }")),
        ["the role of a pipeline of the template"] = Text("402", Role + Tested("Role = role") + Resource("role.RoleArn", BetaResource)),
        ["another role of a pipeline of the template"] = Text("none", Role + Own + Tested("Role = own") + Resource("role.RoleArn", BetaResource)),
        ["a literal role of a pipeline of the template"] = Text("402", Tested("Role = Amazon.CDK.AWS.IAM.Role.FromRoleArn(this, \"Role\", \"arn:aws:iam::111122223333:role/delivery\")") + Resource("\"arn:aws:iam::111122223333:role/delivery\"", BetaResource)),
        ["the role of an action of the template"] = Text("402", Role + Tested("Role = role") + Resource("\"arn:aws:iam::111122223333:role/delivery\"", $"new CfnPipeline.StageDeclarationProperty {{ Name = \"Beta\", Actions = new[] {{ new CfnPipeline.ActionDeclarationProperty {{ Name = \"Deploy\", {WithRole}, RoleArn = role.RoleArn }} }} }},")),
        ["the role of a deployment of the template"] = Text("402", Role + Tested("Role = role") + Resource("\"arn:aws:iam::111122223333:role/delivery\"", $"new CfnPipeline.StageDeclarationProperty {{ Name = \"Beta\", Actions = new[] {{ new CfnPipeline.ActionDeclarationProperty {{ Name = \"Deploy\", {WithRole}, Configuration = new Dictionary<string, object> {{ [\"RoleArn\"] = role.RoleArn }} }} }} }},")),
        ["the role of an override"] = Text("402", Role + Tested("Role = role") + Pipeline(Beta) + "((CfnPipeline)pipeline.Node.DefaultChild!).AddPropertyOverride(\"RoleArn\", role.RoleArn);"),
        ["the role of delivery"] = Text("402", Role + Tested("Role = role") + Delivery("Role = role,")),
        ["the role of a step"] = Text("402", Role + Tested("Role = role") + Delivery("", "pipeline.AddStage(new AppStage(this, \"Beta\"), new AddStageOpts { Post = new[] { new CodeBuildStep(\"Release\", new CodeBuildStepProps { Commands = new[] { \"make release\" }, Role = role }) } });")),
        ["the role of the action of a step"] = Text("402", Role + Tested("Role = role") + Delivery("", "pipeline.AddStage(new AppStage(this, \"Beta\"), new AddStageOpts { Post = new[] { new CodeBuildStep(\"Release\", new CodeBuildStepProps { Commands = new[] { \"make release\" }, ActionRole = role }) } });")),
        ["the role of delivery of pull requests"] = Text("none\n// Delivery: 502", Role + Tested("Role = role") + Delivery("Role = role,", "pipeline.AddStage(new AppStage(this, \"Beta\")); pipeline.BuildPipeline(); ((CfnPipeline)pipeline.Pipeline.Node.DefaultChild!)." + PipelineText.TriggerResource("PullRequest = new[] { new CfnPipeline.GitPullRequestFilterProperty { Events = new[] { \"OPEN\" } } }").TrimEnd().TrimEnd(',') + ";")),
        ["the role of delivery of closed pull requests"] = Text("402", Role + Tested("Role = role") + Delivery("Role = role,", "pipeline.AddStage(new AppStage(this, \"Beta\")); pipeline.BuildPipeline(); ((CfnPipeline)pipeline.Pipeline.Node.DefaultChild!)." + PipelineText.TriggerResource("PullRequest = new[] { new CfnPipeline.GitPullRequestFilterProperty { Events = new[] { \"CLOSED\" } } }").TrimEnd().TrimEnd(',') + ";")),
        ["another role of delivery"] = Text("none", Role + Own + Tested("Role = own") + Delivery("Role = role,")),
        ["the role of a pipeline that delivery is given"] = Text("402", Role + Tested("Role = role") + "var inner = new Pipeline(this, \"Inner\", new PipelineProps { Role = role });\n" + Delivery("CodePipeline = inner,")),

        ["a bucket that is the source"] = Text("403", Bucket + Tested("") + FromSource(S3Source) + "bucket.GrantWrite(test);"),
        ["a bucket that is the source and only read"] = Text("none", Bucket + Tested("") + FromSource(S3Source) + "bucket.GrantRead(test);"),
        ["a bucket that is another"] = Text("none", Bucket + Tested("") + FromSource(S3Source) + "new Amazon.CDK.AWS.S3.Bucket(this, \"Other\").GrantWrite(test);"),
        ["a bucket that is the source behind a boundary"] = Text("none", Bucket + Tested("") + FromSource(S3Source) + "bucket.GrantWrite(test);\nAmazon.CDK.AWS.IAM.PermissionsBoundary.Of(test).Apply(new UntrustedCodeBoundaryPolicy(this, \"Boundary\"));"),
        ["a bucket that is the source on a condition"] = Text("403", Bucket + Tested("") + FromSource(S3Source) + "if (Inputs.A) bucket.GrantPut(test);"),
        ["a bucket that is written and a source on opposite conditions"] = Text("none", Bucket + Tested("") + "if (Inputs.A)\n{\n" + FromSource(S3Source) + "}\nelse\n{\n    bucket.GrantPut(test);\n}"),
        ["a repository that is the source"] = Text("403", Repository + Tested("") + FromSource(Commits) + "repository.GrantPullPush(test);"),
        ["a repository that is the source and only read"] = Text("none", Repository + Tested("") + FromSource(Commits) + "repository.GrantPull(test);"),
        ["images that are the source"] = Text("403", Images + Tested("") + FromSource(FromImages) + "images.GrantPullPush(test);"),
        ["images of the name of a repository of code"] = Text("none", Tested("") + "var repository = Amazon.CDK.AWS.CodeCommit.Repository.FromRepositoryName(this, \"Repository\", \"app\");\n" + FromSource(Commits) + "Amazon.CDK.AWS.ECR.Repository.FromRepositoryName(this, \"Images\", \"app\").GrantPullPush(test);"),
        ["a repository of a name that is the source"] = Text("403", Tested("") + "var repository = Amazon.CDK.AWS.CodeCommit.Repository.FromRepositoryName(this, \"Repository\", \"app\");\n" + FromSource(Commits) + "Amazon.CDK.AWS.CodeCommit.Repository.FromRepositoryName(this, \"Same\", \"app\").GrantPullPush(test);"),
        ["the artifacts"] = Text("403", Bucket + Tested("") + Pipeline(Beta, "ArtifactBucket = bucket,") + "bucket.GrantReadWrite(test);"),
        ["the artifacts of the pipeline's own bucket"] = Text("403", Tested("") + Pipeline(Beta) + "pipeline.ArtifactBucket.GrantReadWrite(test);"),
        ["the artifacts of the bucket that the pipeline is given"] = Text("403", Bucket + Tested("") + Pipeline(Beta, "ArtifactBucket = bucket,") + "pipeline.ArtifactBucket.GrantReadWrite(test);"),
        ["the artifacts of the template"] = Text("403", Bucket + Tested("") + Resource("\"arn:aws:iam::111122223333:role/delivery\"", BetaResource, "ArtifactStore = new CfnPipeline.ArtifactStoreProperty { Type = \"S3\", Location = bucket.BucketName },") + "bucket.GrantReadWrite(test);"),
        ["the artifacts of the template in a bucket of a name"] = Text("403", Tested("") + Resource("\"arn:aws:iam::111122223333:role/delivery\"", BetaResource, "ArtifactStore = new CfnPipeline.ArtifactStoreProperty { Type = \"S3\", Location = \"artifacts\" },") + "Amazon.CDK.AWS.S3.Bucket.FromBucketName(this, \"Artifacts\", \"artifacts\").GrantWrite(test);"),
        ["a bucket that is the source of delivery"] = Text("403", Bucket + Tested("") + Delivery("", source: "CodePipelineSource.S3(bucket, \"app.zip\")") + "bucket.GrantWrite(test);"),
        ["a repository that is the source of delivery"] = Text("403", Repository + Tested("") + Delivery("", source: "CodePipelineSource.CodeCommit(repository, \"main\")") + "repository.GrantPullPush(test);"),
        ["the artifacts of delivery"] = Text("403", Bucket + Tested("") + Delivery("ArtifactBucket = bucket,") + "bucket.GrantWrite(test);"),
    };

    private const string Commits = "new CodeCommitSourceAction(new CodeCommitSourceActionProps { ActionName = \"Code\", Repository = repository, Output = code, Trigger = CodeCommitTrigger.NONE })";

    private const string FromImages = "new EcrSourceAction(new EcrSourceActionProps { ActionName = \"Code\", Repository = images, Output = code })";

    private static string Text(string rules, string statements) => $"// Test: {rules}\n{PipelineText.Statements(statements)}\n---\n{PipelineText.Members}\n---\n{PipelineText.AppStage}";

    private static string Tested(string props) => Test.Replace("PROPS", props, StringComparison.Ordinal);

    private static string Pipeline(string stage, string more = "") => From("checkout", stage, more).Insert(0, "var checkout = Checkout();\n");

    private static string FromSource(string source) => From(source, Beta, "");

    private static string From(string source, string stage, string more) =>
        $$"""
        var pipeline = new Pipeline(this, "Delivery", new PipelineProps
        {
            PipelineType = PipelineType.V2,
            {{more}}
            Stages = new[] { new StageProps { StageName = "Source", Actions = new[] { {{source}} } }, {{stage}} },
        });

        """;

    private static string Resource(string role, string stages, string more = "") =>
        $$"""
        new CfnPipeline(this, "Delivery", new CfnPipelineProps
        {
            RoleArn = {{role}},
            {{more}}
            Stages = new[]
            {
                new CfnPipeline.StageDeclarationProperty { Name = "Source", Actions = new[] { Action("Checkout", "Source", "CodeStarSourceConnection") } },
                {{stages}}
            },
        });

        """;

    private static string Delivery(string more, string after = "", string source = "CodePipelineSource.GitHub(\"octo/app\", \"main\")") =>
        $$"""
        var pipeline = new CodePipeline(this, "Delivery", new CodePipelineProps
        {
            {{more}}
            Synth = new ShellStep("Synth", new ShellStepProps { Input = {{source}}, Commands = new[] { "semgrep ci", "cdk synth" } }),
        });
        {{(after.Length > 0 ? after : "pipeline.AddStage(new AppStage(this, \"Beta\"));")}}

        """;
}
