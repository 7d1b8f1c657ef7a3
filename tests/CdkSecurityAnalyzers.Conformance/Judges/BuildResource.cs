using System.Text.Json.Nodes;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>A CodeBuild project of the templates, with what it refers to.</summary>
internal sealed class BuildResource(AppResource project, TemplateReferences app)
{
    public string Name => LogicalId.Readable(project.Id);

    /// <summary>What tells it from all other resources.</summary>
    public string Key => project.Key;

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
    public bool HasOpenNetwork => (Properties["VpcConfig"]?["SecurityGroupIds"] as JsonArray ?? []).Any(LetsOutEverything);

    /// <summary>The buckets and repositories that its role may write to, as grants and statements let it.</summary>
    public HashSet<string> Written => Reached("s3:PutObject", "ecr:PutImage", "codecommit:GitPush");

    /// <summary>Whether its role may write to something, or to all things of its kind.</summary>
    /// <param name="read">What somebody reads.</param>
    public bool Writes(IEnumerable<string> read)
    {
        var written = Written;
        var all = new[] { "s3:PutObject", "ecr:PutImage", "codecommit:GitPush" }
            .Where(action => Role.ResourcesOf(action, RoleResource.Covers).Any(allowed => IsEverything(TemplateText.Of(allowed.Resource), action.Split(':')[0])))
            .Select(action => action.Split(':')[0]).ToList();
        return read.Any(key => written.Contains(key) || all.Contains(ServiceOf(key)));
    }

    private static bool IsEverything(string? resource, string service) =>
        resource == "*" || (resource?.Split(':', 6) is ["arn", _, var named, var region, var account, "*" or "*/*" or "repository/*"] && named == service && region is "" or "*" && account is "" or "*");

    /// <summary>The service of a bucket or repository of the templates, or of one of a name.</summary>
    private string ServiceOf(string key) =>
        key.Split(' ') is [var kind, _] ? kind.Replace("bucket", "s3", StringComparison.Ordinal)
        : app.OfType("AWS::S3::Bucket").Any(bucket => bucket.Key == key) ? "s3"
        : app.OfType("AWS::ECR::Repository").Any(repository => repository.Key == key) ? "ecr"
        : "codecommit";

    /// <summary>The buckets and repositories that it takes its source and image from, and that its role may read.</summary>
    public HashSet<string> Read
    {
        get
        {
            var read = Reached("s3:GetObject", "ecr:BatchGetImage", "codecommit:GitPull");
            if (Properties["Source"]?["Type"]?.ToString() == "S3" && Bucket(Properties["Source"]!["Location"]) is { } bucket)
            {
                read.Add(bucket);
            }

            return read;
        }
    }

    /// <summary>Its rules stand in it and apart from it; where a group of the templates has none, EC2 makes one that allows everything.</summary>
    private bool LetsOutEverything(JsonNode? group)
    {
        var made = app.Target(group, project.Template);
        var id = app.Canonical(group, project.Template);
        List<JsonNode?> rules =
        [
            .. made?.Properties["SecurityGroupEgress"] as JsonArray ?? [],
            .. app.OfType("AWS::EC2::SecurityGroupEgress").Where(rule => app.Canonical(rule.Properties["GroupId"], rule.Template) == id).Select(rule => rule.Properties),
        ];
        return (made is not null && rules.Count == 0)
            || rules.Exists(rule => rule?["IpProtocol"]?.ToString() == "-1" && (rule["CidrIp"]?.ToString() == "0.0.0.0/0" || rule["CidrIpv6"]?.ToString() == "::/0"));
    }

    /// <summary>What tells the bucket or repository of a literal ARN from others.</summary>
    private static string? Named(string? arn) =>
        arn?.Split(':', 6) is ["arn", _, var service, _, _, var name] && !name.Contains(TemplateText.Hole)
            ? service switch
            {
                "s3" when name.Split('/') is [var bucket, "*"] => $"bucket {bucket}",
                "ecr" => $"ecr {name.Replace("repository/", "", StringComparison.Ordinal)}",
                "codecommit" => $"codecommit {name}",
                _ => null,
            }
            : null;

    private string? Bucket(JsonNode? location) =>
        location is JsonObject join && join["Fn::Join"] is JsonArray parts
            ? parts[1]!.AsArray().Select(part => app.Target(part, project.Template)).OfType<AppResource>().FirstOrDefault()?.Key
            : null;

    /// <summary>
    /// The buckets and repositories for which the role is allowed an action as a whole; the bucket of a cache the CDK lets its project read and write by itself, and so
    /// whoever has the same role.
    /// </summary>
    private HashSet<string> Reached(params string[] actions) =>
    [
        .. from action in actions
           from allowed in Role.ResourcesOf(action, RoleResource.Covers)
           where !action.StartsWith("s3:", StringComparison.Ordinal) || TemplateText.Of(allowed.Resource)?.EndsWith("/*", StringComparison.Ordinal) == true
           let target = app.Target(allowed.Resource, allowed.Template) ?? WholeBucket(allowed.Resource, allowed.Template)
           let key = target is null ? Named(TemplateText.Of(allowed.Resource)) : (string?)target.Node["Type"] is "AWS::S3::Bucket" or "AWS::ECR::Repository" or "AWS::CodeCommit::Repository" ? target.Key : null
           where key is not null && !app.OfType("AWS::CodeBuild::Project").Any(other => new BuildResource(other, app).HasCacheIn(key))
           select key,
    ];

    /// <summary>Whether its cache is in a bucket: one of the templates, or one that is imported by its name.</summary>
    private bool HasCacheIn(string bucket) =>
        Cache is { } cache && (cache.Contains($"<{bucket}>", StringComparison.Ordinal) || $"bucket {cache.Split(' ', '/')[0]}" == bucket);

    private AppResource? WholeBucket(JsonNode? resource, int template) =>
        ((resource as JsonObject)?["Fn::Join"] as JsonArray)?[1] is JsonArray { Count: 2 } parts && parts[1]?.ToString() == "/*" ? app.Target(parts[0], template) : null;
}
