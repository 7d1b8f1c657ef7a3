using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>What a document of the template says: what somebody may do, who may assume a role, or who may use a resource.</summary>
internal enum DocumentKind
{
    Identity,
    Trust,
    Resource,
}

/// <summary>A statement of the template.</summary>
/// <param name="Constructs">The ids of what has it: of its policy, and of who has the policy.</param>
internal sealed partial record TemplateStatement(JsonObject Node, DocumentKind Kind, ImmutableArray<string> Constructs)
{
    /// <summary>The id that the program gives it.</summary>
    public string? Id { get; } = TemplateText.Of(Node["Sid"]);

    public bool Allows { get; } = TemplateText.Of(Node["Effect"]) == "Allow";

    public bool Denies { get; } = TemplateText.Of(Node["Effect"]) == "Deny";

    public List<string> Actions { get; } = TemplateText.ListOf(Node["Action"]);

    public List<string> NotActions { get; } = TemplateText.ListOf(Node["NotAction"]);

    public List<string> Resources { get; } = TemplateText.ListOf(Node["Resource"]);

    public List<string> NotResources { get; } = TemplateText.ListOf(Node["NotResource"]);

    public bool HasNotPrincipal { get; } = Node["NotPrincipal"] is not null;

    public List<(string Type, JsonNode? Node, string Text)> Principals { get; } =
        Node["Principal"] is JsonObject principals
            ? [.. principals.SelectMany(member => (member.Value as JsonArray ?? [member.Value?.DeepClone()]).Select(who => (member.Key, who, TemplateText.Of(who) ?? "")))]
            : Node["Principal"] is { } lone ? [("*", lone, TemplateText.Of(lone) ?? "")] : [];

    public List<(string Operator, string Key, List<string> Values)> Conditions { get; } =
        [.. from condition in Node["Condition"] as JsonObject ?? [] from key in condition.Value as JsonObject ?? [] select (condition.Key, key.Key, TemplateText.ListOf(key.Value))];

    public bool IsGrant => Kind == DocumentKind.Identity && Allows;

    /// <summary>Whether it allows everything, or everything of some service, so that finer verdicts are moot.</summary>
    public bool IsAllOrNothing => IsGrant && Actions.Exists(action => IsEveryAction(action) || IsWholeService(action));

    public static bool IsEveryAction(string action) => Everything().IsMatch(action);

    public static bool IsWholeService(string action) =>
        action.Split(':') is [{ Length: > 0 } service, { Length: > 0 } name] && name.Trim('*').Length == 0 && !ActionFacts.HasWildcard(service);

    /// <summary>See <see cref="Violation.Places"/>.</summary>
    public ImmutableArray<string> Places => Id is null ? Constructs : [Id];

    public Violation Violates(string rule) => new(rule, Places, Node.ToJsonString());

    [GeneratedRegex(@"^\*+(:\*+)?$")]
    private static partial Regex Everything();
}
