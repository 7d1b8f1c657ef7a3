using System.Text.Json.Nodes;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>A pipeline of the templates, with what it refers to.</summary>
internal sealed class PipelineResource(AppResource pipeline, TemplateReferences app)
{
    private IEnumerable<JsonNode> Actions => (pipeline.Properties["Stages"] as JsonArray ?? []).SelectMany(stage => stage![nameof(Actions)] as JsonArray ?? []).OfType<JsonNode>();

    /// <summary>Whether no trigger starts it with the code of a pull request that nobody merged.</summary>
    public bool IsTrusted => !(pipeline.Properties["Triggers"] as JsonArray ?? [])
        .SelectMany(trigger => trigger!["GitConfiguration"]?["PullRequest"] as JsonArray ?? [])
        .Any(PipelineJudge.TakesOpenPullRequests);

    /// <summary>Whether it starts a project, or has the role of one.</summary>
    public bool Has(BuildResource build) => Starts(build) || RoleKeys.Contains(build.RoleKey);

    /// <summary>What tells the roles from others that it runs with or hands on.</summary>
    private IEnumerable<string> RoleKeys =>
        from role in Actions.SelectMany(action => new[] { action["RoleArn"], action["Configuration"]?["RoleArn"] }).Append(pipeline.Properties["RoleArn"])
        where role is not null
        select app.Canonical(role, pipeline.Template);

    /// <summary>The buckets and repositories that it reads.</summary>
    public IEnumerable<string> Read =>
        Actions.Where(action => (string?)action["ActionTypeId"]!["Category"] == "Source")
            .SelectMany(action => new[]
            {
                app.NamedResource(action["Configuration"]?["S3Bucket"], pipeline.Template, "bucket"),
                app.NamedResource(action["Configuration"]?["RepositoryName"], pipeline.Template, (string?)action["ActionTypeId"]!["Provider"] == "ECR" ? "ecr" : "codecommit"),
            })
            .Append(app.NamedResource(pipeline.Properties["ArtifactStore"]?["Location"], pipeline.Template, "bucket"))
            .OfType<string>();

    public bool Starts(BuildResource build) => Actions.Any(action => app.Target(action["Configuration"]?["ProjectName"], pipeline.Template)?.Key == build.Key);
}
