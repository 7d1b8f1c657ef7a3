using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>
/// Writes a ref pattern in the form of AWS's examples: <c>^refs/heads/main$</c>, <c>^refs/heads/(main|develop)$</c>. Every proposal is
/// judged again before it is offered.
/// </summary>
internal static class AnchoredRef
{
    /// <summary>More alternatives than this are left to the author.</summary>
    private const int MaximumAlternatives = 100;

    /// <summary>The pattern, tied to the ends of the ref; null when no proposal holds.</summary>
    public static string? Of(SearchPattern pattern, RefExploration exploration, CancellationToken cancellationToken)
    {
        if (pattern.TopLevelAlternatives.Length > MaximumAlternatives)
        {
            return null;
        }

        var sample = exploration.Shortest("", static match => match.IsUnderDirectory && !match.IsSpanned);
        return Proposals(pattern.TopLevelAlternatives, cancellationToken)
            .FirstOrDefault(proposal =>
                RefPattern.KindOf(proposal, cancellationToken) is RefPatternKind.Exact or RefPatternKind.Open
                && (sample is null || SearchPattern.Parse(proposal, out _)!.IsFoundIn(sample, cancellationToken))
            );
    }

    /// <summary>
    /// What a dead pattern was meant to be: anchors inside the pattern, as <c>AndBranchIs("^main$")</c> renders them, belong to its ends,
    /// and a name without a namespace is a branch.
    /// </summary>
    public static string? Meant(string pattern, CancellationToken cancellationToken)
    {
        var name = WithoutAnchors(pattern);
        foreach (var candidate in new[] { name, RefLanguage.Branches + name })
        {
            var anchored = "^" + candidate + "$";
            if (name.IndexOf('|') < 0 && RefPattern.KindOf(anchored, cancellationToken) is RefPatternKind.Exact or RefPatternKind.Open)
            {
                return anchored;
            }

            if (
                SearchPattern.Parse(candidate, out _) is { } search
                && RefPattern.KindOf(candidate, cancellationToken) == RefPatternKind.Unanchored
                && Of(search, new RefExploration(search, cancellationToken), cancellationToken) is { } proposal
            )
            {
                return proposal;
            }
        }

        return null;
    }

    /// <summary>The pattern tied at both ends, or at one: an anchor moves out of the alternatives only where the whole gets it back.</summary>
    private static IEnumerable<string> Proposals(ImmutableArray<string> alternatives, CancellationToken cancellationToken)
    {
        yield return $"^{Group(alternatives, atStart: true, atEnd: true, cancellationToken)}$";
        yield return "^" + Group(alternatives, atStart: true, atEnd: false, cancellationToken);
        yield return Group(alternatives, atStart: false, atEnd: true, cancellationToken) + "$";
    }

    private static string Group(ImmutableArray<string> alternatives, bool atStart, bool atEnd, CancellationToken cancellationToken)
    {
        var bodies = alternatives.Select(alternative => WithoutOuterAnchors(alternative, atStart, atEnd)).ToList();
        var prefixes = alternatives
            .Zip(bodies, (alternative, body) => atStart && !BeginsInAnchor(alternative) ? NamespaceOf(body, cancellationToken) : "")
            .ToList();
        return bodies.Count == 1 ? prefixes[0] + bodies[0]
            : prefixes.TrueForAll(static prefix => prefix.Length > 0) ? $"{RefLanguage.Branches}({string.Join("|", bodies)})"
            : $"({string.Join("|", prefixes.Zip(bodies, static (prefix, body) => prefix + body))})";
    }

    /// <summary>The namespace that a bare name lacks: as a whole it is no ref, but it is one below <c>refs/heads/</c>.</summary>
    private static string NamespaceOf(string body, CancellationToken cancellationToken)
    {
        bool IsAlive(string pattern) =>
            RefPattern.KindOf(pattern, cancellationToken) is not (RefPatternKind.Dead or RefPatternKind.Unreadable);

        return IsAlive("^" + body) || !IsAlive("^" + RefLanguage.Branches + body) ? "" : RefLanguage.Branches;
    }

    private static bool BeginsInAnchor(string alternative) => alternative.StartsWith("^", StringComparison.Ordinal);

    private static bool EndsInAnchor(string alternative) =>
        alternative.EndsWith("$", StringComparison.Ordinal)
        && alternative.Reverse().Skip(1).TakeWhile(static character => character == '\\').Count() % 2 == 0;

    private static string WithoutOuterAnchors(string alternative, bool atStart, bool atEnd)
    {
        var begin = atStart && BeginsInAnchor(alternative) ? 1 : 0;
        var end = atEnd && EndsInAnchor(alternative) ? alternative.Length - 1 : alternative.Length;
        return alternative.Substring(begin, end - begin);
    }

    /// <summary>Removes <c>^</c> and <c>$</c>, escaped or not; inside classes they stay.</summary>
    private static string WithoutAnchors(string pattern)
    {
        var text = new StringBuilder();
        var inClass = false;
        for (var index = 0; index < pattern.Length; index++)
        {
            var isEscaped = pattern[index] == '\\' && index + 1 < pattern.Length;
            var character = isEscaped ? pattern[++index] : pattern[index];
            if (!inClass && character is '^' or '$')
            {
                continue;
            }

            inClass = isEscaped ? inClass : character == '[' || (inClass && character != ']');
            text.Append(isEscaped ? "\\" : "").Append(character);
        }

        return text.ToString().Trim();
    }
}
