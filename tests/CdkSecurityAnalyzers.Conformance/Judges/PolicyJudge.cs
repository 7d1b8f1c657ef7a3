using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>
/// Judges policies by the synthesized template alone. It shares the tables of facts about AWS with the analyzer and nothing else, so that an error of one is
/// not an error of the other.
/// </summary>
internal static partial class PolicyJudge
{
    public static readonly ImmutableHashSet<string> Rules = [.. Enumerable.Range(201, 13).Select(number => $"CDKSEC{number}")];

    private const string WildcardResource = "CDKSEC203";

    private static readonly Lazy<HashSet<string>> BroadPolicies = new(() => [.. Table.Lines("aws-managed-policies.txt").Where(line => line[0] == '@').Select(line => line[1..])]);

    private static readonly string[] NarrowingKeys = ["aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID", "aws:SourceOrgPaths", "aws:PrincipalOrgID"];

    /// <summary>Whether IAM can read the policies of a template.</summary>
    public static bool IsWellFormed(JsonNode template) => new PolicyTemplate(template).Statements.TrueForAll(statement => statement.Allows || statement.Denies);

    /// <summary>The constructs that have permissions.</summary>
    public static IEnumerable<string> Constructs(JsonNode template)
    {
        var policies = new PolicyTemplate(template);
        return policies.Statements.SelectMany(statement => statement.Constructs).Concat(policies.ManagedPolicies.Select(policy => policy.Place));
    }

    /// <summary>The ids of the statements that have one.</summary>
    public static IEnumerable<string> Statements(JsonNode template) => new PolicyTemplate(template).Statements.Select(statement => statement.Id).OfType<string>();

    /// <summary>What the templates of a program violate. A statement of which a finer rule says more in one of them need not be reported because of another.</summary>
    public static IEnumerable<Violation> Violations(IEnumerable<JsonNode> templates)
    {
        var all = templates.SelectMany(Violations).ToList();
        var finer = all.Where(violation => violation.Rule is EscalationJudge.Passing or EscalationJudge.Path).SelectMany(violation => violation.Involved).ToHashSet();
        return all.Select(violation => violation.Rule == WildcardResource && violation.Places.Any(finer.Contains) ? violation with { IsOptional = true } : violation);
    }

    private static IEnumerable<Violation> Violations(JsonNode template)
    {
        var policies = new PolicyTemplate(template);
        return policies.Statements.SelectMany(statement => OfStatement(statement, policies))
            .Concat(policies.Identities.SelectMany(EscalationJudge.Violations))
            .Concat(policies.Statements.Where(IsWide).Select(statement => statement.Violates(WildcardResource)))
            .Concat(policies.ManagedPolicies.Where(policy => IsBroad(policy.Arn)).Select(policy => new Violation("CDKSEC207", [policy.Place], policy.Arn)));
    }

    private static IEnumerable<Violation> OfStatement(TemplateStatement statement, PolicyTemplate template)
    {
        var everything = statement.IsGrant && statement.Actions.Exists(TemplateStatement.IsEveryAction);
        var isUnconditional = statement.Conditions.Count == 0;
        (int Rule, bool IsViolated)[] verdicts =
        [
            (201, everything),
            (202, statement.IsGrant && !everything && statement.Actions.Exists(TemplateStatement.IsWholeService)),
            (204, statement.Allows && (statement.NotActions.Count > 0 || statement.NotResources.Count > 0 || statement.HasNotPrincipal)),
            (208, statement is { Kind: DocumentKind.Trust, Allows: true } && isUnconditional && statement.Principals.Exists(IsAnybody)),
            (209, GitHubTrustJudge.IsOpen(statement, template)),
            (210, statement.Actions.Concat(statement.NotActions).Any(IsUnknown)),
            (211, Texts(statement).Any(Placeholder().IsMatch)),
            (212, statement.IsGrant && statement.Actions.Exists(IsRiskyPrefix)),
            (213, statement is { Kind: not DocumentKind.Identity, Allows: true } && statement.Principals.Exists(principal => principal.Type == "Service")
                && !statement.Conditions.Exists(condition => NarrowingKeys.Contains(condition.Key, StringComparer.OrdinalIgnoreCase))),
        ];
        return verdicts.Where(verdict => verdict.IsViolated).Select(verdict => statement.Violates($"CDKSEC{verdict.Rule}"));
    }

    /// <summary>Whether a statement reaches every resource of a kind.</summary>
    private static bool IsWide(TemplateStatement statement) =>
        statement is { IsGrant: true, IsAllOrNothing: false, Conditions.Count: 0 }
        && statement.Actions.Exists(action =>
            ActionFacts.Of(action) is { } service && service.Accepts(action) && statement.Resources.Exists(resource => ArnJudge.IsEverythingOfAKind(resource, service)));

    private static bool IsBroad(string arn) => arn.Split(":iam::aws:policy/") is [_, var name] && BroadPolicies.Value.Contains(name);

    private static bool IsAnybody((string Type, JsonNode? Node, string Text) principal) =>
        principal.Type is "*" or "AWS" && (principal.Text == "*" || principal.Text.EndsWith(":iam::*:root", StringComparison.Ordinal));

    private static bool IsUnknown(string action) =>
        WellFormed().IsMatch(action) && ActionFacts.Of(action) is { } service && !service.MatchedBy(action).Any();

    private static bool IsRiskyPrefix(string action) =>
        ActionFacts.HasWildcard(action)
        && !TemplateStatement.IsEveryAction(action)
        && !TemplateStatement.IsWholeService(action)
        && ActionFacts.Of(action)?.MatchedBy(action).Any(covered => covered.Level is 'w' or 'p') == true;

    private static IEnumerable<string> Texts(TemplateStatement statement) =>
        [.. statement.Actions, .. statement.NotActions, .. statement.Resources, .. statement.NotResources, .. statement.Conditions.SelectMany(condition => condition.Values)];

    [GeneratedRegex(@"\$\{[\w.-]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^[A-Za-z0-9-]+:[A-Za-z0-9-]+$")]
    private static partial Regex WellFormed();
}
