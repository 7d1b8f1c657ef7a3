using System.Collections.Generic;
using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>
/// Reads the subset of regular expressions that .NET and Java understand in the same way. CodeBuild does not document its engine, so
/// whatever engines read differently, or only one of them reads, is refused with a reason: look-around, back-references, flags, atomic and
/// possessive matching, Unicode categories, word boundaries, class arithmetic.
/// </summary>
internal sealed class PatternParser
{
    /// <summary>Longest pattern that is read, in characters; three thousand account ids fit.</summary>
    public const int MaximumLength = 32_768;

    /// <summary>Deepest nesting of groups; bounds the recursion of everything that walks the tree.</summary>
    public const int MaximumDepth = 100;

    /// <summary>Largest repetition count.</summary>
    public const int MaximumCount = 1_000;

    private readonly PatternReader reader;
    private readonly CharacterClassParser classes;
    private readonly List<string> topLevelAlternatives = new();
    private int depth;

    private PatternParser(string pattern)
    {
        reader = new PatternReader(pattern);
        classes = new CharacterClassParser(reader);
    }

    /// <summary>Parses a pattern.</summary>
    /// <param name="pattern">The pattern's text.</param>
    /// <param name="topLevelAlternatives">The texts between the <c>|</c> that stand in no group; one text when there are none.</param>
    /// <param name="reason">Why the pattern is not readable; null when it is.</param>
    /// <returns>The tree, or null.</returns>
    public static PatternNode? Parse(string pattern, out ImmutableArray<string> topLevelAlternatives, out string? reason)
    {
        topLevelAlternatives = ImmutableArray<string>.Empty;
        if (pattern.Length > MaximumLength)
        {
            reason = $"the pattern is longer than {MaximumLength} characters";
            return null;
        }

        var parser = new PatternParser(pattern);
        var node = parser.ParseAlternation();
        if (node is not null && !parser.reader.AtEnd)
        {
            node = parser.reader.Refuse("a group is closed that was never opened");
        }

        reason = parser.reader.Reason;
        topLevelAlternatives = parser.topLevelAlternatives.ToImmutableArray();
        return node;
    }

    private PatternNode? ParseAlternation()
    {
        var alternatives = ImmutableArray.CreateBuilder<PatternNode>();
        while (true)
        {
            var begin = reader.Position;
            var sequence = ParseSequence();
            if (sequence is null)
            {
                return null;
            }

            alternatives.Add(sequence);
            if (depth == 0)
            {
                topLevelAlternatives.Add(reader.TextSince(begin));
            }

            if (!reader.TryRead('|'))
            {
                return alternatives.Count == 1 ? alternatives[0] : new PatternNode.Alternation(alternatives.ToImmutable());
            }
        }
    }

    private PatternNode.Sequence? ParseSequence()
    {
        var parts = ImmutableArray.CreateBuilder<PatternNode>();
        while (!reader.AtEnd && reader.Current != '|' && reader.Current != ')')
        {
            var atom = ParseAtom();
            var part = atom is null ? null : ParseQuantifier(atom);
            if (part is null)
            {
                return null;
            }

            parts.Add(part);
        }

        return new PatternNode.Sequence(parts.ToImmutable());
    }

    private PatternNode? ParseAtom()
    {
        var character = reader.Read();
        switch (character)
        {
            case '^':
                return new PatternNode.Place(PatternPlace.Start);
            case '$':
                return new PatternNode.Place(PatternPlace.End);
            case '.':
                return new PatternNode.Symbol(CharacterSet.LineTerminators.Complement(), isWildcard: true);
            case '(':
                return ParseGroup();
            case '[':
                return classes.ParseClass();
            case '\\':
                return ParseEscape();
            case '*' or '+' or '?':
                return reader.Refuse($"'{character}' repeats nothing");
            case '{':
                return reader.Refuse("'{' stands where engines disagree about its meaning");
            default:
                return char.IsSurrogate(character)
                    ? reader.Refuse("a character outside the basic multilingual plane is one or two characters, depending on the engine")
                    : new PatternNode.Symbol(CharacterSet.Single(character), isWildcard: false);
        }
    }

    private PatternNode? ParseEscape()
    {
        PatternPlace? place = reader.AtEnd
            ? null
            : reader.Current switch
            {
                'A' => PatternPlace.Start,
                'Z' => PatternPlace.End,
                'z' => PatternPlace.StrictEnd,
                _ => null,
            };
        if (place is null)
        {
            return classes.ParseEscape();
        }

        reader.Read();
        return new PatternNode.Place(place.Value);
    }

    private PatternNode? ParseGroup()
    {
        if (depth == MaximumDepth)
        {
            return reader.Refuse($"groups are nested deeper than {MaximumDepth}");
        }

        if (reader.TryRead('?') && !reader.TryRead(':') && !TryReadGroupName())
        {
            return reader.Refuse("look-around, flags, atomic groups and comments are not read");
        }

        depth++;
        var body = ParseAlternation();
        depth--;
        return body is null || reader.TryRead(')') ? body : reader.Refuse("a group is never closed");
    }

    /// <summary>Reads <c>&lt;name&gt;</c> with a name that is legal everywhere: ASCII letters and digits, a letter first.</summary>
    private bool TryReadGroupName()
    {
        if (!reader.TryRead('<'))
        {
            return false;
        }

        var length = 0;
        while (!reader.AtEnd && reader.Current != '_' && CharacterSet.WordCharacters.Contains(reader.Current))
        {
            if (CharacterSet.Digits.Contains(reader.Read()) && length == 0)
            {
                return false;
            }

            length++;
        }

        return length > 0 && reader.TryRead('>');
    }

    private PatternNode? ParseQuantifier(PatternNode atom)
    {
        if (reader.AtEnd)
        {
            return atom;
        }

        int minimum;
        int? maximum;
        switch (reader.Current)
        {
            case '*':
                (minimum, maximum) = (0, null);
                reader.Read();
                break;
            case '+':
                (minimum, maximum) = (1, null);
                reader.Read();
                break;
            case '?':
                (minimum, maximum) = (0, 1);
                reader.Read();
                break;
            case '{':
                if (!TryReadCounts(out minimum, out maximum))
                {
                    return null;
                }

                break;
            default:
                return atom;
        }

        reader.TryRead('?');
        return !reader.AtEnd && reader.Current is '*' or '+' or '?' or '{'
            ? reader.Refuse("a repetition is repeated without a group, or is possessive")
            : new PatternNode.Repetition(atom, minimum, maximum);
    }

    private bool TryReadCounts(out int minimum, out int? maximum)
    {
        reader.Read();
        maximum = null;
        if (!reader.TryReadNumber(MaximumCount, out minimum))
        {
            return false;
        }

        if (!reader.TryRead(','))
        {
            maximum = minimum;
        }
        else if (!reader.AtEnd && reader.Current != '}')
        {
            if (!reader.TryReadNumber(MaximumCount, out var last))
            {
                return false;
            }

            maximum = last;
        }

        if (!reader.TryRead('}') || maximum < minimum)
        {
            reader.Refuse("a repetition count is malformed");
            return false;
        }

        return true;
    }
}
