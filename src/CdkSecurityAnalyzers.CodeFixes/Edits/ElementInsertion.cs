using System;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Layout;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>Puts an element at the end of a list, on a line of its own where the other elements stand on lines of their own.</summary>
internal static class ElementInsertion
{
    /// <param name="render">Gives the element's text for the indentation of its line; null when the list stands on one line.</param>
    public static void Append(DocumentEdits edits, SourceText text, ElementList list, Func<string?, string> render)
    {
        if (list.Elements.Count == 0)
        {
            Fill(edits, text, list, render);
            return;
        }

        var last = list.Elements[list.Elements.Count - 1];
        var hasTrailingComma = list.Commas.Count == list.Elements.Count;
        var end = hasTrailingComma ? list.Commas[list.Commas.Count - 1] : last.GetLastToken();
        if (!Lines.StartsLine(text, last.SpanStart))
        {
            edits.Insert(end.Span.End, (hasTrailingComma ? " " : ", ") + render(null) + (hasTrailingComma ? "," : string.Empty));
            return;
        }

        var indentation = Lines.Indentation(text, last.SpanStart);
        var line = Lines.Break(text) + indentation + render(indentation);
        if (hasTrailingComma)
        {
            edits.Insert(Lines.EndOfLine(end), line + ",");
        }
        else if (Lines.EndOfLine(end) == end.Span.End)
        {
            edits.Insert(end.Span.End, "," + line);
        }
        else
        {
            edits.Insert(end.Span.End, ",");
            edits.Insert(Lines.EndOfLine(end), line);
        }
    }

    private static void Fill(DocumentEdits edits, SourceText text, ElementList list, Func<string?, string> render)
    {
        var tokens = list.Owner.ChildTokens().ToList();
        var (open, close) = (tokens[0], tokens[tokens.Count - 1]);
        if (Lines.SpansLines(text, TextSpan.FromBounds(open.Span.End, close.SpanStart)))
        {
            var indentation = Lines.Deeper(Lines.Indentation(text, close.SpanStart));
            edits.Insert(Lines.EndOfLine(open), Lines.Break(text) + indentation + render(indentation) + ",");
        }
        else
        {
            edits.Replace(TextSpan.FromBounds(open.Span.End, close.SpanStart), " " + render(null) + " ");
        }
    }
}
