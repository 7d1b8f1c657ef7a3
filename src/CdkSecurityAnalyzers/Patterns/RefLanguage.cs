using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>
/// The refs that can reach a <c>HEAD_REF</c> or <c>BASE_REF</c> filter: a namespace and a name that git accepts (git-check-ref-format:
/// no control character, space, <c>~^:?*[\</c>, no <c>..</c>, <c>//</c> or <c>@{</c>, no component that begins with a dot, no dot or
/// slash at the end). Names that end in <c>.lock</c> are counted as legal. A pull request's head is rendered as a branch as well.
/// </summary>
internal static class RefLanguage
{
    public const string Branches = "refs/heads/";

    public const string Tags = "refs/tags/";

    /// <summary>Every ref; branches come first.</summary>
    public static readonly TextLanguage All = Build(Branches, Tags, "refs/pull/", "refs/merge-requests/");

    private static TextLanguage Build(params string[] namespaces)
    {
        var prefixes = namespaces
            .SelectMany(static prefix => Enumerable.Range(0, prefix.Length).Select(length => prefix.Substring(0, length)))
            .Distinct()
            .ToList();
        var begin = prefixes.Count;
        var states = prefixes.Select(prefix => new TextLanguage.State(MovesOfPrefix(prefix, namespaces, prefixes), false));
        return new TextLanguage(states.Concat(StatesOfName(begin)));
    }

    private static ImmutableArray<TextLanguage.Move> MovesOfPrefix(string prefix, string[] namespaces, List<string> prefixes) =>
        namespaces
            .Where(name => name.Length > prefix.Length && name.StartsWith(prefix, System.StringComparison.Ordinal))
            .Select(name => name.Substring(0, prefix.Length + 1))
            .Distinct()
            .Select(longer => new TextLanguage.Move(
                CharacterSet.Single(longer[prefix.Length]),
                namespaces.Contains(longer) ? prefixes.Count : prefixes.IndexOf(longer)
            ))
            .ToImmutableArray();

    private static IEnumerable<TextLanguage.State> StatesOfName(int componentBegins)
    {
        var (inComponent, afterDot, afterAt) = (componentBegins + 1, componentBegins + 2, componentBegins + 3);
        var legal = TextLanguage.AnyText.Alphabet.Except(CharacterSet.Of(@" ~^:?*[\"));
        var plain = new TextLanguage.Move(legal.Except(CharacterSet.Of("/.@")), inComponent);
        var plainButBrace = new TextLanguage.Move(plain.Characters.Except(CharacterSet.Single('{')), inComponent);
        var slash = new TextLanguage.Move(CharacterSet.Single('/'), componentBegins);
        var dot = new TextLanguage.Move(CharacterSet.Single('.'), afterDot);
        var at = new TextLanguage.Move(CharacterSet.Single('@'), afterAt);

        yield return new TextLanguage.State(ImmutableArray.Create(plain, at), false);
        yield return new TextLanguage.State(ImmutableArray.Create(plain, slash, dot, at), true);
        yield return new TextLanguage.State(ImmutableArray.Create(plain, slash, at), false);
        yield return new TextLanguage.State(ImmutableArray.Create(plainButBrace, slash, dot, at), true);
    }
}
