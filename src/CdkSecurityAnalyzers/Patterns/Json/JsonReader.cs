using System;
using System.Collections.Immutable;
using System.Text;
using System.Threading;

namespace CdkSecurityAnalyzers.Patterns.Json;

/// <summary>
/// Reads a text as JSON, exactly as RFC 8259 defines it: no comments, no trailing commas, no other quotes. It goes through the text once, and stops at the first
/// thing that is wrong.
/// </summary>
internal sealed class JsonReader
{
    /// <summary>How deep arrays and objects may be nested (RFC 8259, section 9, leaves the limit to the reader).</summary>
    public const int DepthLimit = 128;

    private readonly string text;
    private readonly JsonPositions? positions;
    private readonly CancellationToken cancellationToken;
    private int position;
    private JsonProblem? problem;

    private JsonReader(string text, JsonPositions? positions, CancellationToken cancellationToken)
    {
        this.text = text;
        this.positions = positions;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>Reads a text that holds one value and nothing else.</summary>
    public static JsonReading Read(string text, CancellationToken cancellationToken) =>
        new JsonReader(text, positions: null, cancellationToken).Read();

    /// <summary>Reads what a string of JSON says, which is JSON itself. Values and problems stand where they are written in the whole text.</summary>
    /// <param name="source">The text that the string was read from.</param>
    public static JsonReading ReadInside(JsonText text, string source, CancellationToken cancellationToken) =>
        new JsonReader(text.Content, JsonPositions.Of(text, source), cancellationToken).Read();

    private JsonReading Read()
    {
        var value = ReadDocument();
        return problem is null ? new JsonReading(value, Problem: null) : new JsonReading(Value: null, problem);
    }

    private JsonValue? ReadDocument()
    {
        SkipBlanks();
        var value = ReadValue(DepthLimit);
        SkipBlanks();
        return value is not null && position < text.Length
            ? Fail("something stands behind the end of the value", position, text.Length)
            : value;
    }

    /// <param name="depth">How many levels may still be opened.</param>
    private JsonValue? ReadValue(int depth)
    {
        if (position == text.Length)
        {
            return Missing("a value");
        }

        switch (text[position])
        {
            case '{' or '[' when depth == 0:
                return Fail($"it is nested deeper than {DepthLimit} levels", position, position + 1);
            case '{':
                return ReadObject(depth - 1);
            case '[':
                return ReadArray(depth - 1);
            case '"':
                return ReadText();
            case '-' or (>= '0' and <= '9'):
                return ReadNumber();
            case >= 'a' and <= 'z':
                return ReadWord();
            default:
                return Missing("a value");
        }
    }

    private JsonObject? ReadObject(int depth)
    {
        var start = position++;
        var members = ImmutableArray.CreateBuilder<JsonMember>();
        SkipBlanks();
        while (!Skips('}'))
        {
            if (members.Count > 0)
            {
                if (!Skips(','))
                {
                    Missing("a comma or '}'");
                    return null;
                }

                SkipBlanks();
            }

            if (ReadMember(depth) is not { } member)
            {
                return null;
            }

            members.Add(member);
            SkipBlanks();
        }

        return new JsonObject(members.ToImmutable(), Span(start, position));
    }

    private JsonMember? ReadMember(int depth)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!Is('"'))
        {
            Missing("a name in double quotes");
            return null;
        }

        var name = ReadText();
        SkipBlanks();
        if (name is null || !Skips(':'))
        {
            Missing("a colon");
            return null;
        }

        SkipBlanks();
        return ReadValue(depth) is { } value ? new JsonMember(name, value) : null;
    }

    private JsonArray? ReadArray(int depth)
    {
        var start = position++;
        var elements = ImmutableArray.CreateBuilder<JsonValue>();
        SkipBlanks();
        while (!Skips(']'))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (elements.Count > 0)
            {
                if (!Skips(','))
                {
                    Missing("a comma or ']'");
                    return null;
                }

                SkipBlanks();
            }

            if (ReadValue(depth) is not { } element)
            {
                return null;
            }

            elements.Add(element);
            SkipBlanks();
        }

        return new JsonArray(elements.ToImmutable(), Span(start, position));
    }

    private JsonText? ReadText()
    {
        var start = position++;
        StringBuilder? content = null;
        while (true)
        {
            var plain = position;
            while (position < text.Length && text[position] is >= ' ' and not ('"' or '\\'))
            {
                position++;
            }

            if (position == text.Length || text[position] is '\n' or '\r')
            {
                Fail("the string does not end on its line", start, position);
                return null;
            }

            if (text[position] == '"')
            {
                var rest = text.Substring(plain, position - plain);
                position++;
                return new JsonText(content is null ? rest : content.Append(rest).ToString(), Span(start, position));
            }

            content = (content ?? new StringBuilder()).Append(text, plain, position - plain);
            if (text[position] != '\\')
            {
                Fail("a control character stands in a string; write it as \\u and four digits", position, position + 1);
                return null;
            }

            if (JsonEscape.Read(text, position) is not { } escape)
            {
                Fail("this is no escape of JSON", position, Math.Min(position + 2, text.Length));
                return null;
            }

            content.Append(escape.Character);
            position += escape.Length;
        }
    }

    private JsonNumber? ReadNumber()
    {
        var start = position;
        Skips('-');
        if (Is('0') && position + 1 < text.Length && IsDigit(text[position + 1]))
        {
            Fail("a number does not begin with 0", start, position + 2);
            return null;
        }

        if (!SkipsDigits() || (Skips('.') && !SkipsDigits()) || (SkipsExponent() && !SkipsDigits()))
        {
            Missing("a digit");
            return null;
        }

        return new JsonNumber(text.Substring(start, position - start), Span(start, position));
    }

    private JsonValue? ReadWord()
    {
        var start = position;
        while (position < text.Length && (text[position] is >= 'a' and <= 'z' or >= 'A' and <= 'Z' || IsDigit(text[position])))
        {
            position++;
        }

        var (word, span) = (text.Substring(start, position - start), Span(start, position));
        return word switch
        {
            "true" or "false" => new JsonBoolean(word == "true", span),
            "null" => new JsonNull(span),
            _ => Fail("this is no value of JSON", start, position),
        };
    }

    private bool SkipsDigits()
    {
        var start = position;
        while (position < text.Length && IsDigit(text[position]))
        {
            position++;
        }

        return position > start;
    }

    private bool SkipsExponent() => (Skips('e') || Skips('E')) && (Skips('+') || Skips('-') || true);

    private void SkipBlanks()
    {
        while (position < text.Length && text[position] is ' ' or '\t' or '\n' or '\r')
        {
            position++;
        }
    }

    private bool Is(char character) => position < text.Length && text[position] == character;

    private bool Skips(char character)
    {
        if (!Is(character))
        {
            return false;
        }

        position++;
        return true;
    }

    private JsonValue? Missing(string what) => Fail($"{what} is missing here", position, Math.Min(position + 1, text.Length));

    /// <summary>Keeps the first problem: what follows it is its consequence.</summary>
    private JsonValue? Fail(string message, int start, int end)
    {
        problem ??= new JsonProblem(message, Span(start, end));
        return null;
    }

    private JsonSpan Span(int start, int end) => positions?.ToSource(new JsonSpan(start, end)) ?? new JsonSpan(start, end);

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
