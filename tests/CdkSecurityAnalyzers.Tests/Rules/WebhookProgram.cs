using CdkSecurityAnalyzers.Tests.Variations;
using CdkSecurityAnalyzers.Verification;

namespace CdkSecurityAnalyzers.Tests.Rules;

/// <summary>
/// Programs with a webhook, checked against one rule alone. Each is checked as it is being typed too, with every token
/// deleted in turn, and in other spellings.
/// </summary>
/// <param name="ruleId">The rule.</param>
internal sealed class WebhookProgram(string ruleId)
{
    private ProgramOptions Options { get; init; } = ProgramOptions.Default with { Only = [ruleId] };

    /// <summary>For rules that are off by default.</summary>
    public static WebhookProgram Enabling(string ruleId) =>
        new(ruleId) { Options = ProgramOptions.Default with { Only = [ruleId], Enable = [ruleId] } };

    /// <summary>The same programs against the newest CDK only, for API that older ones lack.</summary>
    public WebhookProgram OnNewest() => new(ruleId) { Options = Options with { CdkVersions = [CdkLibrary.Newest] } };

    /// <summary>Statements of a stack's constructor.</summary>
    public Task Statements(string statements) => Types(TestProgram.InStack(statements));

    /// <summary>A whole program.</summary>
    public async Task Types(string types)
    {
        await Verify.Analyzer(types, Options);
        await TokenDeletion.Check(TestProgram.WithoutMarkup(types), Options);
        await SpellingCheck.Some(TestProgram.WithoutMarkup(types), Options);
    }

    /// <summary>A GitHub project whose webhook has the given filter groups.</summary>
    public Task Groups(string groups, string after = "", string source = "GitHub") => Statements($"{L2(groups, source)}\n{after}");

    /// <summary>A GitHub project with further properties of its source.</summary>
    public Task SourceProps(string props) => Statements(
        $$"""
        new Project(this, "Build", new ProjectProps
        {
            Source = Source.GitHub(new GitHubSourceProps { Owner = "octo", Repo = "app", {{props}} }),
        });
        """);

    /// <summary>An L1 project with the given properties of its triggers.</summary>
    public Task Triggers(string triggers, string provider = "GITHUB") => Statements(L1(triggers, provider));

    /// <summary>An L1 project with one group of filters.</summary>
    public Task Filters(string filters, string more = "", string provider = "GITHUB") => Triggers(
        $$"""
        Webhook = true,
        FilterGroups = new[]
        {
            new[] { {{filters}} },
        },
        {{more}}
        """,
        provider);

    private static string L2(string groups, string source) =>
        $$"""
        var project = new Project(this, "Build", new ProjectProps
        {
            Source = Source.{{source}}(new {{source}}SourceProps
            {
                {{(source == "GitHubEnterprise" ? "HttpsCloneUrl = \"https://ghe.example.com/octo/app\"" : "Owner = \"octo\", Repo = \"app\"")}},
                WebhookFilters = new[] { {{groups}} },
            }),
        });
        """;

    private static string L1(string triggers, string provider) =>
        $$"""
        new CfnProject(this, "Build", new CfnProjectProps
        {
            ServiceRole = "arn:aws:iam::111122223333:role/build",
            Artifacts = new CfnProject.ArtifactsProperty { Type = "NO_ARTIFACTS" },
            Environment = new CfnProject.EnvironmentProperty { ComputeType = "BUILD_GENERAL1_SMALL", Image = "aws/codebuild/standard:7.0", Type = "LINUX_CONTAINER" },
            Source = new CfnProject.SourceProperty { Type = "{{provider}}", Location = "https://example.com/octo/app.git" },
            Triggers = new CfnProject.ProjectTriggersProperty { {{triggers}} },
        });
        """;
}
