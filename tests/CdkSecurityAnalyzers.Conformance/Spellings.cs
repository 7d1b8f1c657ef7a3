namespace CdkSecurityAnalyzers.Conformance;

/// <summary>Statements that make a project with a webhook, in each way that the CDK offers.</summary>
internal static class Spellings
{
    /// <summary>A project whose source has further properties.</summary>
    public static string Project(string sourceProps, string factory = "GitHub") =>
        $$"""
        var project = new Project(this, "Build", new ProjectProps
        {
            Source = Source.{{factory}}(new {{factory}}SourceProps
            {
                {{(factory == "GitHubEnterprise" ? "HttpsCloneUrl = \"https://ghe.example.com/octo/app\"" : "Owner = \"octo\", Repo = \"app\"")}},
                {{sourceProps}}
            }),
            BuildSpec = BuildSpec.FromObject(new Dictionary<string, object> { ["version"] = "0.2" }),
        });
        var cfn = (CfnProject)project.Node.DefaultChild!;
        """;

    /// <summary>A project whose webhook has filter groups.</summary>
    public static string Groups(string groups, string after = "", string factory = "GitHub") =>
        Project($"WebhookFilters = new[] {{ {groups} }}", factory) + "\n" + after;

    /// <summary>The template's resource, with properties of its triggers.</summary>
    public static string Triggers(string triggers, string provider = "GITHUB") =>
        $$"""
        var cfn = new CfnProject(this, "Build", new CfnProjectProps
        {
            ServiceRole = "arn:aws:iam::111122223333:role/build",
            Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
            Environment = new CfnProject.EnvironmentProperty { ComputeType = "BUILD_GENERAL1_SMALL", Image = "aws/codebuild/standard:7.0", Type = "LINUX_CONTAINER" },
            Source = new CfnProject.SourceProperty { Type = "{{provider}}", Location = "https://example.com/octo/app.git" },
            Triggers = {{(triggers.Length == 0 ? "null" : $"new CfnProject.ProjectTriggersProperty {{ {triggers} }}")}},
        });
        """;

    /// <summary>The template's resource with a webhook of one filter group, given as expressions for the filters.</summary>
    public static string Filters(string provider, params string[] filters) =>
        Triggers($"Webhook = true, FilterGroups = new object[] {{ new object[] {{ {string.Join(", ", filters)} }} }}", provider);

    /// <summary>A resource without a class of its own, with the template's names.</summary>
    public static string Resource(string triggers, string provider = "GITHUB") =>
        $$"""
        var cfn = new CfnResource(this, "Build", new CfnResourceProps
        {
            Type = "AWS::CodeBuild::Project",
            Properties = new Dictionary<string, object>
            {
                ["Source"] = new Dictionary<string, object> { ["Type"] = "{{provider}}" },
                ["Triggers"] = {{triggers}},
            },
        });
        """;

    /// <summary>A filter in the template's class.</summary>
    public static string Filter(string type, string pattern, string more = "") =>
        $"new CfnProject.WebhookFilterProperty {{ Type = \"{type}\", Pattern = @\"{pattern}\"{more} }}";

    /// <summary>The same as an excluding filter.</summary>
    public static string Excluding(string type, string pattern) => Filter(type, pattern, ", ExcludeMatchedPattern = true");

    /// <summary>A filter as a dictionary.</summary>
    public static string Entry(string type, string pattern, string more = "") =>
        $"new Dictionary<string, object> {{ [\"Type\"] = \"{type}\", [\"Pattern\"] = @\"{pattern}\"{more} }}";
}
