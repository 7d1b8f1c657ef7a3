using System;

namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <summary>A password or token in a URL: <c>scheme://user:secret@host</c>. It tells where, never what.</summary>
/// <param name="Start">Where the secret begins.</param>
internal readonly record struct UrlCredential(int Start, int Length)
{
    private const string Separator = "://";

    /// <summary>Longer than any host with user and password.</summary>
    private const int Longest = 2048;

    /// <summary>The first credential in a text; null when there is none.</summary>
    public static UrlCredential? Find(string text)
    {
        for (
            var separator = text.IndexOf(Separator, StringComparison.Ordinal);
            separator >= 0;
            separator = text.IndexOf(Separator, separator + Separator.Length, StringComparison.Ordinal)
        )
        {
            if (separator > 0 && char.IsLetterOrDigit(text[separator - 1]) && In(text, separator + Separator.Length) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static UrlCredential? In(string text, int start)
    {
        var at = -1;
        var end = Math.Min(text.Length, start + Longest);
        for (var index = start; index < end && !IsEndOfAuthority(text[index]); index++)
        {
            at = text[index] == '@' ? index : at;
        }

        if (at < 0)
        {
            return null;
        }

        var colon = text.IndexOf(':', start, at - start);
        if (colon < 0)
        {
            // GitHub takes a token in the place of the user.
            return IsToken(text, start, at) ? new UrlCredential(start, at - start) : null;
        }

        var user = text.Substring(start, colon - start);
        var secret = text.Substring(colon + 1, at - colon - 1);
        if (IsToken(text, start, colon))
        {
            return new UrlCredential(start, colon - start);
        }

        // The server of a test on the machine itself has the password that everybody knows.
        return secret == user || Placeholder.Is(secret) || IsWord(secret) || IsLocal(text, at + 1)
            ? null
            : new UrlCredential(colon + 1, secret.Length);
    }

    private static bool IsToken(string text, int start, int end) => TokenScanner.Find(text.Substring(start, end - start)) is not null;

    /// <summary>What manuals write in the place of the password.</summary>
    private static bool IsWord(string secret) =>
        secret.Equals("password", StringComparison.OrdinalIgnoreCase) || secret.Equals("x-oauth-basic", StringComparison.Ordinal);

    private static bool IsLocal(string text, int host) =>
        string.CompareOrdinal(text, host, "localhost", 0, 9) == 0 || string.CompareOrdinal(text, host, "127.0.0.1", 0, 9) == 0;

    private static bool IsEndOfAuthority(char character) =>
        character is '/' or '?' or '#' or '"' or '\'' or '<' or '>' or '`' || char.IsWhiteSpace(character);
}
