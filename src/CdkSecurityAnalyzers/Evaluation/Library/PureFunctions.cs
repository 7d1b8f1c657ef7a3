using System;
using System.Globalization;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>Static functions of the framework whose result depends on their arguments alone, on known arguments.</summary>
internal static class PureFunctions
{
    public static Value? TryCall(LibraryCall call)
    {
        var arguments = call
            .Arguments.Where(static argument => argument.Parameter.Type.Name is not (nameof(IFormatProvider) or nameof(CultureInfo)))
            .Select(static argument => (argument.Value as ConstantValue)?.Content)
            .ToArray();
        if (arguments.Length is 0 or > 3 || arguments.Contains(null) || !Determinacy.IsPure(call.Method))
        {
            return null;
        }

        var (second, third) = (arguments.ElementAtOrDefault(1), arguments.ElementAtOrDefault(2));
        object? result = (call.Method.ContainingType.Name, call.Name, arguments[0], second, third) switch
        {
            ("Math", "Max", int left, int right, null) => Math.Max(left, right),
            ("Math", "Min", int left, int right, null) => Math.Min(left, right),
            ("Math", "Abs", int and > int.MinValue and var number, null, null) => Math.Abs(number),
            ("Math", "Clamp", int number, int low, int high) when low <= high => Math.Min(Math.Max(number, low), high),
            ("Convert", "ToString", { } content, null, null) => content is bool flag
                ? flag.ToString()
                : Convert.ToString(content, CultureInfo.InvariantCulture),
            ("Convert", "ToInt32", string text, null, null)
                when int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
            ("Convert", "ToBoolean", string text, null, null) when bool.TryParse(text, out var flag) => flag,
            ("Regex", "Escape", string text, null, null) => EscapePattern(text),
            ("Char", "IsDigit", char character, null, null) => char.IsDigit(character),
            ("Char", "IsLetter", char character, null, null) => char.IsLetter(character),
            ("Char", "IsLetterOrDigit", char character, null, null) => char.IsLetterOrDigit(character),
            ("Char", "IsUpper", char character, null, null) => char.IsUpper(character),
            ("Char", "IsLower", char character, null, null) => char.IsLower(character),
            ("Char", "IsWhiteSpace", char character, null, null) => char.IsWhiteSpace(character),
            ("Char", "ToUpperInvariant", char character, null, null) => char.ToUpperInvariant(character),
            ("Char", "ToLowerInvariant", char character, null, null) => char.ToLowerInvariant(character),
            ("FormattableString", "Invariant", string text, null, null) => text,
            _ => null,
        };
        return result is null ? null : new ConstantValue(result, call.Operation);
    }

    /// <summary><c>Regex.Escape</c>: a backslash before every character that means something in a pattern, and names for white space.</summary>
    private static string EscapePattern(string text) =>
        string.Concat(
            text.Select(static character =>
                character switch
                {
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    '\f' => "\\f",
                    '\\' or '*' or '+' or '?' or '|' or '{' or '[' or '(' or ')' or '^' or '$' or '.' or '#' or ' ' => "\\" + character,
                    _ => character.ToString(CultureInfo.InvariantCulture),
                }
            )
        );
}
