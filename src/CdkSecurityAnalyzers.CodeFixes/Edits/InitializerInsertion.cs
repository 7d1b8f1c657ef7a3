using System;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>Adds a member to the initializer of an object's creation.</summary>
internal static class InitializerInsertion
{
    /// <param name="render">Gives the member's text for the indentation of its line; null when the object stands on one line.</param>
    public static void Append(SolutionEdits edits, Place place, BaseObjectCreationExpressionSyntax created, Func<string?, string> render)
    {
        if (created.Initializer is { } initializer)
        {
            ElementInsertion.Append(edits.In(place), place.Text, new ElementList(initializer), render);
            return;
        }

        var written = $" {{ {render(null)} }}";
        if (created is ObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: 0 } arguments, Type: { } type })
        {
            edits.In(place).Replace(TextSpan.FromBounds(type.Span.End, arguments.Span.End), written);
        }
        else
        {
            edits.In(place).Insert(created.Span.End, written);
        }
    }
}
