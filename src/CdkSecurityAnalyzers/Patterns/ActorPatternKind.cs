namespace CdkSecurityAnalyzers.Patterns;

/// <summary>What a pattern of an actor filter lets through.</summary>
internal enum ActorPatternKind
{
    /// <summary>Exactly the accounts that it lists.</summary>
    Exact,

    /// <summary>The accounts that it lists and every account whose id contains, begins or ends like one of them.</summary>
    Unanchored,

    /// <summary>Accounts that it does not name, even when anchored at both ends.</summary>
    Wildcard,

    /// <summary>No account at all.</summary>
    Dead,

    /// <summary>Not known: the pattern is malformed, too large, or uses what engines read differently.</summary>
    Unreadable,
}
