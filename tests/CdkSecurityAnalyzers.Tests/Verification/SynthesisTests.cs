using System.Text.Json.Nodes;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Verification;

/// <summary>The oracle says what the CDK really does.</summary>
public sealed class SynthesisTests
{
    [Fact]
    public void APushOnlyProjectHasOneFilterGroup()
    {
        var triggers = Triggers("Webhook = true, WebhookFilters = [FilterGroup.InEventOf(EventAction.PUSH)]");

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""[[{"Type":"EVENT","Pattern":"PUSH"}]]"""), triggers!["FilterGroups"]), triggers.ToJsonString());
    }

    [Fact]
    public void AWebhookWithoutFiltersHasNoFilterGroups()
    {
        var triggers = Triggers("Webhook = true");

        Assert.True((bool)triggers!["Webhook"]!);
        Assert.Null(triggers["FilterGroups"]);
    }

    [Fact]
    public void AProjectWithoutAWebhookHasNoTriggers() => Assert.Null(Triggers("Webhook = false, CloneDepth = 1")?["FilterGroups"]);

    [Fact]
    public void WhatTheCdkRefusesIsThrown()
    {
        var refusal = Assert.ThrowsAny<Exception>(() => Triggers("Webhook = false, WebhookFilters = [FilterGroup.InEventOf(EventAction.PUSH)]"));

        Assert.Contains("webhook", refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void AWholeProgramGivesEveryStackItMakes()
    {
        var templates = Synthesis.Templates("""
            var app = new App();
            new Project(new Stack(app, "First"), "Build", new ProjectProps { Source = Source.S3(new S3SourceProps { Bucket = Bucket(app), Path = "source.zip" }) });
            app.Synth();

            static Amazon.CDK.AWS.S3.IBucket Bucket(App app) => Amazon.CDK.AWS.S3.Bucket.FromBucketName(new Stack(app, "Second"), "Bucket", "sources");
            """);

        Assert.Equal(["First", "Second"], templates.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["Build"], Synthesis.Triggers(templates["First"]).Keys);
    }

    private static JsonNode? Triggers(string sourceProps) =>
        Synthesis.Triggers(Synthesis.Template(TestProgram.InStack($$"""
            new Project(this, "Build", new ProjectProps
            {
                Source = Source.GitHub(new GitHubSourceProps { Owner = "owner", Repo = "repo", {{sourceProps}} }),
            });
            """)))["Build"];
}
