using System.Collections.Generic;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>The words that a name is put together from.</summary>
internal static class NameWords
{
    /// <summary>
    /// The words, in upper case: <c>GITHUB_TOKEN</c>, <c>github-token</c> and <c>GitHubToken</c> alike end with <c>TOKEN</c>.
    /// </summary>
    public static List<string> Of(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var index = 0; index <= name.Length; index++)
        {
            if (index == name.Length || !char.IsLetterOrDigit(name[index]))
            {
                Add(words, name, start, index);
                start = index + 1;
            }
            else if (index > start && IsHump(name, index))
            {
                Add(words, name, start, index);
                start = index;
            }
        }

        return words;
    }

    /// <summary>A capital after a small letter, or before one: the boundary in <c>apiKey</c> and in <c>APIKey</c>.</summary>
    private static bool IsHump(string name, int index) =>
        char.IsUpper(name[index])
        && (char.IsLower(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1]) && char.IsUpper(name[index - 1])));

    private static void Add(List<string> words, string name, int start, int end)
    {
        if (end > start)
        {
            words.Add(name.Substring(start, end - start).ToUpperInvariant());
        }
    }
}
