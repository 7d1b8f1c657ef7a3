using System.Text.Json.Nodes;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>A CodeBuild project of the templates, with what it refers to.</summary>
internal sealed class BuildResource(AppResource project, TemplateReferences app)
{
    public string Name => LogicalId.Readable(project.Id);

    public JsonNode Properties => project.Properties;

    /// <summary>What it may have in common with others that violate a rule: what is written once is reported once.</summary>
    public string CauseOf(int rule) =>
        rule switch
        {
            402 or 403 or 404 or 405 => RoleKey,
            407 => Cache!,
            _ => Properties.ToJsonString(),
        };

    public bool IsReachable => TrustJudge.IsReachable(Properties["Triggers"]);

    /// <summary>What tells its role from others.</summary>
    public string RoleKey => app.Canonical(Properties["ServiceRole"], project.Template);

    public RoleResource Role => new(app.Target(Properties["ServiceRole"], project.Template), RoleKey.Split(":role/").ElementAtOrDefault(1), app);

    /// <summary>Where its cache is; null when it has none in S3.</summary>
    public string? Cache =>
        Properties[nameof(Cache)] is { } cache && cache["Type"]?.ToString() == "S3"
            ? $"{app.Canonical(cache["Location"], project.Template).TrimEnd('/')} {cache["CacheNamespace"]}"
            : null;

    /// <summary>Whether one of its security groups lets out everything.</summary>
    public bool HasOpenNetwork =>
        (Properties["VpcConfig"]?["SecurityGroupIds"] as JsonArray ?? [])
            .Select(group => app.Target(group, project.Template))
            .OfType<AppResource>()
            .Any(group => (group.Properties["SecurityGroupEgress"] as JsonArray ?? []).Any(rule => rule?["CidrIp"]?.ToString() == "0.0.0.0/0" && rule["IpProtocol"]?.ToString() == "-1"));

    /// <summary>The buckets and repositories that its role may write to, as grants of the CDK let it.</summary>
    public HashSet<string> Written => Reached("s3:PutObject", "ecr:PutImage");

    /// <summary>The buckets and repositories that it takes its source and image from, and that its role may read.</summary>
    public HashSet<string> Read
    {
        get
        {
            var read = Reached("s3:GetObject*", "ecr:BatchGetImage");
            if (Properties["Source"]?["Type"]?.ToString() == "S3" && Bucket(Properties["Source"]!["Location"]) is { } bucket)
            {
                read.Add(bucket);
            }

            return read;
        }
    }

    private string? Bucket(JsonNode? location) =>
        location is JsonObject join && join["Fn::Join"] is JsonArray parts
            ? parts[1]!.AsArray().Select(part => app.Target(part, project.Template)).OfType<AppResource>().FirstOrDefault()?.Key
            : null;

    /// <summary>What grants of the program reach; the bucket of a cache the CDK lets its project read and write by itself, and so whoever has the same role.</summary>
    private HashSet<string> Reached(params string[] actions) =>
    [
        .. from statement in Role.AllStatements
           where TemplateText.ListOf(statement.Node["Action"]).Any(actions.Contains)
           from resource in statement.Node["Resource"] as JsonArray ?? [statement.Node["Resource"]?.DeepClone()]
           let target = app.Target(resource, statement.Template) ?? app.Target(((resource as JsonObject)?["Fn::Join"] as JsonArray)?[1]?[0], statement.Template)
           where target is not null && (string?)target.Node["Type"] is "AWS::S3::Bucket" or "AWS::ECR::Repository"
           where !app.OfType("AWS::CodeBuild::Project").Any(other => new BuildResource(other, app).Cache?.Contains($"<{target.Key}>", StringComparison.Ordinal) == true)
           select target.Key,
    ];
}
