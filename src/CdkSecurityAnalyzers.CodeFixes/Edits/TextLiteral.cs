using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>Writes texts as C# literals.</summary>
internal static class TextLiteral
{
    private const string RawQuotes = "\"\"\"";

    public static string Of(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A literal of the same kind as another one, as far as that kind can hold the text.</summary>
    public static string Like(LiteralExpressionSyntax literal, string text)
    {
        if (literal.Token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken) && FitsRawQuotes(text))
        {
            return RawQuotes + text + RawQuotes;
        }

        return literal.Token.IsVerbatimStringLiteral() ? $"@\"{text.Replace("\"", "\"\"")}\"" : Of(text);
    }

    private static bool FitsRawQuotes(string text) =>
        text.Length > 0 && text[0] != '"' && text[text.Length - 1] != '"' && !text.Contains(RawQuotes) && text.IndexOfAny(['\r', '\n']) < 0;

    /// <summary>The text as it stands inside an interpolated string; null when that kind of string cannot hold it.</summary>
    public static string? Inside(InterpolatedStringExpressionSyntax interpolated, string text)
    {
        if (interpolated.StringStartToken.IsKind(SyntaxKind.InterpolatedSingleLineRawStringStartToken))
        {
            return text.IndexOfAny(['"', '{', '}']) < 0 ? text : null;
        }

        if (interpolated.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken))
        {
            return null;
        }

        var escaped = interpolated.StringStartToken.IsKind(SyntaxKind.InterpolatedVerbatimStringStartToken)
            ? text.Replace("\"", "\"\"")
            : SymbolDisplay.FormatLiteral(text, quote: false).Replace("\"", "\\\"");
        return escaped.Replace("{", "{{").Replace("}", "}}");
    }

    private static bool IsVerbatimStringLiteral(this SyntaxToken token) =>
        token.IsKind(SyntaxKind.StringLiteralToken) && token.Text.StartsWith("@", System.StringComparison.Ordinal);
}
