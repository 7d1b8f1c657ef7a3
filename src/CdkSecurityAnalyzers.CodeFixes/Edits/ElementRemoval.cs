using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Layout;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>Takes elements out of a list together with the commas that they no longer need; comments stay.</summary>
internal static class ElementRemoval
{
    public static IEnumerable<TextSpan> Spans(SourceText text, ElementList list, ISet<int> removed)
    {
        var lastKept = Enumerable.Range(0, list.Elements.Count).LastOrDefault(index => !removed.Contains(index));
        foreach (var index in removed.OrderBy(index => index))
        {
            var element = list.Elements[index].Span;
            var hasOwnComma = index < list.Commas.Count;
            if (hasOwnComma && (index < lastKept || list.Commas.Count == list.Elements.Count))
            {
                yield return Lines.WithItsLine(text, TextSpan.FromBounds(element.Start, list.Commas[index].Span.End));
                continue;
            }

            // Nothing that stays follows: the comma before the element goes with it.
            var withComma = index > 0 ? TextSpan.FromBounds(list.Commas[index - 1].SpanStart, element.End) : element;
            if (IsOneLineOfCode(text, withComma, element))
            {
                yield return withComma;
                continue;
            }

            yield return list.Commas[index - 1].Span;
            yield return Lines.WithItsLine(text, element);
        }
    }

    private static bool IsOneLineOfCode(SourceText text, TextSpan withComma, TextSpan element) =>
        withComma == element
        || text.ToString(TextSpan.FromBounds(withComma.Start + 1, element.Start)).All(character => character is ' ' or '\t');
}
