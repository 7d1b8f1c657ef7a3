namespace CdkSecurityAnalyzers.Rules;

/// <summary>What a project may say in its configuration to have a finding left out.</summary>
/// <param name="Key">The setting of the <c>.editorconfig</c>: one of <see cref="Settings"/>.</param>
/// <param name="Entry">The entry in the setting's list that allows what the finding is about.</param>
internal readonly record struct Allowance(string Key, string Entry);

/// <summary>The settings that a project can make; each is a list with commas.</summary>
internal static class Settings
{
    /// <summary>Names or ARNs of AWS managed policies: <c>AmazonS3FullAccess</c>.</summary>
    public const string AllowedManagedPolicies = "cdksec.allowed_managed_policies";

    /// <summary>Actions with wildcards, as policies write them: <c>xray:*</c>.</summary>
    public const string AllowedWildcardActions = "cdksec.allowed_wildcard_actions";
}
