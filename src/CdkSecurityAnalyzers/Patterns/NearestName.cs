using System;
using System.Collections.Generic;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>Finds the word that somebody meant.</summary>
internal static class NearestName
{
    /// <summary>
    /// The known name that a wrong one contains, the only one with all of its words (<c>ACTOR_ID</c> of <c>ACTOR_ACCOUNT_ID</c>), or one that differs in few
    /// letters; null when none is close.
    /// </summary>
    public static string? To(string written, IEnumerable<string> names)
    {
        var candidates = names.OrderBy(static name => name, StringComparer.Ordinal).ToList();
        var contained = candidates
            .Where(name => written.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0)
            .OrderByDescending(static name => name.Length)
            .FirstOrDefault();
        if (contained is not null)
        {
            return contained;
        }

        var words = written.Split('_');
        var wordy = candidates.Where(name => !words.Except(name.Split('_'), StringComparer.OrdinalIgnoreCase).Any()).ToList();
        if (wordy.Count == 1)
        {
            return wordy[0];
        }

        return BySpelling(written, candidates);
    }

    /// <summary>The known name that differs from a wrong one in few letters; null when none is close.</summary>
    public static string? BySpelling(string written, IEnumerable<string> names)
    {
        var nearest = names
            .Where(name => Math.Abs(written.Length - name.Length) <= name.Length / 3)
            .OrderBy(static name => name, StringComparer.Ordinal)
            .Select(name => (Name: name, Distance: Distance(written, name)))
            .OrderBy(static candidate => candidate.Distance)
            .FirstOrDefault();
        return nearest.Name is { } found && nearest.Distance <= found.Length / 3 ? found : null;
    }

    /// <summary>How many letters must be added, removed or changed, without regard to case.</summary>
    private static int Distance(string first, string second)
    {
        var previous = Enumerable.Range(0, second.Length + 1).ToArray();
        foreach (var letter in first)
        {
            var current = new int[previous.Length];
            current[0] = previous[0] + 1;
            for (var column = 1; column < current.Length; column++)
            {
                var change = char.ToUpperInvariant(letter) == char.ToUpperInvariant(second[column - 1]) ? 0 : 1;
                current[column] = Math.Min(previous[column - 1] + change, Math.Min(previous[column], current[column - 1]) + 1);
            }

            previous = current;
        }

        return previous[second.Length];
    }
}
