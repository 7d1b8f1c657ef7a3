using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>Judges the pipelines of a template, action by action in the order in which they run.</summary>
internal static partial class PipelineJudge
{
    private const string DeployWithoutApproval = "CDKSEC501";
    private const string PullRequestDeployment = "CDKSEC502";
    private const string UnscopedPipelineTrigger = "CDKSEC503";
    private const string NoCodeInspection = "CDKSEC504";

    private const string Inner = "Pipeline";

    private static readonly string[] Production = ["prod", "production", "live", "release"];

    private static readonly string[] Opposites = ["non", "pre"];

    /// <summary>The tools that the programs here use.</summary>
    private static readonly string[] Scanners = ["semgrep", "gitleaks", "trivy", "package --vulnerable"];

    public static readonly IReadOnlyList<string> Rules = [DeployWithoutApproval, PullRequestDeployment, UnscopedPipelineTrigger, NoCodeInspection];

    /// <summary>The pipelines of a template, by the ids that the program gives them: in that of CDK Pipelines stands one of CodePipeline.</summary>
    public static IEnumerable<string> Constructs(JsonNode template) => Pipelines(template).Select(pipeline => pipeline.Name);

    /// <summary>The rules that each pipeline violates.</summary>
    public static IEnumerable<Violation> Violations(JsonNode template) =>
        from pipeline in Pipelines(template)
        from rule in ViolationsOf(pipeline.Properties, template)
        select new Violation(rule, [pipeline.Name], pipeline.Properties.ToJsonString());

    private static IEnumerable<(string Name, JsonNode Properties)> Pipelines(JsonNode template) =>
        from resource in template["Resources"]?.AsObject() ?? []
        where (string?)resource.Value!["Type"] == "AWS::CodePipeline::Pipeline"
        let name = LogicalId.Readable(resource.Key)
        select (name.EndsWith(Inner, StringComparison.Ordinal) ? name[..^Inner.Length] : name, resource.Value!["Properties"]!);

    private static IEnumerable<string> ViolationsOf(JsonNode pipeline, JsonNode template)
    {
        var actions = Actions(pipeline).ToList();
        var unapproved = Unapproved(pipeline, actions).ToList();
        var triggers = pipeline["Triggers"]?.AsArray().Select(trigger => trigger!["GitConfiguration"]).ToList() ?? [];
        if (actions.Exists(IsThirdPartySource) && unapproved.Exists(action => SaysProduction(action.Stage) || SaysProduction(action.Name)))
        {
            yield return DeployWithoutApproval;
        }

        if (unapproved.Count > 0 && triggers.SelectMany(git => git?["PullRequest"]?.AsArray() ?? []).Any(TakesOpenPullRequests))
        {
            yield return PullRequestDeployment;
        }

        if (actions.Exists(action => action.Deploys) && triggers.SelectMany(git => git?["Push"]?.AsArray() ?? []).Any(TakesEveryRef))
        {
            yield return UnscopedPipelineTrigger;
        }

        var builds = actions.Where(action => action.Category is "Build" or "Test" or "Compute").Select(action => CommandsOf(action, template)).ToList();
        if (builds.Count > 0 && builds.TrueForAll(commands => commands is not null && !Array.Exists(Scanners, commands.Contains)))
        {
            yield return NoCodeInspection;
        }
    }

    private static IEnumerable<Action> Actions(JsonNode pipeline) =>
        from stage in pipeline["Stages"]!.AsArray().Index()
        from action in stage.Item!["Actions"]?.AsArray() ?? []
        select new Action(
            stage.Index,
            (string)stage.Item!["Name"]!,
            TemplateText.Of(action["Name"]) ?? "",
            (string)action["ActionTypeId"]!["Category"]!,
            (string)action["ActionTypeId"]!["Provider"]!,
            (string)action["ActionTypeId"]!["Owner"]!,
            (int?)action["RunOrder"] ?? 1,
            action["Configuration"]);

    /// <summary>The deployments that begin before anybody was asked, and that nobody has to let in.</summary>
    private static IEnumerable<Action> Unapproved(JsonNode pipeline, List<Action> actions)
    {
        var closed = pipeline["DisableInboundStageTransitions"]?.AsArray().Select(transition => (string)transition!["StageName"]!).ToList() ?? [];
        return actions.Where(action =>
            action.Deploys
            && !actions.Exists(other => other.Index <= action.Index && closed.Contains(other.Stage))
            && !actions.Exists(other => other.Category == "Approval" && (other.Index, other.Order).CompareTo((action.Index, action.Order)) < 0));
    }

    private static bool IsThirdPartySource(Action action) =>
        action is { Category: "Source", Owner: "ThirdParty" } or { Category: "Source", Provider: "CodeStarSourceConnection" };

    private static bool SaysProduction(string name)
    {
        var words = Word().Matches(name).Select(match => match.Value.ToLowerInvariant()).ToList();
        return words.Index().Any(word => Production.Contains(word.Item) && !(word.Index > 0 && Opposites.Contains(words[word.Index - 1])));
    }

    public static bool TakesOpenPullRequests(JsonNode? filter) =>
        filter!["Events"] is not JsonArray events || events.Any(@event => (string?)@event is "OPEN" or "UPDATED");

    private static bool TakesEveryRef(JsonNode? filter)
    {
        var kinds = new[] { filter!["Branches"], filter["Tags"] };
        return kinds.All(kind => Texts(kind, "Includes").Count + Texts(kind, "Excludes").Count == 0)
            || kinds.Any(kind => Texts(kind, "Excludes").Count == 0 && Texts(kind, "Includes").Exists(pattern => pattern is "*" or "**"));
    }

    private static List<string> Texts(JsonNode? kind, string name) => kind?[name]?.AsArray().Select(pattern => (string)pattern!).ToList() ?? [];

    /// <summary>The buildspec in the template that an action runs; null when it is in the repository.</summary>
    private static string? CommandsOf(Action action, JsonNode template) =>
        action.Configuration?["ProjectName"]?["Ref"] is { } project
        && TemplateText.Of(template["Resources"]![(string)project!]!["Properties"]!["Source"]!["BuildSpec"]) is { } buildSpec
        && buildSpec.Contains(':', StringComparison.Ordinal)
            ? buildSpec
            : null;

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")]
    private static partial Regex Word();

    private sealed record Action(int Index, string Stage, string Name, string Category, string Provider, string Owner, int Order, JsonNode? Configuration)
    {
        /// <summary>Making a change set changes nothing yet.</summary>
        public bool Deploys => Category == "Deploy" && (string?)Configuration?["ActionMode"] != "CHANGE_SET_REPLACE";
    }
}
