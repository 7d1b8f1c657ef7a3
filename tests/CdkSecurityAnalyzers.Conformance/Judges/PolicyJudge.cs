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

    private static readonly Lazy<HashSet<string>> BroadPolicies = new(() => [.. Table.Lines("aws-managed-policies.txt").Where(line => line[0] == '@').Select(line => line[1..])]);

    private static readonly string[] NarrowingKeys = ["aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID", "aws:SourceOrgPaths", "aws:PrincipalOrgID"];

    /// <summary>Whether IAM can read the policies of a template.</summary>
    public static bool IsWellFormed(JsonNode template) => new PolicyTemplate(template).Statements.TrueForAll(statement => statement.Allows || statement.Denies);

    /// <summary>The names of all that a template says about permissions.</summary>
    public static IEnumerable<string> Places(JsonNode template)
    {
        var policies = new PolicyTemplate(template);
        return policies.Statements.SelectMany(statement => statement.Places).Concat(policies.ManagedPolicies.Select(policy => policy.Place)).Distinct();
    }

    public static IEnumerable<Violation> Violations(JsonNode template)
    {
        var policies = new PolicyTemplate(template);
        return policies.Statements.SelectMany(statement => OfStatement(statement, policies))
            .Concat(policies.Identities.SelectMany(OfIdentity))
            .Concat(OfWildcardResources(policies))
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
        return verdicts.Where(verdict => verdict.IsViolated).Select(verdict => statement.Violates(verdict.Rule));
    }

    private static IEnumerable<Violation> OfIdentity(IReadOnlyList<TemplateStatement> identity) =>
        EscalationJudge.PassingAnyRole(identity).Select(statement => statement.Violates(205))
            .Concat(EscalationJudge.OpenPaths(identity).Select(steps =>
                steps[0][0].Violates(206) with { Places = [.. steps[0].SelectMany(statement => statement.Places).Distinct()] }));

    /// <summary>Statements that reach every resource of a kind, unless a finer rule says more.</summary>
    private static IEnumerable<Violation> OfWildcardResources(PolicyTemplate policies)
    {
        var paths = policies.Identities.SelectMany(EscalationJudge.OpenPaths).ToList();
        var finer = policies.Identities.SelectMany(EscalationJudge.PassingAnyRole).Concat(paths.SelectMany(steps => steps.Select(granting => granting[0]))).ToHashSet();
        var perhaps = paths.SelectMany(steps => steps.SelectMany(granting => granting)).ToHashSet();
        return policies.Statements
            .Where(statement => statement is { IsGrant: true, IsAllOrNothing: false, Conditions.Count: 0 } && !finer.Contains(statement) && IsWide(statement))
            .Select(statement => statement.Violates(203, isOptional: perhaps.Contains(statement)));
    }

    private static bool IsWide(TemplateStatement statement) => statement.Actions.Exists(action =>
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
