using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <summary>The formats that are recognized. A format has a prefix of its own, so that other texts do not have it by chance.</summary>
internal static partial class TokenFormats
{
    private const string GitHubDocs = "docs.github.com, About authentication to GitHub, token formats";
    private const string GitLabDocs = "docs.gitlab.com, Token overview, token prefixes";
    private const string Gitleaks = "github.com/gitleaks/gitleaks, config/gitleaks.toml";
    private const string SecurityUtilities = "github.com/microsoft/security-utilities, GeneratedRegexPatterns";

    /// <summary>Behind the prefix: more than any token has.</summary>
    private const int Unlimited = int.MaxValue;

    public static ImmutableArray<TokenFormat> All { get; } = [.. SourceHosts, .. Clouds, .. Registries, .. Services, .. General];

    private static TokenFormat Of(string name, string issuer, string prefix, string source, params TokenPart[] parts) =>
        new(name, issuer, prefix, source, [.. parts]);

    private static TokenRun Run(Alphabet alphabet, int length) => new(alphabet, length, length);

    private static TokenRun Run(Alphabet alphabet, int least, int most) => new(alphabet, least, most);

    private static TokenSeparator Then(string text) => new(text);
}
