using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>
/// Judges search patterns by trying them: on many account ids, and on many refs made of the words in the pattern. Fit for the patterns that people write,
/// not for all that there are.
/// </summary>
internal static partial class PatternJudge
{
    /// <summary>Where signs that stand for themselves are kept apart from those of the pattern: in the area of Unicode that is for private use.</summary>
    private const char Escaped = '\uE000';

    private static readonly string[] Branches = ["refs/heads/"];
    private static readonly string[] Tags = ["refs/tags/"];
    private static readonly string[] OtherNames = ["x", "zz", "9", "111", "x/y", "a.b", "Q-1", "dependabot/npm"];

    private static readonly ConcurrentDictionary<(string, bool), Verdict> Actors = new();
    private static readonly ConcurrentDictionary<string, Verdict> Refs = new();

    public enum Verdict
    {
        Fine,
        Unanchored,
        Wildcard,
        Dead,
    }

    public static Verdict Actor(string pattern, bool hasNumericAccounts) => Actors.GetOrAdd((pattern, hasNumericAccounts), static key => JudgeActor(key.Item1, key.Item2));

    public static Verdict Ref(string pattern) => Refs.GetOrAdd(pattern, JudgeRef);

    private static Verdict JudgeActor(string pattern, bool hasNumericAccounts)
    {
        var search = new Regex(pattern, RegexOptions.CultureInvariant);
        var whole = new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant);
        var words = hasNumericAccounts ? Digits().Matches(pattern) : Words().Matches(pattern).Concat(Words().Matches(pattern.Replace(@"\$", "USD")));
        if (pattern.Contains("GITHUB_ACCOUNT_ID", StringComparison.Ordinal))
        {
            // A place that waits for an id is nobody.
            return Verdict.Dead;
        }

        var seeds = words.Select(match => match.Value.Replace("USD", "$")).Append("").ToList();
        var accounts = seeds
            .SelectMany(seed => Enumerable.Range(0, 1110).Select(number => seed + Numeral(number)).Concat(Enumerable.Range(0, 1110).Select(number => Numeral(number) + seed)))
            .Concat(seeds)
            .Where(account => account.Length > 0)
            .Distinct()
            .ToList();
        var found = accounts.Where(account => search.IsMatch(account)).ToList();
        if (found.Count == 0)
        {
            return Verdict.Dead;
        }

        // Twelve is more than any list here that is written out, and less than any wildcard admits.
        if (Wildcards().IsMatch(pattern) || accounts.Count(account => whole.IsMatch(account)) > 12 || search.IsMatch("0") && search.IsMatch("98765"))
        {
            return Verdict.Wildcard;
        }

        return found.TrueForAll(account => whole.IsMatch(account)) ? Verdict.Fine : Verdict.Unanchored;
    }

    /// <summary>0 to 9, then 00 to 99, then 000 to 999.</summary>
    private static string Numeral(int number) => number < 10 ? $"{number}" : number < 110 ? $"{number - 10:00}" : $"{number - 110:000}";

    private static Verdict JudgeRef(string pattern)
    {
        var search = new Regex(pattern, RegexOptions.CultureInvariant);
        var whole = new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant);
        var names = Expand(pattern).SelectMany(Names).Concat(OtherNames).Distinct().ToList();
        var refs = Branches.Concat(Tags).SelectMany(space => names.Select(name => space + name)).Where(IsLegal).ToList();
        var found = refs.Where(reference => search.IsMatch(reference)).ToList();
        if (found.Count == 0)
        {
            return Verdict.Dead;
        }

        if (refs.Where(IsBranch).All(found.Contains) || refs.Where(reference => !IsBranch(reference)).All(found.Contains))
        {
            return Verdict.Fine;
        }

        return found.TrueForAll(IsStated) ? Verdict.Fine : Verdict.Unanchored;

        bool IsStated(string reference) =>
            whole.IsMatch(reference) || Enumerable.Range(1, reference.Length - 1).Any(length => reference[length - 1] == '/' && whole.IsMatch(reference[..length]));
    }

    private static bool IsBranch(string reference) => reference.StartsWith(Branches[0], StringComparison.Ordinal);

    /// <summary>Names of branches or tags that look like a text of the pattern, and somewhat different.</summary>
    private static IEnumerable<string> Names(string text)
    {
        var name = text.Replace("refs/heads/", "").Replace("refs/tags/", "");
        foreach (var core in new[] { name, text, name.TrimEnd('/'), name + "x" })
        {
            foreach (var varied in new[] { core, core + "-evil", core + "x", "x" + core, "x/" + core, core + "/x", core + "1", "x/refs/heads/" + core, "x/refs/tags/" + core, "x/" + core + "/x" })
            {
                yield return varied;
            }
        }
    }

    /// <summary>Texts that a pattern may have in mind: alternatives one by one, without anchors, wildcards filled.</summary>
    private static List<string> Expand(string pattern)
    {
        var texts = new List<string> { Fillings().Replace(Escape().Replace(pattern, sign => ((char)(sign.Value[1] + Escaped)).ToString()), filling => filling.Value[^1] == '?' ? "" : "1") };
        for (var round = 0; round < 20 && texts.Exists(text => text.Contains('(')); round++)
        {
            texts = [.. texts.SelectMany(text => Group().Match(text) is { Success: true } group
                ? group.Groups[1].Value.Split('|').Select(alternative => text[..group.Index] + alternative + text[(group.Index + group.Length)..])
                : [text])];
        }

        return [.. texts.SelectMany(text => text.Split('|')).Select(text => Unescaped(text.Replace("^", "").Replace("$", "")))];
    }

    private static string Unescaped(string text) => string.Concat(text.Select(sign => sign >= Escaped ? (char)(sign - Escaped) : sign));

    private static bool IsLegal(string reference) => !Illegal().IsMatch(reference);

    /// <summary>A sign that stands for itself.</summary>
    [GeneratedRegex(@"\\[^A-Za-z0-9]")]
    private static partial Regex Escape();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex("[A-Za-z0-9_ /]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<!\\)[.*+]|\\[dwsDWS]|\[\^|\{\d+,\}|\[0-9\]")]
    private static partial Regex Wildcards();

    [GeneratedRegex(@"(\.|\[[^]]*\]|\\d|\\w)[*+?]?|.\?")]
    private static partial Regex Fillings();

    [GeneratedRegex(@"\((?:\?:)?([^()]*)\)[?*+]?")]
    private static partial Regex Group();

    [GeneratedRegex(@"[\x00-\x20\x7f~^:?*\[\\]|\.\.|//|@\{|/\.|[./]$")]
    private static partial Regex Illegal();
}
