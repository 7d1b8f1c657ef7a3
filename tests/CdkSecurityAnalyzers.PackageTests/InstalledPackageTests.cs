using System.Text.Json.Nodes;
using Xunit;

namespace CdkSecurityAnalyzers.PackageTests;

/// <summary>The package as a user gets it: installed, built, fixed and run with the ordinary commands.</summary>
public sealed class InstalledPackageTests(PackageUnderTest package)
{
    private const string WebhookLine = "Webhook = true,";

    private const string Vulnerable = $$"""
        using Amazon.CDK;
        using Amazon.CDK.AWS.CodeBuild;
        using Constructs;

        var app = new App(new AppProps { Outdir = "cdk.out" });
        new BuildStack(app, "BuildStack");
        app.Synth();

        class BuildStack : Stack
        {
            public BuildStack(Construct scope, string id) : base(scope, id)
            {
                new Project(this, "Build", new ProjectProps
                {
                    Source = Source.GitHub(new GitHubSourceProps
                    {
                        Owner = "owner",
                        Repo = "repo",
                        {{WebhookLine}}
                    }),
                });
            }
        }

        """;

    private const string WithoutCdk = """
        Console.WriteLine(new GitHubSourceProps { Webhook = true }.Webhook);

        class GitHubSourceProps
        {
            public bool Webhook { get; set; }
        }

        """;

    [Fact]
    public async Task AWebhookWithoutFiltersIsReportedOnItsLineAndAgainWhenOnlyTheProfileChanges()
    {
        using var app = new ThrowAwayApp(package, Vulnerable);

        Assert.Equal([Webhook("warning")], await app.Build());
        // The profile also brings notes of other rules.
        var strict = await app.TryBuild("-p:CdkSecurityProfile=Strict");
        Assert.Equal([Webhook("error")], strict.Where(finding => finding.Level != "note"));
    }

    [Fact]
    public async Task AHardenedAppIsSilent()
    {
        var hardened = Vulnerable.Replace(
            WebhookLine,
            """Webhook = true, WebhookFilters = new[] { FilterGroup.InEventOf(EventAction.PUSH).AndHeadRefIs("^refs/heads/main$") },""",
            StringComparison.Ordinal);
        using var app = new ThrowAwayApp(package, hardened);

        Assert.Empty(await app.Build());
    }

    [Fact]
    public async Task AWrongSettingIsReportedOnItsLine()
    {
        const string Configuration = """
            root = true
            [*.cs]
            cdksec.allowed_managed_policies = AmazonS3FullAccess
            cdksec.allowed_wildcard_actions = Put*

            """;
        using var app = new ThrowAwayApp(package, Vulnerable, editorConfig: Configuration);

        Assert.Equal([new Finding("CDKSEC903", ".editorconfig", 4, "warning"), Webhook("warning")], await app.Build());
    }

    [Fact]
    public async Task AProjectWithoutTheCdkIsSilent()
    {
        using var app = new ThrowAwayApp(package, WithoutCdk, usesCdk: false);

        Assert.Empty(await app.Build());
    }

    [Fact]
    public async Task TheFixFromTheCommandLineSynthesizesWhatItPromises()
    {
        using var app = new ThrowAwayApp(package, Vulnerable);
        await app.Build();

        await app.Fix("CDKSEC102");

        Assert.NotEqual(Vulnerable, app.Program);
        Assert.Empty(await app.Build());
        var groups = FilterGroups(await app.Synthesize("BuildStack"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""[[{"Type":"EVENT","Pattern":"PUSH"}]]"""), groups), groups?.ToJsonString());
    }

    private static JsonNode? FilterGroups(string template) =>
        JsonNode.Parse(template)!["Resources"]!.AsObject()
            .Single(resource => (string?)resource.Value!["Type"] == "AWS::CodeBuild::Project")
            .Value!["Properties"]!["Triggers"]!["FilterGroups"];

    private static Finding Webhook(string level) => new("CDKSEC102", "Program.cs", LineOf(WebhookLine), level);

    private static int LineOf(string text) =>
        1 + Array.FindIndex(Vulnerable.Split('\n'), line => line.Contains(text, StringComparison.Ordinal));
}
