namespace CdkSecurityAnalyzers.Conformance;

/// <summary>Writes a generated webhook as the statements of a stack's constructor.</summary>
internal sealed class GeneratedProgram
{
    private readonly GeneratedWebhook webhook;

    /// <summary>Statements in front of the project.</summary>
    private readonly List<string> before = [];

    private int locals;

    private GeneratedProgram(GeneratedWebhook webhook) => this.webhook = webhook;

    public static string Of(GeneratedWebhook webhook) => new GeneratedProgram(webhook).Write();

    private string Write()
    {
        var project = webhook.Spelling switch
        {
            GeneratedSpelling.Construct => Spellings.Project(Members("WebhookFilters", ConstructGroups()), webhook.Factory),
            GeneratedSpelling.Classes => Spellings.Triggers(Members("FilterGroups", Lists(ClassFilter, "object[]")), Provider()),
            GeneratedSpelling.Dictionaries => Spellings.Resource($"new Dictionary<string, object> {{ {Entries()} }}", Provider()),
            _ => Spellings.Project("", webhook.Factory) + Overrides(),
        };
        var policy = webhook.Policy is null
            ? ""
            : $"\ncfn.AddPropertyOverride(\"Triggers.PullRequestBuildPolicy.RequiresCommentApproval\", {Text(webhook.Policy)});";
        return string.Join("\n", [.. before, project, .. webhook.Changes]) + policy;
    }

    private string Provider() => webhook.Factory switch { "GitHub" => "GITHUB", "GitHubEnterprise" => "GITHUB_ENTERPRISE", _ => "BITBUCKET" };

    private string Members(string groupsName, string? groups) => string.Join(
        ", ", new[] { webhook.Switch is null ? null : $"Webhook = {webhook.Switch}", groups is null ? null : $"{groupsName} = {groups}" }.OfType<string>());

    private string Entries() => string.Join(
        ", ",
        new[] { webhook.Switch is null ? null : $"[\"Webhook\"] = {webhook.Switch}", Lists(Dictionary, "object[]") is { } groups ? $"[\"FilterGroups\"] = {groups}" : null }.OfType<string>());

    private string Overrides()
    {
        var on = webhook.Switch is null ? "" : $"\ncfn.AddPropertyOverride(\"Triggers.Webhook\", {webhook.Switch});";
        var groups = Lists(Dictionary, "object[]");
        return on + (groups is null ? "" : $"\ncfn.AddOverride(\"Properties.Triggers.FilterGroups\", {groups});");
    }

    private string? ConstructGroups()
    {
        if (webhook.Groups is null)
        {
            return null;
        }

        var groups = webhook.Groups.Select(ConstructGroup).ToList();
        if (!webhook.IsComputed)
        {
            return $"new FilterGroup[] {{ {string.Join(", ", groups)} }}";
        }

        var list = Local("new List<FilterGroup>()");
        before.AddRange(groups.Select(group => $"{list}.Add({group});"));
        return $"{list}.ToArray()";
    }

    private string ConstructGroup(GeneratedGroup group)
    {
        var chain = $"FilterGroup.InEventOf({string.Join(", ", group.Events.Select(name => "EventAction." + name))})";
        if (!webhook.IsComputed && group.Discarded.IsEmpty)
        {
            return chain + string.Concat(group.Filters.Select(Call));
        }

        var local = Local(chain);
        before.AddRange(group.Discarded.Select(filter => $"{local}{Call(filter)};"));
        before.AddRange(group.Filters.Select(filter => $"{local} = {local}{Call(filter)};"));
        return local;
    }

    private string Call(GeneratedFilter filter) => $".{filter.Name}{(filter.Excludes ? "Not" : "")}({Text(filter.Pattern)})";

    private string? Lists(Func<GeneratedFilter, string> write, string type) => webhook.Groups is null
        ? null
        : $"new {type} {{ {string.Join(", ", webhook.Groups.Select(group => $"new {type} {{ {string.Join(", ", FiltersOf(group).Select(write))} }}"))} }}";

    private static IEnumerable<GeneratedFilter> FiltersOf(GeneratedGroup group) => group.Filters.Prepend(new("EVENT", string.Join(", ", group.Events), Excludes: false));

    private string ClassFilter(GeneratedFilter filter) =>
        $"new CfnProject.WebhookFilterProperty {{ Type = {Text(filter.Name)}, Pattern = {Text(filter.Pattern)}{(filter.Excludes ? ", ExcludeMatchedPattern = true" : "")} }}";

    private string Dictionary(GeneratedFilter filter) =>
        $"new Dictionary<string, object> {{ [\"Type\"] = {Text(filter.Name)}, [\"Pattern\"] = {Text(filter.Pattern)}{(filter.Excludes ? ", [\"ExcludeMatchedPattern\"] = true" : "")} }}";

    /// <summary>A text as a literal, or taken apart and put together again.</summary>
    private string Text(string text)
    {
        if (!webhook.IsComputed)
        {
            return Literal(text);
        }

        return (locals++ % 4) switch
        {
            0 => $"string.Concat({Literal(text[..(text.Length / 2)])}, {Literal(text[(text.Length / 2)..])})",
            1 => $"string.Join(\"|\", new[] {{ {string.Join(", ", text.Split('|').Select(Literal))} }})",
            2 => Local(Literal(text)),
            _ => $"$\"{{{Literal(text)}}}\"",
        };
    }

    private string Local(string value)
    {
        var name = $"local{locals++}";
        before.Add($"var {name} = {value};");
        return name;
    }

    private static string Literal(string text) => $"@\"{text}\"";
}
