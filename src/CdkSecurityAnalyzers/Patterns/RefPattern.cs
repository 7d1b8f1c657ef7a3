using System.Threading;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>
/// The verdict on a pattern of a <c>HEAD_REF</c> or <c>BASE_REF</c> filter, as it is rendered into the template
/// (<c>AndBranchIs("main")</c> renders <c>refs/heads/main</c>). CodeBuild searches with the pattern. Over the possible refs
/// (<see cref="RefLanguage"/>) let <em>found</em> be those that contain a match, and <em>stated</em> those that are a match as a whole or lie
/// under a match that begins the ref and ends in a slash (<c>^refs/heads/release/</c> names a directory). Then the pattern is
/// <list type="bullet">
/// <item><em>dead</em> when nothing is found;</item>
/// <item><em>open</em> when every branch, or every tag, is found: it narrows nothing that it could have meant to name;</item>
/// <item><em>unanchored</em> when something is found that is not stated: an end is open, and the pattern did not say so. An end that is
/// an anchor, or a wildcard that takes whatever stands there (<c>.*</c>), leaves nothing unstated. Each alternative counts, because
/// what any of them finds is found;</item>
/// <item>else <em>exact</em> when what is stated is finite, and <em>open</em> when it is not.</item>
/// </list>
/// </summary>
internal sealed class RefPattern
{
    private static readonly VerdictCache<string, RefPattern> Verdicts = new();

    private RefPattern(RefPatternKind kind) => Kind = kind;

    public RefPatternKind Kind { get; }

    /// <summary>For unanchored patterns: a ref that is found without being stated.</summary>
    public string? Intruder { get; private init; }

    /// <summary>For unanchored patterns: the same pattern tied to the ends of the ref; null when none was verified.</summary>
    public string? Anchored { get; private init; }

    /// <summary>For dead patterns: the pattern that was meant, when that is readable.</summary>
    public string? Suggestion { get; private init; }

    /// <summary>For unreadable patterns: why, as a clause without a full stop.</summary>
    public string? UnreadableReason { get; private init; }

    /// <summary>Judges a pattern as it is rendered.</summary>
    public static RefPattern Classify(string pattern, CancellationToken cancellationToken) =>
        Verdicts.GetOrDecide(pattern, text => Decide(text, cancellationToken), cancellationToken);

    private static RefPattern Decide(string pattern, CancellationToken cancellationToken)
    {
        var verdict = Judge(pattern, out var search, out var exploration, cancellationToken);
        switch (verdict.Kind)
        {
            case RefPatternKind.Unanchored:
                return new RefPattern(RefPatternKind.Unanchored)
                {
                    Intruder = RefIntruder.Polish(verdict.Intruder!, exploration!),
                    Anchored = AnchoredRef.Of(search!, exploration!, cancellationToken),
                };
            case RefPatternKind.Dead:
                return new RefPattern(RefPatternKind.Dead) { Suggestion = AnchoredRef.Meant(pattern, cancellationToken) };
            default:
                return verdict;
        }
    }

    /// <summary>The kind alone, without what a rule would offer.</summary>
    public static RefPatternKind KindOf(string pattern, CancellationToken cancellationToken) =>
        Judge(pattern, out _, out _, cancellationToken).Kind;

    private static RefPattern Judge(
        string pattern,
        out SearchPattern? search,
        out RefExploration? exploration,
        CancellationToken cancellationToken
    )
    {
        exploration = null;
        search = SearchPattern.Parse(pattern, out var reason);
        if (search is null)
        {
            return Unreadable(reason!);
        }

        var tree = search.Tree.Within(RefLanguage.All.Alphabet);
        if (tree is null)
        {
            return new RefPattern(RefPatternKind.Dead);
        }

        if (!FoundText.TryFind(search, RefLanguage.All, out var found, cancellationToken))
        {
            return Unreadable(TooLarge);
        }

        if (found is null)
        {
            return new RefPattern(RefPatternKind.Dead);
        }

        exploration = new RefExploration(search, cancellationToken);
        var missedBranch = exploration.Shortest(RefLanguage.Branches, static match => !match.IsFound);
        var missedTag = exploration.Shortest(RefLanguage.Tags, static match => !match.IsFound);
        if (!exploration.IsExhausted && (missedBranch is null || missedTag is null))
        {
            return new RefPattern(RefPatternKind.Open);
        }

        var unstated = exploration.Shortest("", static match => match.IsFound && !match.IsStated);
        if (exploration.IsExhausted)
        {
            return Unreadable(TooLarge);
        }

        if (unstated is not null)
        {
            return new RefPattern(RefPatternKind.Unanchored) { Intruder = unstated };
        }

        // Without an open repetition finitely many texts are a match; what remains is whether some match is only a directory.
        var isFinite = !tree.HasOpenRepetition() && exploration.Shortest("", static match => match.IsUnderDirectory) is null;
        return exploration.IsExhausted ? Unreadable(TooLarge) : new RefPattern(isFinite ? RefPatternKind.Exact : RefPatternKind.Open);
    }

    private const string TooLarge = "the pattern is too large to be decided";

    private static RefPattern Unreadable(string reason) => new(RefPatternKind.Unreadable) { UnreadableReason = reason };
}
