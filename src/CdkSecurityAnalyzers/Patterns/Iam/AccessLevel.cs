namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>What an action does, as AWS classifies it (Service Authorization Reference, <c>Access level</c>).</summary>
internal enum AccessLevel
{
    List,
    Read,
    Write,
    Tagging,
    PermissionsManagement,
}
