namespace CdkSecurityAnalyzers.Conformance.Scenarios.Policies;

/// <summary>
/// Texts of scenarios about permissions. Their first lines say which rules each statement violates, by its id (<c>// Open: 203</c>), or each construct whose
/// statement has none. All have the two roles <c>role</c> and <c>other</c>.
/// </summary>
internal static class PolicyText
{
    private const string Roles = """
        var role = new Role(this, "Build", new RoleProps { AssumedBy = new AccountRootPrincipal() });
        var other = new Role(this, "Other", new RoleProps { AssumedBy = new AccountRootPrincipal() });
        """;

    /// <summary>A statement that allows an action on a resource.</summary>
    public static string Allow(string id, string action, string resource) =>
        $"new PolicyStatement(new PolicyStatementProps {{ Sid = \"{id}\", Actions = new[] {{ \"{action}\" }}, Resources = new[] {{ \"{resource}\" }} }})";

    /// <summary>The same in the words of the template.</summary>
    public static string Written(string id, string action, string resource) =>
        $"new Dictionary<string, object> {{ [\"Sid\"] = \"{id}\", [\"Effect\"] = \"Allow\", [\"Action\"] = \"{action}\", [\"Resource\"] = \"{resource}\" }}";

    /// <summary>A document of statements in the words of the template.</summary>
    public static string Document(params string[] statements) =>
        $"new Dictionary<string, object> {{ [\"Version\"] = \"2012-10-17\", [\"Statement\"] = new object[] {{ {string.Join(", ", statements)} }} }}";

    /// <summary>The scenarios with the roles in front of their statements.</summary>
    public static IReadOnlyDictionary<string, string> WithRoles(Dictionary<string, string> scenarios) => scenarios.ToDictionary(scenario => scenario.Key, scenario => WithRoles(scenario.Value));

    private static string WithRoles(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var verdicts = lines.TakeWhile(line => line.StartsWith("// ", StringComparison.Ordinal)).ToList();
        return string.Join('\n', [.. verdicts, Roles, .. lines.Skip(verdicts.Count)]);
    }
}
