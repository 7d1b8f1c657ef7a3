using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Conformance.Generation;

/// <summary>A filter group: events, and filters by the method that adds them.</summary>
/// <param name="provider">The factory of the source, which decides what the CDK accepts.</param>
internal sealed class WantedGroup(string provider, WantedArray events, ImmutableArray<(string Method, WantedText Pattern)> filters) : Wanted
{
    private static readonly string[] OfReleases = ["RELEASED", "PRERELEASED"];
    private static readonly string[] Jobs = ["WORKFLOW_JOB_QUEUED"];
    private static readonly string[] BitbucketEvents = [.. WebhookGenerator.Events.Except(["PULL_REQUEST_REOPENED", "PULL_REQUEST_CLOSED", .. OfReleases, .. Jobs])];
    private static readonly string[] EnterpriseEvents = [.. WebhookGenerator.Events.Except([.. OfReleases, .. Jobs])];

    private static readonly string[] Methods =
        ["AndActorAccountIs", "AndActorAccountIs", "AndActorAccountIs", "AndHeadRefIs", "AndHeadRefIs", "AndBranchIs", "AndTagIs", "AndActorAccountIsNot", "AndBranchIsNot"];

    public WantedArray Events => events;

    public ImmutableArray<(string Method, WantedText Pattern)> Filters => filters;

    public override string Type => "FilterGroup";

    protected override IReadOnlyList<Spelling> Own => GroupSpellings.All;

    public static WantedGroup Any(Choices choices, string provider)
    {
        string[] pool = provider switch { "GitHub" => WebhookGenerator.Events, "GitHubEnterprise" => EnterpriseEvents, _ => BitbucketEvents };
        var events = AnyEvents(choices, pool);
        return new(provider, events, choices.Many(0, 2, Filter));
    }

    public static WantedArray OfProvider(Choices choices, string provider) =>
        new("FilterGroup", choices.Many<Wanted>(0, 2, group => Any(group, provider)), another => OfProvider(another, provider));

    public override string Plain(Choices choices, Block block)
    {
        var chain = InEventOf(choices, block);
        return filters.Aggregate(chain, (group, filter) => $"{group}.{filter.Method}({filter.Pattern.Spell(choices, block)})");
    }

    public override Wanted Another(Choices choices) => Any(choices.Part(), provider);

    /// <summary>The group without its filters.</summary>
    public string InEventOf(Choices choices, Block block) => $"FilterGroup.InEventOf({(choices.Chance(40) ? events.Spell(choices, block) : events.List(choices, block))})";

    public static (string Method, WantedText Pattern) Filter(Choices choices)
    {
        var method = choices.OneOf(Methods);
        var pool = method.Contains("Actor", StringComparison.Ordinal) ? WebhookGenerator.Actors : method.Contains("Ref", StringComparison.Ordinal) ? WebhookGenerator.Refs : WebhookGenerator.Names;
        return (method, WantedText.OneOf(choices, pool));
    }

    private static WantedArray AnyEvents(Choices choices, string[] pool) =>
        new("EventAction", choices.Many<Wanted>(1, 2, one => WantedMember.OneOf(one, "EventAction", pool)), another => AnyEvents(another, pool));
}
