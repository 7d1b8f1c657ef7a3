using System.Collections.Generic;

namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <content>GitHub, GitLab, Bitbucket.</content>
internal static partial class TokenFormats
{
    private static IEnumerable<TokenFormat> SourceHosts =>
        [
            GitHub("personal access token", "ghp_"),
            GitHub("OAuth token", "gho_"),
            GitHub("user-to-server token", "ghu_"),
            GitHub("refresh token", "ghr_"),
            // Of 40 characters until 2026, since then with a JWT of some 500 in it.
            Of("GitHub installation token", "GitHub", "ghs_", GitHubDocs, Run(Alphabet.WordOrDashOrDot, 36, Unlimited)) with
            {
                HasChecksum = true,
            },
            Of(
                "GitHub fine-grained personal access token",
                "GitHub",
                "github_pat_",
                GitHubDocs,
                Run(Alphabet.Alphanumeric, 22),
                Then("_"),
                Run(Alphabet.Alphanumeric, 59)
            ),
            GitLab("personal access token", "glpat-", Run(Alphabet.WordOrDash, 20)),
            GitLab(
                "routable personal access token",
                "glpat-",
                Run(Alphabet.WordOrDash, 27, 300),
                Then("."),
                Run(Alphabet.LowerAlphanumeric, 9)
            ),
            GitLab("deploy token", "gldt-", Run(Alphabet.WordOrDash, 20)),
            GitLab("pipeline trigger token", "glptt-", Run(Alphabet.LowerHex, 40)),
            GitLab("runner authentication token", "glrt-", Run(Alphabet.WordOrDash, 20)),
            GitLab(
                "routable runner authentication token",
                "glrt-",
                Run(Alphabet.WordOrDash, 27, 300),
                Then("."),
                Run(Alphabet.LowerAlphanumeric, 9)
            ),
            GitLab("runner registration token", "GR1348941", Run(Alphabet.WordOrDash, 20)),
            GitLab("job token", "glcbt-", Run(Alphabet.Alphanumeric, 1, 5), Then("_"), Run(Alphabet.WordOrDash, 20)),
            GitLab("OAuth application secret", "gloas-", Run(Alphabet.WordOrDash, 64)),
            GitLab("SCIM token", "glsoat-", Run(Alphabet.WordOrDash, 20)),
            GitLab("feed token", "glft-", Run(Alphabet.WordOrDash, 20)),
            GitLab("incoming mail token", "glimt-", Run(Alphabet.WordOrDash, 25)),
            GitLab("Kubernetes agent token", "glagent-", Run(Alphabet.WordOrDash, 50)),
            GitLab("feature flag client token", "glffct-", Run(Alphabet.WordOrDash, 20)),
            Of(
                "Bitbucket app password",
                "Atlassian",
                "ATBB",
                "support.atlassian.com, App passwords",
                Run(Alphabet.AppPassword, 24, Unlimited)
            ),
            Of("Atlassian API token", "Atlassian", "ATATT3", Gitleaks, Run(Alphabet.WordOrDashOrEquals, 186)),
            Of(
                "Atlassian access token",
                "Atlassian",
                "ATCTT3xFfG",
                Gitleaks,
                Run(Alphabet.WordOrDash, 100, 300),
                Then("="),
                Run(Alphabet.UpperHex, 8)
            ),
            Of("Azure DevOps personal access token", "Microsoft", "JQQJ99", SecurityUtilities, Run(Alphabet.Alphanumeric, 26)) with
            {
                Lead = Run(Alphabet.Alphanumeric, 52),
            },
        ];

    private static TokenFormat GitHub(string kind, string prefix) =>
        Of("GitHub " + kind, "GitHub", prefix, GitHubDocs, Run(Alphabet.Alphanumeric, 36, 251)) with
        {
            HasChecksum = true,
        };

    private static TokenFormat GitLab(string kind, string prefix, params TokenPart[] parts) =>
        Of("GitLab " + kind, "GitLab", prefix, GitLabDocs, parts);
}
