namespace CdkSecurityAnalyzers.Patterns;

/// <summary>What a pattern of a ref filter lets through.</summary>
internal enum RefPatternKind
{
    /// <summary>Finitely many refs, each stated as a whole.</summary>
    Exact,

    /// <summary>Any number of refs, and the pattern states so: by a wildcard, by a directory, or by covering every branch or tag.</summary>
    Open,

    /// <summary>Refs in which what the pattern states is only a piece.</summary>
    Unanchored,

    /// <summary>No ref at all.</summary>
    Dead,

    /// <summary>Not known: the pattern is malformed, too large, or uses what engines read differently.</summary>
    Unreadable,
}
