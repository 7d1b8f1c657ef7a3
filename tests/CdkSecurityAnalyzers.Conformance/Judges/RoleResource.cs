using System.Text.Json.Nodes;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>The role of a project, with its policies.</summary>
/// <param name="role">The resource; null when the app does not make it.</param>
/// <param name="name">The name of one that the app does not make; null when that is not known.</param>
internal sealed class RoleResource(AppResource? role, string? name, TemplateReferences app)
{
    public bool IsMade => role is not null;

    public bool IsBounded => role?.Properties["PermissionsBoundary"] is not null;

    /// <summary>Every statement, those included that the CDK writes by itself.</summary>
    public IEnumerable<(JsonNode Node, int Template)> AllStatements =>
        from policy in PoliciesOfOthers.Concat(Inline)
        from statement in policy.Document?["Statement"] as JsonArray ?? []
        select (statement, policy.Template);

    private IEnumerable<(JsonNode? Document, int Template)> PoliciesOfOthers =>
        from policy in new[] { "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy" }.SelectMany(app.OfType)
        where (policy.Properties["Roles"] as JsonArray ?? []).Any(holder => IsHeldBy(holder, policy.Template))
            || (role?.Properties["ManagedPolicyArns"] as JsonArray ?? []).Any(arn => app.Target(arn, role!.Template)?.Key == policy.Key)
        select (policy.Properties["PolicyDocument"], policy.Template);

    private IEnumerable<(JsonNode? Document, int Template)> Inline =>
        (role?.Properties["Policies"] as JsonArray ?? []).Select(policy => (policy!["PolicyDocument"], role!.Template));

    private bool IsHeldBy(JsonNode? holder, int template) =>
        role is null ? name is not null && TemplateText.Of(holder) == name : app.Target(holder, template)?.Key == role.Key;

    /// <summary>The statements, without those that every build has.</summary>
    public IEnumerable<TemplateStatement> Statements =>
        AllStatements.Select(statement => (JsonObject)statement.Node).Where(node => !CdkStatements.Contains(node)).Select(node => new TemplateStatement(node, DocumentKind.Identity, []));

    public bool ReadsSecrets =>
        Unconditional.Where(statement => !IsOfVariable(statement)).Any(statement => statement.Actions.Exists(action =>
            Reads(action, Secret) || (Parameters.Any(parameter => Reads(action, parameter)) && statement.Resources.Exists(ActionFacts.HasWildcard))));

    /// <summary>The resources for which statements without a condition allow an action, each with the number of its template.</summary>
    /// <param name="allows">Whether what a statement says, the first, allows an action, the second.</param>
    public IEnumerable<(JsonNode? Resource, int Template)> ResourcesOf(string action, Func<string, string, bool> allows) =>
        from statement in AllStatements
        where (string?)statement.Node["Effect"] == "Allow" && statement.Node["Condition"] is null && !IsDenied(action) && !CdkStatements.IsOfSessions(statement.Node)
        where TemplateText.ListOf(statement.Node["Action"]).Exists(pattern => allows(pattern, action))
        from resource in statement.Node["Resource"] as JsonArray ?? [statement.Node["Resource"]?.DeepClone()]
        select (resource, statement.Template);

    /// <summary>What it may do that does harm.</summary>
    public IEnumerable<string> Powers()
    {
        var statements = Statements.ToList();
        return (role?.Properties["ManagedPolicyArns"] as JsonArray ?? []).Select(arn => TemplateText.Of(arn) ?? "").Where(TrustJudge.IsBroad)
            .Concat(Unconditional.SelectMany(statement => statement.Actions.Where(action => IsPower(action, statement))))
            .Concat(EscalationJudge.Violations(statements).Where(violation => violation.Rule == EscalationJudge.Path).Select(violation => violation.Cause));
    }

    private const string Secret = "secretsmanager:GetSecretValue";

    private static readonly string[] Parameters = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"];

    /// <summary>Whether the CDK wrote a statement for a variable of some project that has the role: the variable tells of it.</summary>
    private static bool IsOfVariable(TemplateStatement statement) =>
        statement is { Id: null, Actions: [Secret], Resources: [var resource] } && resource.EndsWith("-??????", StringComparison.Ordinal);

    private bool Reads(string pattern, string action) => Covers(pattern, action) && !IsDenied(action);

    private IEnumerable<TemplateStatement> Unconditional => Statements.Where(statement => statement.IsGrant && statement.Conditions.Count == 0);

    private bool IsPower(string action, TemplateStatement statement) =>
        TemplateStatement.IsEveryAction(action)
        || ActionFacts.Of(action)?.MatchedBy(action).Any(covered =>
            covered.Level == 'p' && covered.Name != "CreateNetworkInterfacePermission" && !IsDenied($"{action.Split(':')[0]}:{covered.Name}")) == true
        || (Covers(action, "iam:PassRole") && !IsDenied("iam:PassRole"))
        || (Covers(action, "sts:AssumeRole") && !IsDenied("sts:AssumeRole") && statement.Resources.Exists(resource => resource == "*" || resource.EndsWith(":role/*", StringComparison.Ordinal) || IsOfDeployments(resource)));

    private static bool IsOfDeployments(string resource) =>
        resource.Contains(":role/cdk-", StringComparison.Ordinal) && resource.Contains('*') && !resource.Contains("-lookup-role", StringComparison.Ordinal);

    public bool IsDenied(string action) => Statements.Any(statement => statement.Denies && statement.Actions.Exists(pattern => Covers(pattern, action)));

    public static bool Covers(string pattern, string action) => TemplateStatement.IsEveryAction(pattern) || ActionFacts.Matches(pattern, action, System.Text.RegularExpressions.RegexOptions.IgnoreCase);
}
