using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.Generators;

/// <summary>The text of an additional file, unless it cannot be read as text.</summary>
/// <param name="Text">The text; null when it is not readable.</param>
/// <param name="Problem">Why it is not readable; null when it is.</param>
internal readonly record struct ReadableText(SourceText? Text, FileProblem? Problem)
{
    private const string Advice = "this cannot be read as text; save the file as UTF-8";

    public static ReadableText Of(AdditionalText file, CancellationToken cancellationToken)
    {
        if (file.GetText(cancellationToken) is not { } text)
        {
            return new ReadableText(null, FileProblem.Of(file.Path, "the file cannot be read as text; save it as UTF-8"));
        }

        var unreadable = FirstUnreadable(text);
        return unreadable < 0
            ? new ReadableText(text, null)
            : new ReadableText(
                null,
                FileProblem.In(file.Path, text, new TextSpan(unreadable, 1), System.IO.Path.GetFileName(file.Path), Advice)
            );
    }

    /// <summary>
    /// Where a decoder put a sign for what it could not read, or took half of a character for one; -1 where it did not. What is not Unicode, the compiler
    /// decodes by the machine's code page, so that it is not the same text everywhere.
    /// </summary>
    private static int FirstUnreadable(SourceText text)
    {
        const char replacement = '\uFFFD';
        var isUnicode = text.Encoding is null or UTF8Encoding or UnicodeEncoding or UTF32Encoding;
        for (var position = 0; position < text.Length; position++)
        {
            var character = text[position];
            if (character is replacement or '\0' || (!isUnicode && character > '\x7F'))
            {
                return position;
            }
        }

        return -1;
    }
}
