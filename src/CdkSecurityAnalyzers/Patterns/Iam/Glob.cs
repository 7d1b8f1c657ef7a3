namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>IAM's wildcards: <c>*</c> is any text, <c>?</c> any one character.</summary>
internal static class Glob
{
    /// <summary>
    /// A text that is not known, as one character that no text contains. In a pattern it matches nothing for sure; in a text only <c>*</c>
    /// matches it for sure.
    /// </summary>
    public const char Unknown = '\uFFFF';

    public static bool HasWildcard(string pattern) => pattern.IndexOf('*') >= 0 || pattern.IndexOf('?') >= 0;

    /// <summary>Whether the pattern is <c>*</c>, once or more.</summary>
    public static bool IsAnything(string pattern)
    {
        foreach (var character in pattern)
        {
            if (character != '*')
            {
                return false;
            }
        }

        return pattern.Length > 0;
    }

    /// <summary>Whether the pattern matches the whole text from a position on, in time bounded by the product of the lengths.</summary>
    public static bool Matches(string pattern, string text, bool ignoreCase, int start = 0)
    {
        int at = 0,
            position = start,
            star = -1,
            resume = start;
        while (position < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                star = at++;
                resume = position;
            }
            else if (at < pattern.Length && MatchesOne(pattern[at], text[position], ignoreCase))
            {
                at++;
                position++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                position = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (at < pattern.Length && pattern[at] == '*')
        {
            at++;
        }

        return at == pattern.Length;
    }

    /// <summary>The lower case of ASCII letters: names of actions have no others, and no other letter is equal to one of them.</summary>
    public static char Fold(char character) => character is >= 'A' and <= 'Z' ? (char)(character | 0x20) : character;

    private static bool MatchesOne(char pattern, char text, bool ignoreCase) =>
        text != Unknown && (pattern == '?' || pattern == text || (ignoreCase && Fold(pattern) == Fold(text)));
}
