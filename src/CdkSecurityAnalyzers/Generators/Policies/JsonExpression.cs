using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using CdkSecurityAnalyzers.Patterns.Iam;
using CdkSecurityAnalyzers.Patterns.Json;

namespace CdkSecurityAnalyzers.Generators.Policies;

/// <summary>Writes JSON as an expression of C#: dictionaries, arrays, texts in which parameters stand for placeholders.</summary>
internal static class JsonExpression
{
    private const int Indentation = 4;

    public static string Of(JsonObject value, Placeholders placeholders)
    {
        var code = new StringBuilder();
        Write(code, value, placeholders, indentation: 0);
        return code.ToString();
    }

    private static void Write(StringBuilder code, JsonValue value, Placeholders placeholders, int indentation)
    {
        switch (value)
        {
            case JsonObject members:
                code.Append("new global::System.Collections.Generic.Dictionary<string, object>");
                Open(code, indentation);
                foreach (var member in members.Members)
                {
                    Indent(code, indentation + Indentation).Append('[').Append(TextOf(member.Name, placeholders)).Append("] = ");
                    Write(code, member.Value, placeholders, indentation + Indentation);
                    code.Append(",\n");
                }

                Indent(code, indentation).Append('}');
                break;
            case JsonArray list:
                WriteList(code, list.Elements, placeholders, indentation);
                break;
            case JsonText text:
                code.Append(TextOf(text, placeholders));
                break;
            case JsonNumber number:
                code.Append(NumberOf(number.Digits));
                break;
            case JsonBoolean boolean:
                code.Append(boolean.IsTrue ? "true" : "false");
                break;
        }
    }

    private static void WriteList(StringBuilder code, ImmutableArray<JsonValue> elements, Placeholders placeholders, int indentation)
    {
        code.Append(elements.All(static element => element is JsonText) ? "new string[]" : "new object[]");
        Open(code, indentation);
        foreach (var element in elements)
        {
            Indent(code, indentation + Indentation);
            Write(code, element, placeholders, indentation + Indentation);
            code.Append(",\n");
        }

        Indent(code, indentation).Append('}');
    }

    /// <summary>A literal, or literals and parameters put together.</summary>
    private static string TextOf(JsonText text, Placeholders placeholders)
    {
        var code = new StringBuilder();
        var (written, position) = (0, 0);
        while (PolicyVariable.NextParameter(text.Content, position) is { } found)
        {
            position = found.End;
            var name = text.Content.Substring(found.Start + 2, found.End - found.Start - 3);
            var parameter = placeholders.ParameterFor(name, text.Span);
            if (found.Start > written)
            {
                Add(CodeText.Literal(text.Content.Substring(written, found.Start - written)));
            }

            Add(parameter.Value);
            written = found.End;
        }

        if (written < text.Content.Length || code.Length == 0)
        {
            Add(CodeText.Literal(text.Content.Substring(written)));
        }

        return code.ToString();

        void Add(string part) => code.Append(code.Length == 0 ? string.Empty : " + ").Append(part);
    }

    /// <summary>An integer where it is one that fits, as JavaScript reads it otherwise.</summary>
    private static string NumberOf(string digits)
    {
        if (int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            return integer.ToString(CultureInfo.InvariantCulture);
        }

        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number)
            ? number.ToString("R", CultureInfo.InvariantCulture) + "D"
            : CodeText.Literal(digits);
    }

    private static void Open(StringBuilder code, int indentation)
    {
        code.Append('\n');
        Indent(code, indentation).Append("{\n");
    }

    private static StringBuilder Indent(StringBuilder code, int indentation) => code.Append(' ', indentation);
}
