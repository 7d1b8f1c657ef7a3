using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.Generators;

/// <summary>Something in a file that code is made from, of which nothing can be made.</summary>
/// <param name="Path">The file.</param>
/// <param name="Span">What is wrong.</param>
/// <param name="Lines">The same in lines and columns.</param>
/// <param name="Subject">What the message begins with: the word that is wrong, or the file's name.</param>
/// <param name="Message">What is wrong with it, as a clause.</param>
internal sealed record FileProblem(string Path, TextSpan Span, LinePositionSpan Lines, string Subject, string Message)
{
    /// <summary>A problem on a piece of a file's text.</summary>
    public static FileProblem In(string path, SourceText text, TextSpan span, string subject, string message) =>
        new(path, span, text.Lines.GetLinePositionSpan(span), subject, message);

    /// <summary>A problem of a whole file.</summary>
    public static FileProblem Of(string path, string message) => new(path, default, default, System.IO.Path.GetFileName(path), message);

    public Diagnostic ToDiagnostic() => InvalidConfiguration.Of(Subject, Message, Location.Create(Path, Span, Lines));
}
