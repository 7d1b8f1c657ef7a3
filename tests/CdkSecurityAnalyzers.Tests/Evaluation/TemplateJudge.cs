using System.Text.Json.Nodes;
using CdkSecurityAnalyzers.Tests.Verification;

namespace CdkSecurityAnalyzers.Tests.Evaluation;

/// <summary>Says of a synthesized template what is wrong with its webhooks, by rules that are too simple to be wrong.</summary>
internal static class TemplateJudge
{
    public static IEnumerable<string> Judge(JsonNode template) => TriggersOf(template).SelectMany(Violations).Distinct();

    /// <summary>The patterns of all actor filters, in the order of the template.</summary>
    public static IEnumerable<string> ActorPatterns(JsonNode template) =>
        TriggersOf(template).SelectMany(Groups).SelectMany(group => group).Where(IsActor).Select(filter => (string)filter["Pattern"]!);

    private static IEnumerable<string> Violations(JsonNode? triggers)
    {
        if (triggers?["Webhook"] is not { } webhook || !(bool)webhook)
        {
            yield break;
        }

        if (!Groups(triggers).Any())
        {
            yield return "CDKSEC102";
        }

        foreach (var group in Groups(triggers))
        {
            var events = (string)group.Single(filter => (string)filter["Type"]! == "EVENT")["Pattern"]!;
            if (events.Split(", ").Any(@event => @event.StartsWith("PULL_REQUEST_", StringComparison.Ordinal) && @event != "PULL_REQUEST_MERGED") && !group.Any(IsActor))
            {
                yield return "CDKSEC101";
            }

            if (group.Where(IsActor).Select(filter => (string)filter["Pattern"]!).Any(pattern => pattern is not ['^', .., '$']))
            {
                yield return "CDKSEC103";
            }
        }
    }

    private static IEnumerable<JsonNode?> TriggersOf(JsonNode template) => template["Resources"] is null ? [] : Synthesis.Triggers(template).Values;

    private static bool IsActor(JsonNode filter) => (string)filter["Type"]! == "ACTOR_ACCOUNT_ID" && filter["ExcludeMatchedPattern"] is not JsonValue;

    private static IEnumerable<JsonNode[]> Groups(JsonNode? triggers) =>
        (triggers?["FilterGroups"] as JsonArray ?? []).Select(group => group!.AsArray().Select(filter => filter!).ToArray());
}
