using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>
/// The verdict on a pattern of an <c>ACTOR_ACCOUNT_ID</c> filter. CodeBuild searches with the pattern, so the question is which account ids
/// contain a match. First, whatever cannot match within an account id is cut away: <c>^(123|octocat)$</c> lists one GitHub account. Then
/// <list type="bullet">
/// <item><em>dead</em>: no account id contains a match (a walk over the automaton finds none);</item>
/// <item><em>wildcard</em>: what is left has a wildcard – <c>.</c>, a shorthand or negated class, a class with all ten digits,
/// <c>*</c>, <c>+</c>, <c>{n,}</c> – or matches the empty text inside every id (an empty alternative), or lists more accounts than
/// <see cref="PatternListing.MaximumTexts"/>, which nobody can have reviewed;</item>
/// <item>otherwise its matches are a finite list, and the verdict is <em>exact</em> when the pattern ties both ends of each of them to the
/// ends of the id, else <em>unanchored</em>.</item>
/// </list>
/// An id has at least one character, so a match of the empty text between <c>^</c> and <c>$</c> lets nobody through.
/// </summary>
internal sealed class ActorPattern
{
    private static readonly VerdictCache<(string Pattern, bool AccountsAreNumeric), ActorPattern> Verdicts = new();

    private ActorPattern(ActorPatternKind kind) => Kind = kind;

    public ActorPatternKind Kind { get; }

    /// <summary>For exact and unanchored patterns: the accounts that the pattern lists, in its order, each once; else empty.</summary>
    public ImmutableArray<string> Accounts { get; private init; } = ImmutableArray<string>.Empty;

    /// <summary>For unanchored and wildcard patterns: an account that is let through without being listed.</summary>
    public string? Intruder { get; private init; }

    /// <summary>For unanchored patterns: the exact pattern for <see cref="Accounts"/>; null when it would be too long to read.</summary>
    public string? Anchored { get; private init; }

    /// <summary>For dead patterns: the exact pattern that was meant, when that is readable.</summary>
    public string? Suggestion { get; private init; }

    /// <summary>For unreadable patterns: why, as a clause without a full stop.</summary>
    public string? UnreadableReason { get; private init; }

    /// <summary>Judges a pattern.</summary>
    /// <param name="pattern">The filter's pattern.</param>
    /// <param name="accountsAreNumeric">The source's account ids are digits (GitHub, GitHub Enterprise, GitLab), not any text (Bitbucket).</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static ActorPattern Classify(string pattern, bool accountsAreNumeric, CancellationToken cancellationToken) =>
        Verdicts.GetOrDecide(
            (pattern, accountsAreNumeric),
            key => Decide(key.Pattern, key.AccountsAreNumeric, cancellationToken),
            cancellationToken
        );

    private static ActorPattern Decide(string pattern, bool accountsAreNumeric, CancellationToken cancellationToken)
    {
        var language = accountsAreNumeric ? TextLanguage.NumericAccounts : TextLanguage.AnyText;
        var verdict = Judge(pattern, language, cancellationToken);
        return verdict.Kind == ActorPatternKind.Dead && accountsAreNumeric
            ? new ActorPattern(ActorPatternKind.Dead) { Suggestion = Meant(pattern, language, cancellationToken) }
            : verdict;
    }

    private static ActorPattern Judge(string pattern, TextLanguage language, CancellationToken cancellationToken)
    {
        var search = SearchPattern.Parse(pattern, out var reason);
        if (search is null)
        {
            return new ActorPattern(ActorPatternKind.Unreadable) { UnreadableReason = reason };
        }

        var tree = search.Tree.Within(language.Alphabet);
        if (tree is null)
        {
            return new ActorPattern(ActorPatternKind.Dead);
        }

        if (!FoundText.TryFind(search, language, out var found, cancellationToken))
        {
            return new ActorPattern(ActorPatternKind.Unreadable) { UnreadableReason = "the pattern is too large to be decided" };
        }

        if (found is null)
        {
            return new ActorPattern(ActorPatternKind.Dead);
        }

        var entries = tree.HasWildcard() ? null : PatternListing.Of(tree, cancellationToken);
        return entries is null || entries.Exists(static entry => entry.Text.Length == 0 && !(entry.AtStart && entry.AtEnd))
            ? Wildcard(search, found)
            : Listed(search, entries.FindAll(static entry => entry.Text.Length > 0), language, cancellationToken);
    }

    private static ActorPattern Wildcard(SearchPattern search, string found) =>
        new(ActorPatternKind.Wildcard)
        {
            // An extension of the shortest match shows better what a wildcard admits.
            Intruder = new[] { found + "1", "1" + found, found }.First(candidate => search.IsFoundIn(candidate)),
        };

    private static ActorPattern Listed(
        SearchPattern search,
        List<PatternListing.Entry> entries,
        TextLanguage language,
        CancellationToken cancellationToken
    )
    {
        var accounts = entries.Select(static entry => entry.Text).Distinct().ToImmutableArray();
        if (entries.TrueForAll(static entry => entry.AtStart && entry.AtEnd))
        {
            return new ActorPattern(ActorPatternKind.Exact) { Accounts = accounts };
        }

        var anchored = AnchoredList.Of(accounts);
        var verdict = Judge(anchored, language, cancellationToken);
        return new ActorPattern(ActorPatternKind.Unanchored)
        {
            Accounts = accounts,
            Intruder = IntruderAmong(entries, accounts, search, cancellationToken),
            Anchored = verdict.Kind == ActorPatternKind.Exact && verdict.Accounts.SequenceEqual(accounts) ? anchored : null,
        };
    }

    private static string? IntruderAmong(
        List<PatternListing.Entry> entries,
        ImmutableArray<string> accounts,
        SearchPattern search,
        CancellationToken cancellationToken
    )
    {
        var open = entries.FindIndex(static entry => !entry.AtStart);
        var listed = new HashSet<string>(accounts);
        var intruder = entries[open >= 0 ? open : entries.FindIndex(static entry => !entry.AtEnd)].Text;

        // Ends after as many rounds as the list has accounts: each round makes another text.
        do
        {
            intruder = open >= 0 ? "1" + intruder : intruder + "1";
        } while (listed.Contains(intruder));

        return search.IsFoundIn(intruder, cancellationToken) ? intruder : null;
    }

    private static string? Meant(string pattern, TextLanguage language, CancellationToken cancellationToken)
    {
        var verdict = Judge(AnchoredList.Unescape(pattern), language, cancellationToken);
        return verdict.Kind is ActorPatternKind.Exact ? AnchoredList.Of(verdict.Accounts) : verdict.Anchored;
    }
}
