using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Policies;

/// <summary>Moves actions of a statement into a statement of their own behind it, which is written like the first and says the same of all else.</summary>
internal static class StatementSplit
{
    private const string Id = "Sid";

    /// <summary>False where the actions are no list, none would stay or none go, or no second statement can stand.</summary>
    /// <param name="actions">The actions that move, among those of the list.</param>
    public static bool TryMove(SolutionEdits edits, WrittenStatement statement, IReadOnlyCollection<ExpressionSyntax> actions)
    {
        if (WrittenStatement.ListIn(statement.Actions) is not { } list)
        {
            return false;
        }

        var moved = actions.Select(action => IndexOf(list, action)).ToList();
        var kept = Enumerable.Range(0, list.Elements.Count).Except(moved).ToList();
        if (moved.Count == 0 || kept.Count == 0 || !TryInsert(edits, statement, Copy(statement, list, kept)))
        {
            return false;
        }

        foreach (var index in moved)
        {
            edits.In(statement.Place).RemoveElement(list, index);
        }

        return true;
    }

    /// <summary>The statement's text with the moved actions only. Comments stay where they are, and an id names one statement.</summary>
    private static string Copy(WrittenStatement statement, ElementList list, IReadOnlyList<int> kept)
    {
        var place = statement.Place;
        var copy = new DocumentEdits(place.Document, place.Text);
        foreach (var index in kept)
        {
            copy.RemoveElement(list, index);
        }

        if (statement.Members.Initializer is { } initializer && statement.Element(Id)?.Parent is { } id)
        {
            copy.RemoveElement(new ElementList(initializer), initializer.Expressions.IndexOf(expression => expression == id));
        }

        foreach (var comment in place.Node.DescendantTrivia().Where(IsComment))
        {
            copy.Delete(WithBlanksBefore(place.Text, Lines.WithItsLine(place.Text, comment.Span)));
        }

        var text = copy.Apply();
        return text.ToString(TextSpan.FromBounds(place.Node.SpanStart, place.Node.Span.End + text.Length - place.Text.Length));
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    /// <summary>The span with the blanks before it, when it ends its line.</summary>
    private static TextSpan WithBlanksBefore(SourceText text, TextSpan span)
    {
        var start = span.Start;
        while (span.End == text.Lines.GetLineFromPosition(span.Start).End && start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return TextSpan.FromBounds(start, span.End);
    }

    private static int IndexOf(ElementList list, SyntaxNode element) =>
        Enumerable.Range(0, list.Elements.Count).First(index => list.Elements[index].Span == element.Span);

    private static bool TryInsert(SolutionEdits edits, WrittenStatement statement, string copy)
    {
        var place = statement.Place;
        var written = (ExpressionSyntax)place.Node;
        if (ElementList.Around(written) is { } list)
        {
            ElementInsertion.After(edits.In(place), place.Text, list, IndexOf(list, written), _ => copy);
            return true;
        }

        if (
            written.Parent
            is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } arguments } argument
        )
        {
            return false;
        }

        if (call.Parent is ExpressionStatementSyntax line && arguments.Arguments.Count == 1 && Repetition.IsHarmless(call.Expression))
        {
            var before = place.Text.ToString(TextSpan.FromBounds(line.SpanStart, written.SpanStart));
            var after = place.Text.ToString(TextSpan.FromBounds(written.Span.End, line.Span.End));
            return StatementInsertion.TryInsertAfter(edits.In(place), place.Text, line, before + copy + after);
        }

        if (place.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol { Parameters: { Length: 1 } parameters } || !parameters[0].IsParams)
        {
            return false;
        }

        var among = new ElementList(arguments);
        ElementInsertion.After(edits.In(place), place.Text, among, IndexOf(among, argument), _ => copy);
        return true;
    }
}
