using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.Generators.Contributors;

/// <summary>A word of a file, and where it stands.</summary>
internal readonly record struct Word(string Text, TextSpan Span);

/// <summary>Goes through a line word by word.</summary>
internal sealed class LineWords(SourceText text, TextLine line)
{
    private int position = line.Start;

    /// <summary>The next word; null at the end of the line.</summary>
    public Word? Next()
    {
        Skip(isBlank: true);
        var start = position;
        Skip(isBlank: false);
        return position == start ? null : Of(TextSpan.FromBounds(start, position));
    }

    /// <summary>What stands behind the words that were taken.</summary>
    public string Rest() => text.ToString(TextSpan.FromBounds(position, line.End)).Trim();

    /// <summary>The line without the space around it.</summary>
    public Word Whole()
    {
        var (start, end) = (line.Start, line.End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return Of(TextSpan.FromBounds(start, end));
    }

    private Word Of(TextSpan span) => new(text.ToString(span), span);

    private void Skip(bool isBlank)
    {
        while (position < line.End && char.IsWhiteSpace(text[position]) == isBlank)
        {
            position++;
        }
    }
}
