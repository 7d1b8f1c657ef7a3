using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.Tests.Variations;

/// <summary>
/// A text in which the causes of findings are marked: <c>⟦CDKSEC103:"755743"⟧</c>. Where either of several places will do, their marks share a number:
/// <c>⟦CDKSEC102?1:true⟧</c>. The signs occur in no program, so that every C# text can be marked.
/// </summary>
internal static partial class MarkedText
{
    public static (string Plain, ImmutableArray<Cause> Causes) Read(string marked)
    {
        var plain = new StringBuilder();
        var causes = ImmutableArray.CreateBuilder<Cause>();
        var open = new Stack<(string RuleId, string? Choice, int Start)>();
        var position = 0;
        foreach (Match sign in Sign().Matches(marked))
        {
            plain.Append(marked, position, sign.Index - position);
            position = sign.Index + sign.Length;
            if (sign.Groups["id"] is { Success: true } id)
            {
                open.Push((id.Value, sign.Groups["choice"] is { Success: true } choice ? choice.Value : null, plain.Length));
            }
            else
            {
                var (ruleId, choice, start) = open.Pop();
                causes.Add(new Cause(ruleId, TextSpan.FromBounds(start, plain.Length), choice));
            }
        }

        return (plain.Append(marked, position, marked.Length - position).ToString(), causes.ToImmutable());
    }

    /// <summary>A text with a mark around it for each cause.</summary>
    public static string Around(string text, IEnumerable<Cause> causes) =>
        causes.Aggregate(text, (marked, cause) => $"{cause.Sign}{marked}⟧");

    /// <summary>A part of a plain text with the marks that lie in it, and with edits made.</summary>
    public static string Write(string plain, TextSpan part, IEnumerable<Cause> causes, IReadOnlyList<Edit> edits)
    {
        var kept = causes.Where(cause => part.Contains(cause.Span) && !edits.Any(edit => !edit.Span.IsEmpty && edit.Span.Contains(cause.Span))).ToArray();
        // At one position: the inner mark ends, the outer mark ends, something is inserted, the outer mark begins, the inner mark begins, something is replaced.
        var pieces = kept.Select((cause, index) => (cause.Span.End, Kind: 0, Nesting: -cause.Span.Start, Order: index, Text: "⟧", cause.Span.End))
            .Concat(edits.Where(edit => edit.Span.IsEmpty).Select((edit, index) => (edit.Span.Start, Kind: 1, Nesting: 0, Order: index, edit.Text, edit.Span.End)))
            .Concat(kept.Select((cause, index) => (cause.Span.Start, Kind: 2, Nesting: -cause.Span.End, Order: -index, Text: cause.Sign, cause.Span.Start)))
            .Concat(edits.Where(edit => !edit.Span.IsEmpty).Select((edit, index) => (edit.Span.Start, Kind: 3, Nesting: 0, Order: index, edit.Text, edit.Span.End)))
            .OrderBy(piece => piece.Item1).ThenBy(piece => piece.Kind).ThenBy(piece => piece.Nesting).ThenBy(piece => piece.Order);
        var written = new StringBuilder();
        var position = part.Start;
        foreach (var (start, _, _, _, text, end) in pieces)
        {
            written.Append(plain, position, start - position).Append(text);
            position = end;
        }

        return written.Append(plain, position, part.End - position).ToString();
    }

    [GeneratedRegex("⟦(?<id>[A-Z]+[0-9]+)([?](?<choice>[a-z]+[0-9]+))?:|⟧")]
    private static partial Regex Sign();
}

/// <summary>The place that a finding stands on.</summary>
/// <param name="Choice">The name that it shares with the other places that the finding may stand on instead; null when there are none.</param>
internal readonly record struct Cause(string RuleId, TextSpan Span, string? Choice)
{
    public string Sign => Choice is null ? $"⟦{RuleId}:" : $"⟦{RuleId}?{Choice}:";
}

/// <summary>A marked text in the place of a part of the plain text.</summary>
internal readonly record struct Edit(TextSpan Span, string Text);
