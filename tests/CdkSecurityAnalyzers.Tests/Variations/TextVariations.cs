using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.Tests.Variations;

/// <summary>Ways to write a text that the compiler knows. A finding stands on the whole expression that gives the text.</summary>
internal static class TextVariations
{
    public static IReadOnlyList<Variation> All { get; } =
    [
        Text("concatenation", (first, rest) => $"({Literal(first)} + {Literal(rest)})", isParenthesized: true),
        Text("interpolation", (first, rest) => $"$\"{Braced(first)}{{{Literal(rest)}}}\""),
        Text("string.Concat", (first, rest) => $"string.Concat({Literal(first)}, {Literal(rest)})"),
        Text("string.Format", (first, rest) => $"string.Format(\"{{0}}{{1}}\", {Literal(first)}, {Literal(rest)})"),
        Text("string.Join of a list", (first, rest) => $"string.Join(\"\", new System.Collections.Generic.List<string> {{ {Literal(first)}, {Literal(rest)} }})"),
        Text("StringBuilder", (first, rest) => $"new System.Text.StringBuilder({Literal(first)}).Append({Literal(rest)}).ToString()"),
        Text("Replace", (first, rest) => $"{Literal(first + "§" + rest)}.Replace(\"§\", \"\")"),
        Text("Substring", (first, rest) => $"{Literal("§" + first + rest)}.Substring(1)"),
        Text("Trim", (first, rest) => $"{Literal("§" + first + rest + "§")}.Trim('§')"),
        Text("verbatim literal", (first, rest) => $"@\"{(first + rest).Replace("\"", "\"\"", StringComparison.Ordinal)}\""),
        new ValueVariation("string.Join of alternatives", value => Known(value)?.Contains('|', StringComparison.Ordinal) is true, (value, edit) =>
            edit.Use(value.Expression, $"string.Join(\"|\", new[] {{ {string.Join(", ", Known(value)!.Split('|').Select(Literal))} }})")),
        new ValueVariation("text that grows", value => value.CanMoveBefore && Known(value)?.Length > 1, (value, edit) =>
        {
            var (name, text) = (edit.Fresh("text"), Known(value)!);
            edit.Before(value.Statement!, $"var {name} = {Literal(text[..1])}; {name} += {Literal(text[1..])};");
            edit.Use(value.Expression, name);
        }),
        new ValueVariation("StringBuilder with statements", value => value.CanMoveBefore && Known(value)?.Length > 1, (value, edit) =>
        {
            var (name, text) = (edit.Fresh("builder"), Known(value)!);
            edit.Before(value.Statement!, $"var {name} = new System.Text.StringBuilder(); {name}.Append({Literal(text[..1])}); {name}.Append({Literal(text[1..])});");
            edit.Use(value.Expression, $"{name}.ToString()");
        }),
    ];

    private static ValueVariation Text(string name, Func<string, string, string> write, bool isParenthesized = false) => new(
        name,
        value => Known(value)?.Length > 1,
        (value, edit) =>
        {
            var text = Known(value)!;
            var written = write(text[..(text.Length / 2)], text[(text.Length / 2)..]);
            edit.Replace(value.Expression, isParenthesized ? $"({edit.Marked(value.Expression, written[1..^1])})" : edit.Marked(value.Expression, written));
        });

    /// <summary>The text of a literal that no surrogate pair can be split in; null for everything else.</summary>
    private static string? Known(ValuePlace value) =>
        value.Expression is LiteralExpressionSyntax { Token: var token } && token.IsKind(SyntaxKind.StringLiteralToken) && !token.ValueText.Any(char.IsSurrogate) ? token.ValueText : null;

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Braced(string text) => Literal(text)[1..^1].Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
