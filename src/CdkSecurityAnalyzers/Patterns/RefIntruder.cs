using System.Collections.Generic;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>Turns a counterexample of the decision procedure into a ref that tells its story.</summary>
internal static class RefIntruder
{
    private const string Suffix = "-evil";

    private const string Prefix = RefLanguage.Branches + "x/";

    /// <summary>Longest ref that is polished, in characters: git hosts accept no longer names, and the search is quadratic in it.</summary>
    private const int LongestPolished = 250;

    /// <summary>A ref that is found and not stated, as readable as can be.</summary>
    /// <param name="counterexample">A shortest such ref.</param>
    /// <param name="exploration">Answers for the pattern.</param>
    public static string Polish(string counterexample, RefExploration exploration) =>
        counterexample.Length > LongestPolished
            ? counterexample
            : Candidates(counterexample, exploration)
                .First(candidate => exploration.MatchIn(candidate) is { IsFound: true, IsStated: false });

    private static IEnumerable<string> Candidates(string counterexample, RefExploration exploration)
    {
        for (var length = counterexample.Length - 1; length > 0; length--)
        {
            var head = counterexample.Substring(0, length);
            if (exploration.MatchIn(head).IsStated)
            {
                yield return head + Suffix;
            }
        }

        for (var begin = 1; begin < counterexample.Length; begin++)
        {
            var tail = counterexample.Substring(begin);
            if (exploration.MatchIn(tail).IsStated)
            {
                yield return Prefix + tail;
            }
        }

        var name = counterexample.Substring(counterexample.IndexOf('/', "refs/".Length) + 1);
        yield return RefLanguage.Branches + name + Suffix;
        yield return Prefix + name;
        yield return counterexample;
    }
}
