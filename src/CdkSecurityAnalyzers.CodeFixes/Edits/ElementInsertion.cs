using System;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Layout;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>Puts an element into a list, on a line of its own where the other elements stand on lines of their own.</summary>
internal static class ElementInsertion
{
    /// <summary>Puts it at the end.</summary>
    /// <param name="render">Gives the element's text for the indentation of its line; null when the list stands on one line.</param>
    public static void Append(DocumentEdits edits, SourceText text, ElementList list, Func<string?, string> render)
    {
        if (list.Elements.Count == 0)
        {
            Fill(edits, text, list, render);
        }
        else
        {
            After(edits, text, list, list.Elements.Count - 1, render);
        }
    }

    /// <summary>Puts it behind another one.</summary>
    /// <param name="index">The other element.</param>
    /// <param name="render">Gives the element's text for the indentation of its line; null when the list stands on one line.</param>
    public static void After(DocumentEdits edits, SourceText text, ElementList list, int index, Func<string?, string> render)
    {
        var other = list.Elements[index];
        var hasComma = index < list.Commas.Count;
        var end = hasComma ? list.Commas[index] : other.GetLastToken();
        if (!Lines.StartsLine(text, other.SpanStart))
        {
            edits.Insert(end.Span.End, (hasComma ? " " : ", ") + render(null) + (hasComma ? "," : string.Empty));
            return;
        }

        var indentation = Lines.Indentation(text, other.SpanStart);
        var line = Lines.Break(text) + indentation + render(indentation);
        if (hasComma)
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
