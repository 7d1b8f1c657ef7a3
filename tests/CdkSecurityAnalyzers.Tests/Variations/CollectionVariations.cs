using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.Tests.Variations;

/// <summary>Ways to write an array of known elements. The elements keep their marks; a mark on the array is one on whatever makes it.</summary>
internal static class CollectionVariations
{
    public static IReadOnlyList<Variation> All { get; } =
    [
        new Elements("new array", (type, elements) => $"new {type}[] {{ {elements} }}"),
        new Elements("collection expression", (_, elements) => $"[{elements}]", isTargetTyped: true),
        new Elements("spread", (type, elements) => $"[.. new {type}[] {{ {elements} }}]", isTargetTyped: true),
        new Elements("list to array", (type, elements) => $"new System.Collections.Generic.List<{type}> {{ {elements} }}.ToArray()"),
        new Elements("list of an array to array", (type, elements) => $"new System.Collections.Generic.List<{type}>(new {type}[] {{ {elements} }}).ToArray()"),
        new Elements("Select", (type, elements) => $"new {type}[] {{ {elements} }}.Select(element => element)", after: ".ToArray()"),
        new Elements("Where", (type, elements) => $"new {type}[] {{ {elements} }}.Where(element => true).ToArray()"),
        new Elements("Concat", (type, elements) => $"new {type}[0].Concat(new {type}[] {{ {elements} }}).ToArray()"),
        new Elements("query", (type, elements) => $"(from element in new {type}[] {{ {elements} }} where true select element).ToArray()", fits: elements => !elements.Any(MentionsWordOfQueries)),
        new Elements("ImmutableArray", (type, elements) => $"System.Collections.Immutable.ImmutableArray.Create<{type}>(new {type}[] {{ {elements} }}).ToArray()"),
        new GrowingElements("list that grows", (name, type) => $"var {name} = new System.Collections.Generic.List<{type}>();", (name, _, element) => $"{name}.Add({element});", name => $"{name}.ToArray()"),
        new GrowingElements("array that is filled", (name, type) => $"var {name} = new {type}[‹count›];", (name, index, element) => $"{name}[{index}] = {element};", name => name),
        new GrowingElements("sequence that grows", (name, type) => $"System.Collections.Generic.IEnumerable<{type}> {name} = System.Linq.Enumerable.Empty<{type}>();", (name, _, element) => $"{name} = {name}.Append({element});", name => $"{name}.ToArray()"),
    ];

    /// <summary>The elements of an array creation or collection expression that makes an array; null for every other expression.</summary>
    private static (ITypeSymbol Element, IReadOnlyList<ExpressionSyntax> Elements, bool IsTargetTyped)? ArrayIn(VariedProgram program, ExpressionSyntax expression)
    {
        var info = program.Model.GetTypeInfo(expression);
        var isTargetTyped = info.ConvertedType is IArrayTypeSymbol && expression.Parent?.Parent is not ImplicitArrayCreationExpressionSyntax;
        return ((info.Type ?? info.ConvertedType) as IArrayTypeSymbol, expression) switch
        {
            ({ Rank: 1 } array, ArrayCreationExpressionSyntax { Initializer.Expressions: var elements }) => (array.ElementType, elements, isTargetTyped),
            ({ Rank: 1 } array, ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: var elements }) => (array.ElementType, elements, isTargetTyped),
            ({ Rank: 1 } array, CollectionExpressionSyntax { Elements: var elements }) when elements.All(element => element is ExpressionElementSyntax) =>
                (array.ElementType, [.. elements.Cast<ExpressionElementSyntax>().Select(element => element.Expression)], true),
            _ => null,
        };
    }

    private static bool MentionsWordOfQueries(SyntaxNode node) => node.DescendantTokens().Any(token => SyntaxFacts.IsQueryContextualKeyword(SyntaxFacts.GetContextualKeywordKind(token.ValueText)));

    private static string Named(ITypeSymbol type) => type.ToDisplayString(ValuePlace.Written);

    /// <summary>An expression with all elements in it.</summary>
    /// <param name="after">What follows when the elements pass through a lambda: what is wrong with an element is then reported on it or on the call.</param>
    private sealed class Elements(
        string name, Func<string, string, string> write, bool isTargetTyped = false, string? after = null, Func<IReadOnlyList<ExpressionSyntax>, bool>? fits = null) : Variation(name)
    {
        public override IEnumerable<VariedPlace> Places(VariedProgram program) =>
            from value in program.Values
            let array = ArrayIn(program, value.Expression)
            where array is { Element.TypeKind: not TypeKind.Array } && (!isTargetTyped || array.Value.IsTargetTyped) && fits?.Invoke(array.Value.Elements) is not false
            select new VariedPlace(value.Expression, edit =>
            {
                var elements = array.Value.Elements.Select(element => after is null ? edit.Whole(element) : edit.Through(element, value.Expression));
                edit.Use(value.Expression, edit.Gives(value.Expression, write(Named(array.Value.Element), string.Join(", ", elements))) + after);
            });
    }

    private sealed class GrowingElements(string name, Func<string, string, string> declare, Func<string, int, string, string> add, Func<string, string> use) : Variation(name)
    {
        public override IEnumerable<VariedPlace> Places(VariedProgram program) =>
            from value in program.Values
            where value.CanMoveBefore
            let array = ArrayIn(program, value.Expression)
            where array is { Element.TypeKind: not TypeKind.Array }
            select new VariedPlace(value.Expression, edit =>
            {
                var local = edit.Fresh("elements");
                var declaration = declare(local, Named(array.Value.Element)).Replace("‹count›", array.Value.Elements.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
                edit.Before(value.Statement!, declaration + " " + string.Join(' ', array.Value.Elements.Select((element, index) => add(local, index, edit.Whole(element)))));
                edit.Use(value.Expression, use(local));
            });
    }
}
