using System.Collections.Generic;
using System.Linq;

namespace CdkSecurityAnalyzers.Rules;

/// <summary>Lists of words in messages.</summary>
internal static class WordList
{
    private const int Shown = 3;

    /// <summary>The first three and how many more there are: <c>a, b, c and 4 more</c>.</summary>
    /// <param name="words">The words; null for those that are not known.</param>
    /// <param name="unknown">What stands for all of them when one is not known.</param>
    public static string Of(IEnumerable<string?> words, string unknown = "")
    {
        var all = words.ToList();
        if (all.Contains(null))
        {
            return unknown;
        }

        if (all.Count == 1)
        {
            return all[0]!;
        }

        return all.Count > Shown
            ? $"{string.Join(", ", all.Take(Shown))} and {all.Count - Shown} more"
            : $"{string.Join(", ", all.Take(all.Count - 1))} and {all[all.Count - 1]}";
    }
}
