namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>Judges whose workflows on GitHub a trust policy lets in.</summary>
internal static class GitHubTrustJudge
{
    private const string Host = "token.actions.githubusercontent.com";

    public static bool IsOpen(TemplateStatement statement, PolicyTemplate template)
    {
        var claims = statement.Conditions.Where(condition => condition.Key.StartsWith(Host + ":", StringComparison.OrdinalIgnoreCase)).ToList();
        var subjects = claims.Where(claim => claim.Key.EndsWith(":sub", StringComparison.OrdinalIgnoreCase)).ToList();
        return statement is { Kind: DocumentKind.Trust, Allows: true }
            && statement.Principals.Any(principal => principal.Type == "Federated" && IsOfGitHub(principal.Text, template.UrlOfProvider(principal.Node), claims.Count > 0))
            && claims.TrueForAll(claim => subjects.Contains(claim) || claim.Key.EndsWith(":aud", StringComparison.OrdinalIgnoreCase))
            && subjects.TrueForAll(subject => IsOpen(subject.Operator, subject.Values));
    }

    private static bool IsOfGitHub(string text, string? url, bool hasClaims) =>
        text.EndsWith(Host, StringComparison.Ordinal) || url?.EndsWith(Host, StringComparison.Ordinal) == true || (hasClaims && text.Length == 1);

    private static bool IsOpen(string @operator, List<string> subjects) =>
        @operator.Replace("ForAnyValue:", "").Replace("IfExists", "") switch
        {
            "StringEquals" or "StringEqualsIgnoreCase" => subjects.Exists(ActionFacts.HasWildcard),
            "StringLike" => subjects.Exists(IsOpen),
            var other => other.StartsWith("ForAllValues:", StringComparison.Ordinal),
        };

    /// <summary>Any owner, any repository of an owner, any run of a repository.</summary>
    private static bool IsOpen(string subject)
    {
        if (!subject.StartsWith("repo:", StringComparison.Ordinal))
        {
            return subject.Length > 0 && subject[0] is '*' or '?';
        }

        var parts = subject["repo:".Length..].Split(':', 2);
        var names = parts[0].Split('/', 2);
        var isAnyRun = parts.Length == 1 || IsStars(parts[1]);
        return ActionFacts.HasWildcard(names[0])
            || (names.Length == 2 && isAnyRun && (IsStars(names[1]) || (parts.Length == 2 && !ActionFacts.HasWildcard(names[1]))));
    }

    private static bool IsStars(string text) => text.Length > 0 && text.Trim('*').Length == 0;
}
