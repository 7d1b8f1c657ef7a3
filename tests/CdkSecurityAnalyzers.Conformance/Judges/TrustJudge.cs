using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>
/// Judges what contains the builds of an app by its synthesized templates alone: joins project, role, policies and boundary; project and cache; project and
/// security groups; project and pipeline. It shares the tables of facts about AWS with the analyzer and nothing else.
/// </summary>
internal sealed partial class TrustJudge
{
    public static readonly ImmutableHashSet<string> Rules = [.. Enumerable.Range(401, 13).Select(number => $"CDKSEC{number}")];

    private static readonly string[] PullRequests = ["PULL_REQUEST_CREATED", "PULL_REQUEST_UPDATED", "PULL_REQUEST_REOPENED", "PULL_REQUEST_CLOSED"];

    private static readonly Lazy<HashSet<string>> BroadPolicies = new(() => [.. Table.Lines("aws-managed-policies.txt").Where(line => line[0] == '@').Select(line => line[1..])]);

    private readonly List<BuildResource> builds;
    private readonly List<PipelineResource> pipelines;

    private TrustJudge(IEnumerable<JsonNode> templates)
    {
        var app = new TemplateReferences([.. templates]);
        builds = [.. app.OfType("AWS::CodeBuild::Project").Select(project => new BuildResource(project, app))];
        pipelines = [.. app.OfType("AWS::CodePipeline::Pipeline").Select(pipeline => new PipelineResource(pipeline, app))];
    }

    /// <summary>The projects of an app, as <see cref="LogicalId"/> names them.</summary>
    public static IEnumerable<string> Constructs(IEnumerable<JsonNode> templates) => new TrustJudge(templates).builds.Select(build => build.Name);

    /// <summary>What the projects of one app violate.</summary>
    public static IEnumerable<Violation> Violations(IEnumerable<JsonNode> templates)
    {
        var judge = new TrustJudge(templates);
        return judge.builds.SelectMany(build => judge.RulesOf(build).Distinct().Select(rule => new Violation($"CDKSEC{rule}", [build.Name], build.CauseOf(rule)) { IsOptional = judge.IsOptional(build, rule) }));
    }

    /// <summary>Whether pull requests start a build; null when some other thing does.</summary>
    public static bool IsReachable(JsonNode? triggers)
    {
        if (!IsTrue(triggers?["Webhook"]))
        {
            return false;
        }

        var groups = triggers!["FilterGroups"] as JsonArray ?? [];
        return groups.Count == 0 || groups.OfType<JsonArray>().Any(group => EventsOf(group).Any(PullRequests.Contains));
    }

    /// <summary>Whether a violation may rest on what the CDK gives the roles of a pipeline, which is none of the program's doing.</summary>
    private bool IsOptional(BuildResource build, int rule) => rule == 403 && pipelines.Exists(pipeline => pipeline.Has(build));

    private static bool ReceivesSecrets(JsonNode properties) =>
        HasSecretVariables(properties) || AsksForSecrets(Text(properties["Source"]?["BuildSpec"]));

    private IEnumerable<int> RulesOf(BuildResource build)
    {
        var properties = build.Properties;
        if (Text(properties["Visibility"]) == "PUBLIC_READ")
        {
            yield return 410;
        }

        if ((properties["SecondarySources"] as JsonArray ?? []).Append(properties["Source"]).Any(source => IsTrue(source?["InsecureSsl"])))
        {
            yield return 411;
        }

        if (Text(properties["Environment"]?["Image"]) is { } image && FloatingImage().IsMatch(image))
        {
            yield return 412;
        }

        if (!build.IsReachable)
        {
            yield break;
        }

        foreach (var rule in RulesOfReachable(build))
        {
            yield return rule;
        }
    }

    private IEnumerable<int> RulesOfReachable(BuildResource build)
    {
        var (properties, role) = (build.Properties, build.Role);
        var trusted = builds.Where(other => !other.IsReachable && !pipelines.Exists(pipeline => !pipeline.IsTrusted && pipeline.Starts(other))).ToList();
        var hasRepositoryBuildSpec = Text(properties["Source"]?["BuildSpec"]) is not { } buildSpec || !(buildSpec.Contains(':') || buildSpec.Contains('\n'));
        hasRepositoryBuildSpec &= properties["Source"]?["BuildSpec"] is null or JsonValue;

        (int Rule, bool IsViolated)[] verdicts =
        [
            (401, IsTrue(properties["Environment"]?["PrivilegedMode"])),
            (402, pipelines.Exists(pipeline => pipeline.IsTrusted && pipeline.Has(build)) || trusted.Exists(other => other.RoleKey == build.RoleKey)),
            (403, !role.IsBounded && (role.Powers().Any() || build.Writes(trusted.SelectMany(other => other.Read).Concat(pipelines.Where(pipeline => pipeline.IsTrusted).SelectMany(pipeline => pipeline.Read))))),
            (404, ReceivesSecrets(properties) || (!role.IsBounded && role.ReadsSecrets)),
            (405, role is { IsMade: true, IsBounded: false }),
            (406, build.HasOpenNetwork),
            (407, build.Cache is { } cache && trusted.Exists(other => other.Cache == cache)),
            (408, hasRepositoryBuildSpec),
            (409, hasRepositoryBuildSpec && Text(properties["Triggers"]?["BuildType"]) == "BUILD_BATCH"),
            (413, role.Statements.Any(statement => statement.Actions.Contains("ssmmessages:CreateControlChannel"))),
        ];
        return verdicts.Where(verdict => verdict.IsViolated).Select(verdict => verdict.Rule);
    }

    private static bool HasSecretVariables(JsonNode properties) =>
        (properties["Environment"]?["EnvironmentVariables"] as JsonArray ?? []).Any(variable => Text(variable?["Type"]) is "SECRETS_MANAGER" or "PARAMETER_STORE");

    private static bool AsksForSecrets(string? buildSpec) => buildSpec is not null && SecretSection().IsMatch(buildSpec);

    public static bool IsBroad(string arn) => arn.Split(":iam::aws:policy/") is [_, var name] && BroadPolicies.Value.Contains(name);

    private static IEnumerable<string> EventsOf(JsonArray group) =>
        group.Where(filter => Text(filter?["Type"]) == "EVENT").SelectMany(filter => Text(filter!["Pattern"])!.Split(',', StringSplitOptions.TrimEntries));

    private static bool IsTrue(JsonNode? node) => string.Equals(Text(node), "true", StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonNode? node) => node is JsonValue value ? value.ToString() : null;

    /// <summary>No tag and no digest behind the last slash, or the tag <c>latest</c>.</summary>
    [GeneratedRegex("(^|/)[^/:@]+(:latest)?$")]
    private static partial Regex FloatingImage();

    [GeneratedRegex("""["\s](secrets-manager|parameter-store)"?\s*:""")]
    private static partial Regex SecretSection();
}
