using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdkSecurityAnalyzers.Tests.Documentation;

/// <summary>A line of a file on which a rule reports: said by a trailing comment such as <c>// CDKSEC101, CDKSEC107</c>, or found by the analyzer.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Number of the line; the first is 1.</param>
/// <param name="RuleId">The rule that reports.</param>
internal sealed partial record Mark(string File, int Line, string RuleId)
{
    /// <summary>The marks in the comments of a source, in their order.</summary>
    public static IEnumerable<Mark> In(string file, string source) =>
        from trivia in CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTrivia(descendIntoTrivia: true)
        where trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && Comment().IsMatch(trivia.ToString())
        from Match id in Id().Matches(trivia.ToString())
        select new Mark(file, trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1, id.Value);

    /// <summary>Where a finding stands.</summary>
    public static Mark Of(Diagnostic finding) =>
        new(
            Path.GetFileName(finding.Location.SourceTree!.FilePath),
            finding.Location.GetLineSpan().StartLinePosition.Line + 1,
            finding.Id);

    public override string ToString() => $"{File}({Line}): {RuleId}";

    [GeneratedRegex("^// CDKSEC[0-9]{3}(, CDKSEC[0-9]{3})*$")]
    private static partial Regex Comment();

    [GeneratedRegex("CDKSEC[0-9]{3}")]
    private static partial Regex Id();
}
