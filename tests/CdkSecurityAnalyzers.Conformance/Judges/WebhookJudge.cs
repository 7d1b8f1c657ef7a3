using System.Text.Json.Nodes;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>
/// Judges webhooks by the synthesized template alone, with the simplest means that decide: it shares nothing with the analyzer, so that an error of one
/// is not an error of the other.
/// </summary>
internal static class WebhookJudge
{
    private static readonly string[] Untrusted = ["PULL_REQUEST_CREATED", "PULL_REQUEST_UPDATED", "PULL_REQUEST_REOPENED", "PULL_REQUEST_CLOSED"];
    private static readonly string[] PullRequests = [.. Untrusted, "PULL_REQUEST_MERGED"];
    private static readonly string[] Releases = ["RELEASED", "PRERELEASED"];
    private static readonly string[] Events = [.. PullRequests, .. Releases, "PUSH", "WORKFLOW_JOB_QUEUED"];

    /// <summary>The filter types of the API and, where the user guide limits them, the events that they look at.</summary>
    private static readonly Dictionary<string, string[]> Types = new()
    {
        ["EVENT"] = Events,
        ["ACTOR_ACCOUNT_ID"] = Events,
        ["HEAD_REF"] = Events,
        ["BASE_REF"] = PullRequests,
        ["FILE_PATH"] = [.. PullRequests, "PUSH"],
        ["COMMIT_MESSAGE"] = [.. PullRequests, "PUSH"],
        ["TAG_NAME"] = Releases,
        ["RELEASE_NAME"] = Releases,
        ["REPOSITORY_NAME"] = Events,
        ["ORGANIZATION_NAME"] = Events,
        ["WORKFLOW_NAME"] = ["WORKFLOW_JOB_QUEUED"],
    };

    /// <summary>
    /// Whether the webhooks of a template have the form that CloudFormation asks for: the analyzer need not have an opinion on what is never deployed.
    /// </summary>
    public static bool IsWellFormed(JsonNode template) => template["Resources"]?.AsObject().All(resource =>
        (resource.Value!["Properties"]?["Triggers"] as JsonObject)?["FilterGroups"] is not { } groups
        || (groups is JsonArray && groups.AsArray().All(group => group is JsonArray filters && filters.All(IsFilter)))) != false;

    /// <summary>The rules that the CodeBuild projects of a template violate, each with the triggers as its cause.</summary>
    public static IEnumerable<Violation> Violations(JsonNode template)
    {
        foreach (var (project, properties) in Projects(template))
        {
            var found = new SortedSet<string>(StringComparer.Ordinal);
            if (properties is not null)
            {
                JudgeProject(properties, found);
            }

            foreach (var rule in found)
            {
                yield return new Violation(rule, [project], properties!["Triggers"]!.ToJsonString());
            }
        }
    }

    /// <summary>The projects of a template, as <see cref="LogicalId"/> names them.</summary>
    public static IEnumerable<string> Constructs(JsonNode template) => Projects(template).Select(project => project.Construct);

    private static IEnumerable<(string Construct, JsonNode? Properties)> Projects(JsonNode template) =>
        from resource in template["Resources"]?.AsObject() ?? []
        where (string?)resource.Value!["Type"] == "AWS::CodeBuild::Project"
        select (LogicalId.Readable(resource.Key), resource.Value["Properties"]);

    private static void JudgeProject(JsonNode properties, SortedSet<string> violations)
    {
        if (properties["Triggers"] is not JsonObject triggers || !IsTrue(triggers["Webhook"]))
        {
            return;
        }

        var provider = Text(properties["Source"]?["Type"]);
        var policy = triggers["PullRequestBuildPolicy"];
        var groups = (triggers["FilterGroups"] as JsonArray)?.OfType<JsonArray>().Select(group => group.OfType<JsonObject>().ToList()).ToList() ?? [];
        if (groups.Count == 0)
        {
            violations.Add("CDKSEC102");
        }

        JudgePolicy(policy, provider, violations);
        JudgeRunner(groups, triggers["ScopeConfiguration"] is not null, violations);
        foreach (var group in groups)
        {
            JudgeGroup(group, provider, policy?["RequiresCommentApproval"] is null, violations);
        }
    }

    /// <summary>Workflow jobs beside pull requests, and webhooks of many repositories of which a group names none.</summary>
    private static void JudgeRunner(List<List<JsonObject>> groups, bool isForMany, SortedSet<string> violations)
    {
        var mixes = groups.Exists(group => EventsOf(group).Contains("WORKFLOW_JOB_QUEUED")) && groups.Exists(group => EventsOf(group).Any(PullRequests.Contains));
        if (mixes || (isForMany && groups.Exists(group => !group.Exists(filter => Text(filter["Type"]) == "REPOSITORY_NAME" && !IsTrue(filter["ExcludeMatchedPattern"])))))
        {
            violations.Add("CDKSEC110");
        }
    }

