namespace CdkSecurityAnalyzers.Conformance.Scenarios.Policies;

/// <summary>Whose workflows on GitHub may assume a role.</summary>
internal static class GitHubScenarios
{
    private const string Host = "token.actions.githubusercontent.com";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["no subject"] = Twins(Imported(Condition("StringEquals", "aud", "sts.amazonaws.com")), Imported(Condition("StringEquals", "sub", "repo:octo/app:ref:refs/heads/main"))),
        ["no condition"] = Twins("new OpenIdConnectPrincipal(provider)", $"new OpenIdConnectPrincipal(provider, {Condition("StringLike", "sub", "repo:octo/app:ref:refs/heads/main")})"),
        ["any repository of an owner"] = Twins(Imported(Condition("StringLike", "sub", "repo:octo/*")), Imported(Condition("StringLike", "sub", "repo:octo/app:ref:refs/heads/*"))),
        ["any run of a repository"] = Twins(Imported(Condition("StringLike", "sub", "repo:octo/app:*")), Imported(Condition("StringLike", "sub", "repo:octo/app:environment:prod"))),
        ["any owner"] = Twins(Imported(Condition("StringLike", "sub", "repo:*/app:ref:refs/heads/main")), Imported(Condition("StringLike", "sub", "repo:octo@1/app@2:ref:refs/heads/main"))),
        ["owners that begin alike"] = Twins(Imported(Condition("StringLike", "sub", "repo:octo*/app:ref:refs/heads/main")), Imported(Condition("StringLike", "sub", "repo:octo/app:pull_request"))),
        ["list that has a star"] = Twins(Imported(Condition("StringLike", "sub", "repo:octo/app:ref:refs/heads/main", "*")), Imported(Condition("StringLike", "sub", "repo:octo/app:ref:refs/heads/main", "repo:octo/lib:ref:refs/heads/main"))),
        ["wildcard that is compared as text"] = Twins(Imported(Condition("StringEquals", "sub", "repo:octo/app:*")), Imported(Condition("StringEquals", "sub", "repo:octo/app:ref:refs/heads/main"))),
        ["all values"] = Twins(Imported(Condition("ForAllValues:StringLike", "sub", "repo:octo/app:ref:refs/heads/main")), Imported(Condition("ForAnyValue:StringLike", "sub", "repo:octo/app:ref:refs/heads/main"))),
        ["workflow instead of a subject"] = Twins(Imported(Condition("StringEquals", "aud", "sts.amazonaws.com")), Imported(Condition("StringLike", "job_workflow_ref", "octo/app/.github/workflows/deploy.yml@refs/heads/main"))),
        ["subject on a condition"] = Twins(Imported(Condition("StringLike", "sub", "repo:octo/app:ref:refs/heads/main").Replace("app:ref:refs/heads/main\"", "\" + (Inputs.A ? \"app:ref:refs/heads/main\" : \"*\")")), Imported(Condition("StringLike", "sub", "repo:octo/app:ref:refs/heads/main"))),
        ["subject of the provider's class"] = Twins($"new WebIdentityPrincipal(provider.OpenIdConnectProviderArn, {Condition("StringLike", "sub", "repo:octo/*")})", $"new WebIdentityPrincipal(provider.OpenIdConnectProviderArn, {Condition("StringLike", "sub", "repo:octo/app:ref:refs/heads/main")})"),
        ["federated principal"] = Twins(
            $"new FederatedPrincipal(provider.OpenIdConnectProviderArn, {Condition("StringLike", "sub", "repo:octo/*:*")}, \"sts:AssumeRoleWithWebIdentity\")",
            $"new FederatedPrincipal(provider.OpenIdConnectProviderArn, {Condition("StringLike", "sub", "repo:octo/app:ref:refs/tags/v*")}, \"sts:AssumeRoleWithWebIdentity\")"),
        ["subject in a loop"] = $$"""
            // Open: 209
            // Closed: none
            foreach (var (key, repository) in new[] { ("Open", "*"), ("Closed", "app:ref:refs/heads/main") })
            {
                new Role(this, key, new RoleProps { AssumedBy = {{Imported(Condition("StringLike", "sub", "repo:octo/{repository}").Replace("\"repo:", "$\"repo:"))}} });
            }
            """,
        ["provider of somebody else"] = Twins(
            Imported(Condition("StringEquals", "aud", "sts.amazonaws.com")),
            $"new WebIdentityPrincipal(\"arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A\", {Condition("StringEquals", "aud", "sts.amazonaws.com").Replace(Host, "oidc.eks.eu-west-1.amazonaws.com/id/A")})"),
        ["trust of GitHub in the words of the template"] = $$"""
            // Open: 209
            // Closed: none
            new CfnRole(this, "Open", new CfnRoleProps { AssumeRolePolicyDocument = Trust("repo:octo/*") });
            new CfnRole(this, "Closed", new CfnRoleProps { AssumeRolePolicyDocument = Trust("repo:octo/app:ref:refs/heads/main") });
            ---
            private object Trust(string subject) => new Dictionary<string, object>
            {
                ["Statement"] = new Dictionary<string, object>
                {
                    ["Effect"] = "Allow",
                    ["Action"] = "sts:AssumeRoleWithWebIdentity",
                    ["Principal"] = new Dictionary<string, object> { ["Federated"] = $"arn:aws:iam::{Account}:oidc-provider/{{Host}}" },
                    ["Condition"] = new Dictionary<string, object> { ["StringLike"] = new Dictionary<string, object> { ["{{Host}}:sub"] = subject } },
                },
            };
            """,
    };

    private static string Imported(string conditions) => $"new WebIdentityPrincipal(\"arn:aws:iam::111122223333:oidc-provider/{Host}\", {conditions})";

    private static string Condition(string @operator, string claim, params string[] values) =>
        $"new Dictionary<string, object> {{ [\"{@operator}\"] = new Dictionary<string, object> {{ [\"{Host}:{claim}\"] = {(values.Length == 1 ? $"\"{values[0]}\"" : $"new[] {{ \"{string.Join("\", \"", values)}\" }}")} }} }}";

    private static string Twins(string open, string closed) => $$"""
        // Open: 209
        // Closed: none
        var provider = new OpenIdConnectProvider(this, "Provider", new OpenIdConnectProviderProps { Url = "https://{{Host}}" });
        new Role(this, "Open", new RoleProps { AssumedBy = {{open}} });
        new Role(this, "Closed", new RoleProps { AssumedBy = {{closed}} });
        """;
}
