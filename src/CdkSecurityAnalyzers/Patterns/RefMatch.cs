namespace CdkSecurityAnalyzers.Patterns;

/// <summary>How a pattern finds one ref.</summary>
/// <param name="IsFound">A search finds something.</param>
/// <param name="IsSpanned">Some match is the whole ref.</param>
/// <param name="IsUnderDirectory">Some match begins where the ref begins and ends in a slash: it names a directory of refs.</param>
internal readonly record struct RefMatch(bool IsFound, bool IsSpanned, bool IsUnderDirectory)
{
    /// <summary>The pattern says all of the ref, not only a piece that happens to occur in it.</summary>
    public bool IsStated => IsSpanned || IsUnderDirectory;
}
