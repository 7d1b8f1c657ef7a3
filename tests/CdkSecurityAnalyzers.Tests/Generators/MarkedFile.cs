using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Generators;

/// <summary>A file in which <c>‹…›</c> marks what a finding is about.</summary>
internal sealed class MarkedFile
{
    private readonly List<TextSpan> marks = [];

    public MarkedFile(string name, string markup)
    {
        Name = name;
        var text = new System.Text.StringBuilder();
        var starts = new Stack<int>();
        foreach (var character in markup)
        {
            switch (character)
            {
                case '‹':
                    starts.Push(text.Length);
                    break;
                case '›':
                    marks.Add(TextSpan.FromBounds(starts.Pop(), text.Length));
                    break;
                default:
                    text.Append(character);
                    break;
            }
        }

        Text = text.ToString();
    }

    public string Name { get; }

    public string Text { get; }

    /// <summary>Fails unless the findings stand exactly on the marks, in lines and columns.</summary>
    public void AssertPlaces(IReadOnlyCollection<Diagnostic> findings)
    {
        Assert.Equal(marks.Count, findings.Count);
        AssertMarked(findings, [.. findings.OrderBy(finding => finding.Location.SourceSpan.Start).Select(finding => finding.GetMessage(CultureInfo.InvariantCulture))]);
    }

    /// <summary>Fails unless the findings stand exactly on the marks, in lines and columns, and say the messages, mark by mark.</summary>
    public void AssertMarked(IEnumerable<Diagnostic> findings, params string[] messages)
    {
        var text = SourceText.From(Text);
        Assert.Equal(
            marks.OrderBy(mark => mark.Start).Select((mark, index) => $"/{Name}: {text.Lines.GetLinePositionSpan(mark)} '{text.ToString(mark)}' {messages.ElementAtOrDefault(index)}"),
            findings.OrderBy(finding => finding.Location.SourceSpan.Start).Select(finding =>
                $"{finding.Location.GetLineSpan().Path}: {finding.Location.GetLineSpan().Span} '{text.ToString(finding.Location.SourceSpan)}' {finding.GetMessage(CultureInfo.InvariantCulture)}"));
    }
}
