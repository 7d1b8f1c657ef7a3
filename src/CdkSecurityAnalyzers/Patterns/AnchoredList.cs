using System.Collections.Immutable;
using System.Linq;
using System.Text;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>The form in which AWS documents a pattern for a list of accounts: <c>^123$</c>, <c>^(123|456)$</c>.</summary>
internal static class AnchoredList
{
    /// <summary>The pattern that lists nothing: it matches the empty text only, and no account or ref is that.</summary>
    public const string OfNothing = "^$";

    private const string Metacharacters = @"\^$.|?*+()[]{}";

    public static string Of(ImmutableArray<string> accounts)
    {
        var escaped = string.Join("|", accounts.Select(Escape));
        return accounts.Length == 1 ? $"^{escaped}$" : $"^({escaped})$";
    }

    /// <summary>
    /// Undoes two slips in patterns for numeric ids: anchors that were escaped by mistake, and lists written with commas or spaces.
    /// </summary>
    public static string Unescape(string pattern)
    {
        var text = new StringBuilder();
        var separated = false;
        for (var index = 0; index < pattern.Length; index++)
        {
            var character = pattern[index];
            if (character is ',' or ';' || CharacterSet.Spaces.Contains(character))
            {
                separated = true;
                continue;
            }

            if (character == '\\' && index + 1 < pattern.Length && pattern[index + 1] is '^' or '$')
            {
                continue;
            }

            if (
                separated
                && CharacterSet.Digits.Contains(character)
                && text.Length > 0
                && CharacterSet.Digits.Contains(text[text.Length - 1])
            )
            {
                text.Append('|');
            }

            separated = false;
            text.Append(character);
        }

        return text.ToString();
    }

    private static string Escape(string account)
    {
        var text = new StringBuilder();
        foreach (var character in account)
        {
            if (Metacharacters.IndexOf(character) >= 0)
            {
                text.Append('\\');
            }

            text.Append(character);
        }

        return text.ToString();
    }
}
