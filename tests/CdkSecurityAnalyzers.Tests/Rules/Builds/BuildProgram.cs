using CdkSecurityAnalyzers.Tests.Variations;
using CdkSecurityAnalyzers.Verification;

namespace CdkSecurityAnalyzers.Tests.Rules.Builds;

/// <summary>Programs with CodeBuild projects, checked against one rule alone, and a few differently spelled twins of each.</summary>
/// <param name="ruleId">The rule.</param>
internal sealed class BuildProgram(string ruleId)
{
    /// <summary>Filter groups that let in pull requests from anybody, and none.</summary>
    public const string PullRequests = "FilterGroup.InEventOf(EventAction.PULL_REQUEST_CREATED)";

    public const string Pushes = "FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs(\"^refs/heads/main$\")";

    private ProgramOptions Options { get; init; } = ProgramOptions.Default with { Only = [ruleId], CdkVersions = [CdkLibrary.Oldest, CdkLibrary.Newest] };

    /// <summary>For rules that are off by default.</summary>
    public static BuildProgram Enabling(string ruleId) => new(ruleId) { Options = new BuildProgram(ruleId).Options with { Enable = [ruleId] } };

    /// <summary>The same programs with a setting in their <c>.editorconfig</c>.</summary>
    public BuildProgram Configured(string setting) => new(ruleId) { Options = Options with { EditorConfig = "[*.cs]\n" + setting } };

    /// <summary>The same programs against the newest CDK only, for API that older ones lack.</summary>
    public BuildProgram OnNewest() => new(ruleId) { Options = Options with { CdkVersions = [CdkLibrary.Newest] } };

    /// <summary>A whole program whose finding would stand elsewhere in other spellings: only the method that sees all of it has it.</summary>
    public Task TypesAsWritten(string types) => Verify.Analyzer(types, Options);

    /// <summary>A whole program.</summary>
    public async Task Types(string types)
    {
        await TypesAsWritten(types);
        await SpellingCheck.Some(TestProgram.WithoutMarkup(types), Options);
    }

    /// <summary>Statements of a stack's constructor.</summary>
    public Task Statements(string statements, string members = "") => Types(TestProgram.InStack(statements, members));

    /// <summary>A project that builds pull requests from anybody, with further props.</summary>
    /// <param name="after">Statements about <c>project</c>, and <c>cfn</c> where they use its resource.</param>
    public Task Reachable(string props, string after = "") => Statements(Project(PullRequests, props) + After(after));

    /// <summary>A project that builds pushes.</summary>
    public Task Trusted(string props, string after = "") => Statements(Project(Pushes, props) + After(after));

    /// <summary>The same as the template's resource.</summary>
    /// <param name="environment">Further properties of its environment.</param>
    /// <param name="source">Further properties of its source.</param>
    /// <param name="more">Further properties of the project.</param>
    public Task Resource(string environment = "", string source = "", string more = "", string events = "PULL_REQUEST_CREATED", string triggers = "") => Statements(
        $$"""
        new CfnProject(this, "Build", new CfnProjectProps
        {
            ServiceRole = "arn:aws:iam::111122223333:role/build",
            Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
            Environment = new CfnProject.EnvironmentProperty { ComputeType = "BUILD_GENERAL1_SMALL", Type = "LINUX_CONTAINER", {{(environment.Contains("Image =", StringComparison.Ordinal) ? "" : "Image = \"aws/codebuild/standard:7.0\", ")}}{{environment}} },
            Source = new CfnProject.SourceProperty { Type = "GITHUB", Location = "https://example.com/octo/app.git", {{source}} },
            Triggers = new CfnProject.ProjectTriggersProperty
            {
                Webhook = true,
                FilterGroups = new[] { new[] { new CfnProject.WebhookFilterProperty { Type = "EVENT", Pattern = "{{events}}" } } },
                {{triggers}}
            },
            {{more}}
        });
        """);

    /// <summary>The creation of a project whose webhook has filter groups.</summary>
    public static string Project(string groups, string props, string id = "Build", string variable = "project") =>
        $$"""
        var {{variable}} = new Project(this, "{{id}}", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", WebhookFilters = new[] { {{groups}} } }),
            {{props}}
        });

        """;

    private static string After(string statements) =>
        (statements.Contains("cfn", StringComparison.Ordinal) ? "var cfn = (CfnProject)project.Node.DefaultChild!;\n" : "") + statements;
}
