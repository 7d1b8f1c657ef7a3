using System.Globalization;

namespace CdkSecurityAnalyzers.Patterns.Json;

/// <summary>A character of a JSON string that is written with a backslash.</summary>
/// <param name="Length">How many characters it is written with.</param>
internal readonly record struct JsonEscape(char Character, int Length)
{
    private const int HexDigits = 4;

    /// <summary>The escape whose backslash stands at a position; null when it is none (RFC 8259, section 7).</summary>
    public static JsonEscape? Read(string text, int position)
    {
        if (position + 1 >= text.Length)
        {
            return null;
        }

        char? single = text[position + 1] switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => null,
        };
        return single is { } character ? new JsonEscape(character, 2)
            : text[position + 1] == 'u' ? ReadUnicode(text, position)
            : null;
    }

    private static JsonEscape? ReadUnicode(string text, int position)
    {
        const int length = 2 + HexDigits;
        return
            position + length <= text.Length
            && ushort.TryParse(
                text.Substring(position + 2, HexDigits),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code
            )
            ? new JsonEscape((char)code, length)
            : null;
    }
}
