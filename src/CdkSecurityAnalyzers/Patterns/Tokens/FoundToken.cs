namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <summary>A token that stands in a text. It tells where, never what.</summary>
/// <param name="IsVerified">Whether the token has a checksum and that is right: then it is no chance, and no made-up value either.</param>
internal readonly record struct FoundToken(TokenFormat Format, int Start, int Length, bool IsVerified)
{
    public int End => Start + Length;
}
