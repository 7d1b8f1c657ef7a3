using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>A filter as the template's class or as a dictionary writes it.</summary>
/// <param name="isClass">Whether it is a <c>WebhookFilterProperty</c>.</param>
internal sealed class WantedFilter(bool isClass, WantedText type, WantedText pattern, WantedBoolean? excludes) : Wanted
{
    private static readonly string[] Types =
        ["ACTOR_ACCOUNT_ID", "ACTOR_ACCOUNT_ID", "ACTOR_ACCOUNT_ID", "HEAD_REF", "HEAD_REF", "BASE_REF", "FILE_PATH", "COMMIT_MESSAGE", "TAG_NAME", "GITHUB_ACTOR_ACCOUNT_ID", "REPOSITORY_NAME"];

    public override string Type => isClass ? "CfnProject.WebhookFilterProperty" : "Dictionary<string, object>";

    public static WantedFilter Any(Choices choices, bool isClass)
    {
        var type = choices.OneOf(Types);
        var pool = type switch { "HEAD_REF" or "BASE_REF" => WebhookGenerator.Refs, _ when type.Contains("ACTOR", StringComparison.Ordinal) => WebhookGenerator.Actors, _ => WebhookGenerator.Texts };
        return new(isClass, WantedText.Fixed(type), WantedText.OneOf(choices, pool), choices.Chance(20) ? new WantedBoolean(choices.Next(2) == 0) : null);
    }

    public static WantedFilter OfEvents(Choices choices, bool isClass)
    {
        var events = choices.Many(1, 2, one => one.OneOf(WebhookGenerator.Events));
        return new(isClass, WantedText.Fixed("EVENT"), new(string.Join(", ", events), WebhookGenerator.Events), excludes: null);
    }

    public override string Plain(Choices choices, Block block) => isClass
        ? $"new {Type} {{ Type = {type.Spell(choices, block)}, Pattern = {pattern.Spell(choices, block)}{(excludes is null ? "" : $", ExcludeMatchedPattern = {excludes.Spell(choices, block)}")} }}"
        : $"new {Type} {{ [\"Type\"] = {type.Spell(choices, block)}, [\"Pattern\"] = {pattern.Spell(choices, block)}{(excludes is null ? "" : $", [\"ExcludeMatchedPattern\"] = {excludes.Spell(choices, block)}")} }}";

    public override Wanted Another(Choices choices) => type.Text == "EVENT" ? OfEvents(choices.Part(), isClass) : Any(choices.Part(), isClass);
}

/// <summary>Triggers as the template's class or as a dictionary writes them.</summary>
internal sealed class WantedTriggers(bool isClass, WantedBoolean? isOn, WantedArray? groups, WantedText? policy) : Wanted
{
    private static readonly string[] Policies = ["ALL_PULL_REQUESTS", "FORK_PULL_REQUESTS", "DISABLED", "ALL"];

    public override string Type => isClass ? "CfnProject.ProjectTriggersProperty" : "Dictionary<string, object>";

    public static WantedTriggers Any(Choices choices, bool isClass)
    {
        var isOn = choices.Next(6) switch { 0 => null, 5 => new WantedBoolean(false), _ => new WantedBoolean(true) };
        var policy = !isClass && choices.Chance(20) ? WantedText.OneOf(choices, Policies) : null;
        return new(isClass, isOn, choices.Chance(90) ? Groups(choices, isClass) : null, policy);
    }

    /// <summary>Filter groups in the form of the template.</summary>
    public static WantedArray Groups(Choices choices, bool isClass) =>
        new("object", choices.Many<Wanted>(0, 2, group => Group(group, isClass)), another => Groups(another, isClass));

    public override string Plain(Choices choices, Block block)
    {
        var members = new List<string>();
        if (isOn is not null)
        {
            members.Add($"{Name("Webhook")} = {isOn.Spell(choices, block)}");
        }

        if (groups is not null)
        {
            members.Add($"{Name("FilterGroups")} = {groups.Spell(choices, block)}");
        }

        if (policy is not null)
        {
            members.Add($"[\"PullRequestBuildPolicy\"] = new Dictionary<string, object> {{ [\"RequiresCommentApproval\"] = {policy.Spell(choices, block)} }}");
        }

        return $"new {Type} {{ {string.Join(", ", members)} }}";

        string Name(string member) => isClass ? member : $"[\"{member}\"]";
    }

    public override Wanted Another(Choices choices) => Any(choices.Part(), isClass);

    private static WantedArray Group(Choices choices, bool isClass)
    {
        ImmutableArray<Wanted> filters = [WantedFilter.OfEvents(choices, isClass), .. choices.Many<Wanted>(0, 2, filter => WantedFilter.Any(filter, isClass))];
        return new("object", filters, another => Group(another, isClass));
    }
}
