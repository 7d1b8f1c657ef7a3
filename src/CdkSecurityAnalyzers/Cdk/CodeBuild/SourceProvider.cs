using System;

namespace CdkSecurityAnalyzers.Cdk.CodeBuild;

/// <summary>The types of a project's source (API reference: ProjectSource).</summary>
internal static class SourceProvider
{
    public const string GitHub = "GITHUB";
    public const string GitHubEnterprise = "GITHUB_ENTERPRISE";
    public const string Bitbucket = "BITBUCKET";
    public const string CodePipeline = "CODEPIPELINE";

    /// <summary>The product's name for people; null for sources without webhooks and unknown ones.</summary>
    public static string? NameOf(string? provider) =>
        provider switch
        {
            GitHub => "GitHub",
            GitHubEnterprise => "GitHub Enterprise",
            Bitbucket => "Bitbucket",
            "GITLAB" or "GITLAB_SELF_MANAGED" => "GitLab",
            _ => null,
        };

    /// <summary>Whether account ids are decimal numbers: yes for GitHub, no for Bitbucket; null when that is not known.</summary>
    public static bool? HasNumericAccounts(string? provider) =>
        provider switch
        {
            GitHub or GitHubEnterprise => true,
            Bitbucket => false,
            _ => null,
        };

    /// <summary>Whether a role that may approve builds exists at a provider: <c>GITHUB_WRITE</c> at GitHub and GitHub Enterprise.</summary>
    public static bool HasRole(string provider, string role) =>
        provider.StartsWith(role.Substring(0, Math.Max(role.IndexOf('_'), 0)), StringComparison.Ordinal);
}
