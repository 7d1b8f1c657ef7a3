using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Layout;

/// <summary>How the text around an edit is laid out, so that new text can be laid out in the same way.</summary>
internal static class Lines
{
    /// <summary>The line break that the document uses.</summary>
    public static string Break(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    /// <summary>The white space at the start of the line of a position.</summary>
    public static string Indentation(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        return new string([.. text.ToString(line.Span).TakeWhile(char.IsWhiteSpace)]);
    }

    /// <summary>One more level of the same kind of indentation.</summary>
    public static string Deeper(string indentation) =>
        indentation + (indentation.EndsWith("\t", System.StringComparison.Ordinal) ? "\t" : "    ");

    /// <summary>Whether only white space stands before a position on its line.</summary>
    public static bool StartsLine(SourceText text, int position) =>
        IsBlank(text, TextSpan.FromBounds(text.Lines.GetLineFromPosition(position).Start, position));

    public static bool IsBlank(SourceText text, TextSpan span) => text.ToString(span).All(char.IsWhiteSpace);

    public static bool SpansLines(SourceText text, TextSpan span) =>
        text.Lines.GetLineFromPosition(span.Start).LineNumber != text.Lines.GetLineFromPosition(span.End).LineNumber;

    /// <summary>The span with its whole line when nothing else stands there, else with the blanks that follow it.</summary>
    public static TextSpan WithItsLine(SourceText text, TextSpan span)
    {
        var lastLine = text.Lines.GetLineFromPosition(span.End);
        if (StartsLine(text, span.Start) && IsBlank(text, TextSpan.FromBounds(span.End, lastLine.End)))
        {
            return TextSpan.FromBounds(text.Lines.GetLineFromPosition(span.Start).Start, lastLine.EndIncludingLineBreak);
        }

        var end = span.End;
        while (end < lastLine.End && text[end] is ' ' or '\t')
        {
            end++;
        }

        return TextSpan.FromBounds(span.Start, end);
    }

    /// <summary>Whole lines with the blank line behind them when there is one before them as well, or the beginning of a block.</summary>
    public static TextSpan WithBlankLine(SourceText text, TextSpan lines)
    {
        if (lines.End >= text.Length || text.Lines.GetLineFromPosition(lines.End).Start != lines.End)
        {
            return lines;
        }

        var next = text.Lines.GetLineFromPosition(lines.End);
        var first = text.Lines.GetLineFromPosition(lines.Start);
        var before = first.LineNumber == 0 ? string.Empty : text.Lines[first.LineNumber - 1].ToString().Trim();
        return IsBlank(text, next.Span) && before is "" or "{" ? TextSpan.FromBounds(lines.Start, next.EndIncludingLineBreak) : lines;
    }

    /// <summary>Where a new line can follow a token: behind the comment that ends the token's line, if there is one.</summary>
    public static int EndOfLine(SyntaxToken token)
    {
        var comment = token.TrailingTrivia.LastOrDefault(trivia =>
            trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
        );
        return comment.IsKind(SyntaxKind.None) ? token.Span.End : comment.Span.End;
    }
}
