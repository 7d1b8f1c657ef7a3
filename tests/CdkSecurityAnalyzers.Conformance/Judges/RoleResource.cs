using System.Text.Json.Nodes;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>The role of a project, with its policies.</summary>
/// <param name="role">The resource; null when the app does not make it.</param>
internal sealed class RoleResource(AppResource? role, TemplateReferences app)
{
    public bool IsMade => role is not null;

    public bool IsBounded => role?.Properties["PermissionsBoundary"] is not null;

    /// <summary>Every statement, those included that the CDK writes by itself.</summary>
    public IEnumerable<(JsonNode Node, int Template)> AllStatements =>
        role is null
            ? []
            :
            [
                .. from policy in new[] { "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy" }.SelectMany(app.OfType)
                   where (policy.Properties["Roles"] as JsonArray ?? []).Any(holder => app.Target(holder, policy.Template)?.Key == role.Key)
                       || (role.Properties["ManagedPolicyArns"] as JsonArray ?? []).Any(arn => app.Target(arn, role.Template)?.Key == policy.Key)
                   from statement in policy.Properties["PolicyDocument"]?["Statement"] as JsonArray ?? []
                   select (statement, policy.Template),
                .. from policy in role.Properties["Policies"] as JsonArray ?? []
                   from statement in policy!["PolicyDocument"]?["Statement"] as JsonArray ?? []
                   select (statement, role.Template),
            ];

    /// <summary>The statements, without those that every build has.</summary>
    public IEnumerable<TemplateStatement> Statements =>
        AllStatements.Select(statement => (JsonObject)statement.Node).Where(node => !CdkStatements.Contains(node)).Select(node => new TemplateStatement(node, DocumentKind.Identity, []));

    public bool ReadsSecrets =>
        Unconditional.Any(statement => statement.Actions.Exists(action =>
            Covers(action, "secretsmanager:GetSecretValue") || (Parameters.Any(parameter => Covers(action, parameter)) && statement.Resources.Exists(ActionFacts.HasWildcard))));

    /// <summary>What it may do that does harm.</summary>
    public IEnumerable<string> Powers()
    {
        var statements = Statements.ToList();
        return (role?.Properties["ManagedPolicyArns"] as JsonArray ?? []).Select(arn => TemplateText.Of(arn) ?? "").Where(TrustJudge.IsBroad)
            .Concat(Unconditional.SelectMany(statement => statement.Actions.Where(action => IsPower(action, statement))))
            .Concat(EscalationJudge.Violations(statements).Where(violation => violation.Rule == EscalationJudge.Path).Select(violation => violation.Cause));
    }

    private static readonly string[] Parameters = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"];

    private IEnumerable<TemplateStatement> Unconditional => Statements.Where(statement => statement.IsGrant && statement.Conditions.Count == 0);

    private bool IsPower(string action, TemplateStatement statement) =>
        TemplateStatement.IsEveryAction(action)
        || ActionFacts.Of(action)?.MatchedBy(action).Any(covered =>
            covered.Level == 'p' && covered.Name != "CreateNetworkInterfacePermission" && !IsDenied($"{action.Split(':')[0]}:{covered.Name}")) == true
        || (Covers(action, "iam:PassRole") && !IsDenied("iam:PassRole"))
        || (Covers(action, "sts:AssumeRole") && !IsDenied("sts:AssumeRole") && statement.Resources.Exists(resource => resource == "*" || resource.EndsWith(":role/*", StringComparison.Ordinal)));

    private bool IsDenied(string action) => Statements.Any(statement => statement.Denies && statement.Actions.Exists(pattern => Covers(pattern, action)));

    private static bool Covers(string pattern, string action) => TemplateStatement.IsEveryAction(pattern) || ActionFacts.Matches(pattern, action, System.Text.RegularExpressions.RegexOptions.IgnoreCase);
}
