using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>Tells which environment a name speaks of: <c>DeployProd</c>, <c>prod-eu</c> and <c>PROD2</c> all say <c>prod</c>.</summary>
internal static class EnvironmentName
{
    private static readonly char[] Digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    /// <summary>Words that turn the next one into its opposite: <c>non-prod</c>, <c>PreProduction</c>.</summary>
    private static readonly ImmutableHashSet<string> Negations = ["NON", "NOT", "NO", "PRE", "UN"];

    /// <summary>Whether a name says one of some environments. A word that may go on in an unknown part of the name says nothing.</summary>
    /// <param name="environments">Their names, in any case: each one word, or several with something between them.</param>
    public static bool Says(PartialText name, ImmutableArray<string> environments)
    {
        for (var index = 0; index < name.Parts.Length; index++)
        {
            if (name.Parts[index] is { } known && Says(WordsOf(known, index > 0, index + 1 < name.Parts.Length), environments))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Says(List<string> words, ImmutableArray<string> environments)
    {
        foreach (var environment in environments)
        {
            var named = NameWords.Of(environment);
            for (var start = 0; named.Count > 0 && start + named.Count <= words.Count; start++)
            {
                if (words.Skip(start).Take(named.Count).SequenceEqual(named) && !(start > 0 && Negations.Contains(words[start - 1])))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static List<string> WordsOf(string known, bool isContinued, bool continues)
    {
        var words = NameWords.Of(known);
        if (isContinued && words.Count > 0 && char.IsLetterOrDigit(known[0]))
        {
            words.RemoveAt(0);
        }

        if (continues && words.Count > 0 && char.IsLetterOrDigit(known[known.Length - 1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return words.ConvertAll(static word => word.TrimEnd(Digits) is { Length: > 0 } text ? text : word);
    }
}
