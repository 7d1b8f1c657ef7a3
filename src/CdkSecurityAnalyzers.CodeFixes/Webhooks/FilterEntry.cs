using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Webhooks;

/// <summary>A filter written as <c>new CfnProject.WebhookFilterProperty { Type = …, Pattern = … }</c>.</summary>
internal static class FilterEntry
{
    public static ExpressionSyntax? Type(Place place, SyntaxNode element) => Property(place, element, "Type");

    public static ExpressionSyntax? Pattern(Place place, SyntaxNode element) => Property(place, element, "Pattern");

    public static bool Excludes(Place place, SyntaxNode element) =>
        Property(place, element, "ExcludeMatchedPattern") is { } value
        && place.Model.GetConstantValue(value) is not { HasValue: true, Value: false };

    /// <summary>Adds a filter to a group that is an array of filter objects, written like the one before it.</summary>
    /// <param name="pattern">The expression of the pattern.</param>
    public static bool TryAdd(SolutionEdits edits, Place group, string type, string pattern)
    {
        if (ElementList.In(group.Expression) is not { } filters)
        {
            return false;
        }

        var model = filters.Elements.Select(Creation).LastOrDefault();
        var created = model is null ? NewFilter(group, edits) : "new" + TypeText(model);
        if (created is null)
        {
            return false;
        }

        var isMultiLine = model?.Initializer is { } initializer && Lines.SpansLines(group.Text, initializer.Span);
        ElementInsertion.Append(
            edits.In(group),
            group.Text,
            filters,
            indentation =>
                isMultiLine && indentation is not null
                    ? OnLines(created, Lines.Break(group.Text), indentation, [$"Type = \"{type}\"", $"Pattern = {pattern}"])
                    : $"{created} {{ Type = \"{type}\", Pattern = {pattern} }}"
        );
        return true;
    }

    private static string OnLines(string created, string lineBreak, string indentation, IEnumerable<string> assignments) =>
        created
        + lineBreak
        + indentation
        + "{"
        + string.Concat(assignments.Select(assignment => lineBreak + Lines.Deeper(indentation) + assignment + ","))
        + lineBreak
        + indentation
        + "}";

    private static string? NewFilter(Place place, SolutionEdits edits) =>
        ReferencedTypes.Name(BuildTypes.WebhookFilter, place, edits) is { } name ? "new " + name : null;

    private static string TypeText(BaseObjectCreationExpressionSyntax creation) =>
        creation switch
        {
            ObjectCreationExpressionSyntax { ArgumentList: null } named => " " + named.Type,
            ObjectCreationExpressionSyntax named => $" {named.Type}()",
            _ => "()",
        };

    private static BaseObjectCreationExpressionSyntax? Creation(SyntaxNode? element) =>
        element switch
        {
            BaseObjectCreationExpressionSyntax creation => creation,
            ExpressionElementSyntax { Expression: BaseObjectCreationExpressionSyntax creation } => creation,
            _ => null,
        };

    private static ExpressionSyntax? Property(Place place, SyntaxNode element, string property)
    {
        var creation = Creation(element) ?? LocalValue.Of(place, element) as BaseObjectCreationExpressionSyntax;
        return creation is null ? null : ObjectProperties.Value(creation, property);
    }
}