    private static List<string> EventsOf(List<JsonObject> filters) =>
    [
        .. filters.Where(filter => Text(filter["Type"]) == "EVENT")
            .SelectMany(filter => Text(filter["Pattern"])!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
    ];

    private static void JudgePolicy(JsonNode? policy, string? provider, SortedSet<string> violations)
    {
        var requires = Text(policy?["RequiresCommentApproval"]);
        string[] sound = provider switch
        {
            "GITHUB" or "GITHUB_ENTERPRISE" => ["GITHUB_WRITE", "GITHUB_MAINTAIN", "GITHUB_ADMIN"],
            "GITLAB" or "GITLAB_SELF_MANAGED" => ["GITLAB_REPORTER", "GITLAB_DEVELOPER", "GITLAB_MAINTAINER", "GITLAB_OWNER"],
            _ => ["BITBUCKET_WRITE", "BITBUCKET_ADMIN"],
        };
        var roles = (policy?["ApproverRoles"] as JsonArray ?? []).Select(Text);
        if ((requires is not null and not "ALL_PULL_REQUESTS" and not "FORK_PULL_REQUESTS") || roles.Any(role => !sound.Contains(role)))
        {
            violations.Add("CDKSEC106");
        }
    }

    private static void JudgeGroup(List<JsonObject> filters, string? provider, bool lacksPolicy, SortedSet<string> violations)
    {
        var events = EventsOf(filters);
        var conditions = filters.Where(filter => Text(filter["Type"]) != "EVENT")
            .Select(filter => (Type: Text(filter["Type"])!, Pattern: Text(filter["Pattern"])!, Excludes: IsTrue(filter["ExcludeMatchedPattern"])))
            .ToList();
        var gated = conditions.Any(condition => condition is { Type: "ACTOR_ACCOUNT_ID", Excludes: false });
        var meantToBeGated = conditions.Any(condition => !Types.ContainsKey(condition.Type) && condition.Type.Contains("ACTOR", StringComparison.OrdinalIgnoreCase));
        AddIf("CDKSEC101", events.Any(Untrusted.Contains) && !gated && !meantToBeGated && lacksPolicy);
        AddIf("CDKSEC109", events.Contains("PUSH") && !conditions.Any(condition => condition is { Type: "HEAD_REF", Excludes: false }));
        AddIf("CDKSEC108", events.Any(name => !Events.Contains(name)));
        foreach (var (type, pattern, excludes) in conditions)
        {
            var applies = Types.TryGetValue(type, out var applicable) && (events.Count == 0 || events.Any(name => applicable.Contains(name) || !Events.Contains(name)));
            AddIf("CDKSEC108", !applies);
            if (!Types.ContainsKey(type))
            {
                continue;
            }

            if (type == "ACTOR_ACCOUNT_ID")
            {
                var verdict = JudgeActor(pattern, provider);
                AddIf("CDKSEC103", verdict == PatternJudge.Verdict.Unanchored && !excludes);
                AddIf("CDKSEC104", verdict == PatternJudge.Verdict.Wildcard && !excludes);
                AddIf("CDKSEC108", verdict == PatternJudge.Verdict.Dead);
            }
            else if (type is "HEAD_REF" or "BASE_REF")
            {
                var verdict = PatternJudge.Ref(pattern);
                AddIf("CDKSEC107", verdict == PatternJudge.Verdict.Unanchored && !excludes);
                AddIf("CDKSEC108", verdict == PatternJudge.Verdict.Dead);
            }
        }

        void AddIf(string rule, bool violated)
        {
            if (violated)
            {
                violations.Add(rule);
            }
        }
    }

    /// <summary>Where it is not known what the ids of accounts look like, only what holds for numbers and for names is held against a pattern.</summary>
    private static PatternJudge.Verdict JudgeActor(string pattern, string? provider)
    {
        var ofNumbers = PatternJudge.Actor(pattern, hasNumericAccounts: true);
        var ofNames = PatternJudge.Actor(pattern, hasNumericAccounts: false);
        return provider switch
        {
            "GITHUB" or "GITHUB_ENTERPRISE" => ofNumbers,
            "BITBUCKET" => ofNames,
            _ => ofNumbers == ofNames ? ofNumbers : PatternJudge.Verdict.Fine,
        };
    }

    private static bool IsFilter(JsonNode? node) => node is JsonObject filter && Text(filter["Type"]) is not null && Text(filter["Pattern"]) is not null;

    private static bool IsTrue(JsonNode? node) => string.Equals(Text(node), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A string, boolean or number as CloudFormation reads it where a text is wanted.</summary>
    private static string? Text(JsonNode? node) => node is JsonValue value ? value.ToString() : null;
}
