using System;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <summary>Tells values that stand for a secret from secrets: what documentation shows, what is to be filled in, what is put in when the program runs.</summary>
internal static class Placeholder
{
    /// <summary>Shorter secrets are none.</summary>
    private const int LeastLength = 8;

    /// <summary>A random token has more different characters than this, however short it is.</summary>
    private const int FewCharacters = 4;

    private static readonly string[] Words =
    [
        "changeme",
        "change-me",
        "change_me",
        "change this",
        "replaceme",
        "replace-me",
        "replace_me",
        "placeholder",
        "example",
        "dummy",
        "redacted",
        "your-",
        "your_",
        "xxxx",
        "****",
    ];

    /// <summary>What a name is given that has no value yet.</summary>
    private static readonly string[] Nothings = ["none", "null", "undefined", "default", "disabled", "unset", "todo", "tbd"];

    /// <summary>The beginning of the payload that jwt.io shows: <c>{"sub":"1234567890"</c>.</summary>
    private const string PayloadOfTheManual = "eyJzdWIiOiIxMjM0NTY3ODkwI";

    /// <summary>Whether a value is none that anybody keeps secret.</summary>
    public static bool Is(string value)
    {
        var text = value.Trim();
        return text.Length < LeastLength
            || IsInserted(text)
            || Nothings.Contains(text, StringComparer.OrdinalIgnoreCase)
            || ContainsWord(text, 0, text.Length)
            || IsMonotonous(text, 0, text.Length, most: 1);
    }

    /// <summary>Whether a value is put in by somebody else: a reference, a variable, a form to fill in.</summary>
    public static bool IsInserted(string value)
    {
        var text = value.Trim();
        return text.Length == 0
            || text[0] == '$'
            || Between(text, "<", ">")
            || Between(text, "{", "}")
            || Between(text, "%", "%")
            || Between(text, "@", "@")
            || Between(text, "[", "]")
            || text.IndexOf("${", StringComparison.Ordinal) >= 0
            || text.IndexOf("#{", StringComparison.Ordinal) >= 0
            || text.IndexOf("{{", StringComparison.Ordinal) >= 0
            || text.IndexOf("$(", StringComparison.Ordinal) >= 0;
    }

    /// <summary>Whether what looks like a token is a value of documentation.</summary>
    public static bool IsToken(string text, FoundToken token)
    {
        var body = token.Start + (token.Format.Lead is null ? token.Format.Prefix.Length : 0);
        return ContainsWord(text, body, token.End - body)
            || IsMonotonous(text, body, token.End - body, FewCharacters)
            || text.IndexOf(PayloadOfTheManual, token.Start, token.Length, StringComparison.Ordinal) >= 0;
    }

    private static bool Between(string text, string open, string close) =>
        text.StartsWith(open, StringComparison.Ordinal) && text.EndsWith(close, StringComparison.Ordinal);

    private static bool ContainsWord(string text, int start, int length) =>
        Words.Any(word => text.IndexOf(word, start, length, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsMonotonous(string text, int start, int length, int most)
    {
        var seen = string.Empty;
        for (var index = start; index < start + length; index++)
        {
            if (seen.IndexOf(text[index]) < 0)
            {
                seen += text[index];
                if (seen.Length > most)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
