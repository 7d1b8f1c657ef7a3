using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <summary>How the tokens, keys or passwords of one kind are written.</summary>
/// <param name="Name">What the token is, for people: <c>GitHub personal access token</c>.</param>
/// <param name="Issuer">Who issues it.</param>
/// <param name="Prefix">What it begins with, upper and lower case as they are; nothing else of a token is ever shown.</param>
/// <param name="Source">Where the format is described.</param>
/// <param name="Parts">What follows the prefix.</param>
internal sealed record TokenFormat(string Name, string Issuer, string Prefix, string Source, ImmutableArray<TokenPart> Parts)
{
    /// <summary>What stands before <see cref="Prefix"/>, where that is in the middle of the token; as many characters as <see cref="TokenRun.Least"/>.</summary>
    public TokenRun? Lead { get; init; }

    /// <summary>Whether the last six characters behind the prefix are a checksum of those before them.</summary>
    public bool HasChecksum { get; init; }

    /// <summary>What may be shown of a token: enough to tell which one is meant.</summary>
    public string Shown => Lead is null ? Prefix + "…" : "…" + Prefix + "…";
}
