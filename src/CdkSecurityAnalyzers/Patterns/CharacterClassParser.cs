using System.Collections.Generic;
using System.Globalization;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>Reads bracketed classes and the escapes that stand for characters, where .NET and Java agree on them.</summary>
internal sealed class CharacterClassParser(PatternReader reader)
{
    /// <summary>Reads a class whose opening bracket has been read.</summary>
    public PatternNode? ParseClass()
    {
        var negated = reader.TryRead('^');
        var wildcard = negated;
        var ranges = new List<(char First, char Last)>();
        var isFirst = true;
        while (!reader.AtEnd)
        {
            if (reader.Current == ']' && !isFirst)
            {
                reader.Read();
                var listed = CharacterSet.From(ranges);
                var characters = negated ? listed.Complement() : listed;
                return new PatternNode.Symbol(characters, wildcard || characters.ContainsAll(CharacterSet.Digits));
            }

            if (reader.Current is '[' or ']' or '&' || (reader.Current == '-' && !isFirst && !reader.IsFollowedBy(']')))
            {
                return reader.Refuse($"'{reader.Current}' stands in a class where engines disagree about its meaning");
            }

            isFirst = false;
            if (ParseMember() is not PatternNode.Symbol member)
            {
                return null;
            }

            wildcard |= member.IsWildcard;
            if (reader.AtEnd || reader.Current != '-' || reader.IsFollowedBy(']'))
            {
                ranges.AddRange(member.Characters.Ranges);
                continue;
            }

            reader.Read();
            if (reader.AtEnd || reader.Current is '[' or '&' or '-')
            {
                return reader.Refuse("a range in a class has no end");
            }

            if (ParseMember() is not PatternNode.Symbol last)
            {
                return null;
            }

            if (
                member.Characters.Count != 1
                || last.Characters.Count != 1
                || member.Characters.Ranges[0].First > last.Characters.Ranges[0].First
            )
            {
                return reader.Refuse("a range in a class is malformed");
            }

            ranges.Add((member.Characters.Ranges[0].First, last.Characters.Ranges[0].First));
        }

        return reader.Refuse("a class is never closed");
    }

    /// <summary>Reads what follows a backslash.</summary>
    public PatternNode? ParseEscape()
    {
        if (reader.AtEnd)
        {
            return reader.Refuse("the pattern ends in a backslash");
        }

        var character = reader.Read();
        switch (character)
        {
            case 'd':
                return Shorthand(CharacterSet.Digits);
            case 'D':
                return Shorthand(CharacterSet.Digits.Complement());
            case 'w':
                return Shorthand(CharacterSet.WordCharacters);
            case 'W':
                return Shorthand(CharacterSet.WordCharacters.Complement());
            case 's':
                return Shorthand(CharacterSet.Spaces);
            case 'S':
                return Shorthand(CharacterSet.Spaces.Complement());
            case 't':
                return Literal('\t');
            case 'n':
                return Literal('\n');
            case 'r':
                return Literal('\r');
            case 'f':
                return Literal('\f');
            case 'a':
                return Literal('\a');
            case 'e':
                return Literal('\u001B');
            case 'x':
                return ParseHexadecimal(2);
            case 'u':
                return ParseHexadecimal(4);
            default:
                return character > '\u007F' || CharacterSet.WordCharacters.Contains(character)
                    ? reader.Refuse($"the escape '\\{character}' is not read")
                    : Literal(character);
        }
    }

    private static PatternNode.Symbol Shorthand(CharacterSet characters) => new(characters, isWildcard: true);

    private static PatternNode.Symbol Literal(char character) => new(CharacterSet.Single(character), isWildcard: false);

    private PatternNode? ParseMember()
    {
        var character = reader.Read();
        return character == '\\' ? ParseEscape()
            : char.IsSurrogate(character) ? reader.Refuse("a character outside the basic multilingual plane stands in a class")
            : Literal(character);
    }

    private PatternNode? ParseHexadecimal(int length)
    {
        var begin = reader.Position;
        while (!reader.AtEnd && reader.Position - begin < length)
        {
            reader.Read();
        }

        return
            int.TryParse(reader.TextSince(begin), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && reader.Position - begin == length
            && !char.IsSurrogate((char)code)
            ? Literal((char)code)
            : reader.Refuse("an escape by number is malformed");
    }
}
