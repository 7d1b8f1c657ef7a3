namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>How much an AWS managed policy grants.</summary>
internal enum ManagedPolicyBreadth
{
    /// <summary>Every action, or every action of IAM: the holder can become administrator.</summary>
    Administrator,

    /// <summary>Every action but those of IAM, Organizations and the account itself (<c>PowerUserAccess</c>).</summary>
    PowerUser,

    /// <summary>Passes any role to any service: a way to become what those roles are.</summary>
    PassesAnyRole,

    /// <summary>Every action of at least one service, on every resource.</summary>
    FullAccess,
}
