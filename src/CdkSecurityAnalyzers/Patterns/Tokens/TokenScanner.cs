using System;
using System.Collections.Immutable;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <summary>
/// Finds tokens in a text. Looks for prefixes first, and looks at every character at most once for each prefix that begins with it and once for each alphabet,
/// whatever the text is: where a run of characters ends is remembered.
/// </summary>
/// <param name="text">The text; never shown to anybody.</param>
internal sealed class TokenScanner(string text)
{
    /// <summary>The formats by the first character of their prefix.</summary>
    private static readonly ImmutableArray<TokenFormat>[] ByFirstCharacter = Index();

    private readonly (int Start, int End)[] runs = new (int, int)[Alphabet.Count];
    private int position;

    /// <summary>How many characters were looked at, each as often as it was.</summary>
    public long Visited { get; private set; }

    /// <summary>Whether a token may begin somewhere in a text: whether there is a prefix.</summary>
    public static bool MayFind(string text) => FirstCandidate(text) >= 0;

    /// <summary>The first token that is none of the values that documentation shows; null when there is none.</summary>
    public static FoundToken? Find(string text)
    {
        var start = FirstCandidate(text);
        if (start < 0)
        {
            return null;
        }

        var scanner = new TokenScanner(text) { position = start };
        while (scanner.Next() is { } found)
        {
            if (found.IsVerified || !Placeholder.IsToken(text, found))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The next token; null when there is none any more.</summary>
    public FoundToken? Next()
    {
        for (; position < text.Length; position++)
        {
            Visited++;
            var formats = FormatsFor(text[position]);
            if (formats.IsDefaultOrEmpty)
            {
                continue;
            }

            foreach (var format in formats)
            {
                if (Match(format, position) is { } found)
                {
                    position = found.End;
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>Where the first prefix stands at the beginning of a word, so that most texts cost nothing but a look at each character; negative when there is none.</summary>
    private static int FirstCandidate(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            foreach (var format in FormatsFor(text[index]))
            {
                if (Begins(text, index, format.Prefix) && (format.Lead is not null || IsBoundary(text, index)))
                {
                    return index;
                }
            }
        }

        return -1;
    }

    private static ImmutableArray<TokenFormat> FormatsFor(char first) => first < ByFirstCharacter.Length ? ByFirstCharacter[first] : [];

    private FoundToken? Match(TokenFormat format, int at)
    {
        if (!HasPrefix(format.Prefix, at))
        {
            return null;
        }

        var start = at - (format.Lead?.Least ?? 0);
        if (start < 0 || !IsBoundary(text, start) || !HasLead(format, start, at))
        {
            return null;
        }

        var end = at + format.Prefix.Length;
        foreach (var part in format.Parts)
        {
            switch (part)
            {
                case TokenSeparator separator when HasPrefix(separator.Text, end):
                    end += separator.Text.Length;
                    break;
                case TokenRun run when EndOf(run.Alphabet, end) is var last && Fits(run, end, last):
                    end = last;
                    break;
                default:
                    return null;
            }
        }

        if (end < text.Length && IsOfWord(text[end]) && IsOfWord(text[end - 1]))
        {
            return null;
        }

        var isVerified = format.HasChecksum && TokenChecksum.IsRight(text, at + format.Prefix.Length, end);
        return new FoundToken(format, start, end - start, isVerified);
    }

    private bool HasPrefix(string prefix, int at)
    {
        Visited += prefix.Length;
        return Begins(text, at, prefix);
    }

    private bool HasLead(TokenFormat format, int start, int at)
    {
        if (format.Lead is not { } lead)
        {
            return true;
        }

        Visited += lead.Least;
        for (var index = start; index < at; index++)
        {
            if (!lead.Alphabet.Has(text[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where the characters of an alphabet end that begin at a place.</summary>
    private int EndOf(Alphabet alphabet, int start)
    {
        var known = runs[alphabet.Index];
        var end = start;
        while (end < text.Length && alphabet.Has(text[end]))
        {
            if (end >= known.Start && end < known.End)
            {
                end = known.End;
                break;
            }

            end++;
            Visited++;
        }

        Visited++;
        runs[alphabet.Index] = (start, end);
        return end;
    }

    private bool Fits(TokenRun run, int start, int end)
    {
        var length = end - start;
        return length >= run.Least
            && length <= run.Most
            && (run.Marker is null || Contains(run.Marker, start, length))
            && (run.Ending is null || Begins(text, end - run.Ending.Length, run.Ending));
    }

    private bool Contains(string marker, int start, int length)
    {
        Visited += length;
        return text.IndexOf(marker, start, length, StringComparison.Ordinal) >= 0;
    }

    private static bool Begins(string text, int at, string prefix) => string.CompareOrdinal(text, at, prefix, 0, prefix.Length) == 0;

    /// <summary>Whether a word may begin at a place.</summary>
    private static bool IsBoundary(string text, int at) => at == 0 || !IsOfWord(text[at - 1]) || !IsOfWord(text[at]);

    private static bool IsOfWord(char character) => Alphabet.Word.Has(character);

    private static ImmutableArray<TokenFormat>[] Index()
    {
        var index = Enumerable.Repeat(ImmutableArray<TokenFormat>.Empty, 128).ToArray();
        foreach (var format in TokenFormats.All)
        {
            index[format.Prefix[0]] = index[format.Prefix[0]].Add(format);
        }

        return index;
    }
}
