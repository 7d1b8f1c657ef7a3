using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>What becomes of a list that loses all its elements: the property that it was given to is not set at all.</summary>
internal static class EmptiedList
{
    /// <summary>Whether the list can go as a whole.</summary>
    public static bool CanGo(ElementList list) => Assignment(list) is not null;

    public static IEnumerable<TextChange> Changes(SourceText text, ElementList list)
    {
        if (Assignment(list) is not { Parent: InitializerExpressionSyntax initializer } assignment)
        {
            return [];
        }

        var outer = new ElementList(initializer);
        var index = outer.Elements.ToList().IndexOf(assignment);
        return outer.Elements.Count == 1
            ? [new TextChange(assignment.Span, string.Empty)]
            : ElementRemoval.Spans(text, outer, new HashSet<int> { index }).Select(span => new TextChange(span, string.Empty));
    }

    private static AssignmentExpressionSyntax? Assignment(ElementList list)
    {
        var value = list.Owner is InitializerExpressionSyntax { Parent: ExpressionSyntax creation } ? creation : list.Owner;
        return
            value.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment
            && initializer.IsKind(SyntaxKind.ObjectInitializerExpression)
            ? assignment
            : null;
    }
}
