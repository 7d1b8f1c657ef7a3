using System;
using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>Sets properties where an object is created, or where a property of it is assigned by a statement.</summary>
internal static class ObjectProperties
{
    /// <summary>The value that an initializer gives to a property; null when it gives none.</summary>
    public static ExpressionSyntax? Value(BaseObjectCreationExpressionSyntax creation, string property) =>
        creation
            .Initializer?.Expressions.OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(assignment => assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == property)
            ?.Right;

    /// <summary>Sets a property: in the initializer, or behind the statement that assigns its neighbour when the object is filled by statements.</summary>
    /// <param name="neighbour">The value of the property that belongs together with the new one.</param>
    /// <param name="render">Gives the value's text for the indentation of its line; null when the object stands on one line.</param>
    /// <param name="mayReplace">Whether a value that the property has already may go; every one may when it is left out.</param>
    public static bool TrySet(
        SolutionEdits edits,
        Place creation,
        ExpressionSyntax? neighbour,
        string property,
        Func<string?, string> render,
        Func<ExpressionSyntax, bool>? mayReplace = null
    )
    {
        if (creation.Node is not BaseObjectCreationExpressionSyntax created)
        {
            return false;
        }

        if (Replaced(creation, created, property).Any(value => mayReplace?.Invoke(value) == false))
        {
            return false;
        }

        if (Value(created, property) is { } current)
        {
            edits.In(creation).Replace(current.Span, render(IndentationOfLine(creation, current.Parent!)));
            return true;
        }

        return TrySetByStatement(edits, creation, created, neighbour, property, render)
            || TrySetInInitializer(edits, creation, created, property, render);
    }

    /// <summary>The values that the property has, by initializer or by statement.</summary>
    private static IEnumerable<ExpressionSyntax> Replaced(Place place, BaseObjectCreationExpressionSyntax created, string property) =>
        Assignments(place, created)
            .Where(assignment => IsOf(assignment, property))
            .Select(assignment => assignment.Right)
            .Concat(Value(created, property) is { } initial ? [initial] : []);

    private static bool TrySetInInitializer(
        SolutionEdits edits,
        Place place,
        BaseObjectCreationExpressionSyntax created,
        string property,
        Func<string?, string> render
    )
    {
        InitializerInsertion.Append(edits, place, created, indentation => $"{property} = {render(indentation)}");
        return created.Initializer is null || created.Initializer.IsKind(SyntaxKind.ObjectInitializerExpression);
    }

    private static bool TrySetByStatement(
        SolutionEdits edits,
        Place place,
        BaseObjectCreationExpressionSyntax created,
        ExpressionSyntax? neighbour,
        string property,
        Func<string?, string> render
    )
    {
        var assignments = Assignments(place, created).ToList();
        if (assignments.FirstOrDefault(assignment => IsOf(assignment, property)) is { } current)
        {
            edits.In(place).Replace(current.Right.Span, render(Lines.Indentation(place.Text, current.SpanStart)));
            return true;
        }

        if (
            assignments.FirstOrDefault(assignment => neighbour is not null && assignment.Right.Span.Contains(neighbour.Span))
            is not { Parent: ExpressionStatementSyntax statement, Left: MemberAccessExpressionSyntax member }
        )
        {
            return false;
        }

        var indentation = Lines.Indentation(place.Text, statement.SpanStart);
        return StatementInsertion.TryInsertAfter(
            edits.In(place),
            place.Text,
            statement,
            $"{member.Expression}.{property} = {render(indentation)};"
        );
    }

    private static IEnumerable<AssignmentExpressionSyntax> Assignments(Place place, BaseObjectCreationExpressionSyntax created)
    {
        if (
            created.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }
            || place.Model.GetDeclaredSymbol(declarator) is not { } variable
            || declarator.Ancestors().FirstOrDefault(node => node is BlockSyntax or CompilationUnitSyntax) is not { } scope
        )
        {
            return [];
        }

        return scope
            .DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Where(assignment =>
                assignment.Parent is ExpressionStatementSyntax
                && assignment.Left is MemberAccessExpressionSyntax member
                && SymbolEqualityComparer.Default.Equals(place.Model.GetSymbolInfo(member.Expression).Symbol, variable)
            );
    }

    private static bool IsOf(AssignmentExpressionSyntax assignment, string property) =>
        assignment.Left is MemberAccessExpressionSyntax member && member.Name.Identifier.ValueText == property;

    private static string? IndentationOfLine(Place place, SyntaxNode node) =>
        Lines.StartsLine(place.Text, node.SpanStart) ? Lines.Indentation(place.Text, node.SpanStart) : null;
}
