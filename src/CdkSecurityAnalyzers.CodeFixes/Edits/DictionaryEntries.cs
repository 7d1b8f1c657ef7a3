using System;
using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>Reads and adds entries where a dictionary is created: <c>["key"] = value</c> or <c>{ "key", value }</c>.</summary>
internal static class DictionaryEntries
{
    private const string Dictionary = "System.Collections.Generic.Dictionary`2";

    /// <summary>The creation of a dictionary whose entries all stand in its initializer; null for every other expression.</summary>
    public static BaseObjectCreationExpressionSyntax? Creation(Place place, SyntaxNode? expression) =>
        expression is BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } creation
        && place.Model.GetTypeInfo(creation).Type is INamedTypeSymbol { OriginalDefinition: var type }
        && SymbolEqualityComparer.Default.Equals(type, ReferencedTypes.Find(Dictionary, place))
            ? creation
            : null;

    /// <summary>The name to write for the type of dictionaries of anything by name.</summary>
    public static string? TypeName(Place place, SolutionEdits edits) =>
        TypeName(place, edits, place.Compilation.GetSpecialType(SpecialType.System_Object));

    /// <summary>The same for dictionaries of a type; null when nothing that is referenced has it.</summary>
    public static string? TypeName(Place place, SolutionEdits edits, string element) =>
        ReferencedTypes.Find(element, place) is { } type ? TypeName(place, edits, type) : null;

    private static string? TypeName(Place place, SolutionEdits edits, INamedTypeSymbol element) =>
        ReferencedTypes.Find(Dictionary, place) is { } type
            ? ShortNames.Of(type.Construct(place.Compilation.GetSpecialType(SpecialType.System_String), element), place, edits)
            : null;

    /// <summary>The entries; the key is null where it is no constant.</summary>
    public static IEnumerable<(string? Key, ExpressionSyntax Value)> In(Place place, BaseObjectCreationExpressionSyntax dictionary) =>
        dictionary.Initializer is { } initializer
            ? initializer
                .Expressions.Select(Parts)
                .OfType<(ExpressionSyntax Key, ExpressionSyntax Value)>()
                .Select(entry => (place.ConstantText(entry.Key), entry.Value))
            : [];

    /// <summary>The value under a key; null when there is none.</summary>
    public static ExpressionSyntax? Value(Place place, BaseObjectCreationExpressionSyntax dictionary, string key) =>
        In(place, dictionary).FirstOrDefault(entry => entry.Key == key).Value;

    /// <summary>The key of the entry that an expression is the value of; null when it is none.</summary>
    public static string? KeyOf(Place place, ExpressionSyntax value) =>
        value.Parent is ExpressionSyntax entry && Parts(entry) is { } parts && parts.Value == value ? place.ConstantText(parts.Key) : null;

    /// <summary>Adds entries, spelled like those that are there.</summary>
    /// <param name="entries">The keys; each value's text for the indentation of its line, or for null when the dictionary stands on one line.</param>
    public static void Add(
        SolutionEdits edits,
        Place place,
        BaseObjectCreationExpressionSyntax dictionary,
        params IReadOnlyCollection<(string Key, Func<string?, string> Render)> entries
    )
    {
        var isPair = dictionary.Initializer?.Expressions.LastOrDefault() is InitializerExpressionSyntax;
        InitializerInsertion.Append(
            edits,
            place,
            dictionary,
            indentation =>
                string.Join(
                    indentation is null ? ", " : "," + Lines.Break(place.Text) + indentation,
                    entries.Select(entry => Entry(isPair, TextLiteral.Of(entry.Key), entry.Render(indentation)))
                )
        );
    }

    /// <summary>Gives an entry a value, and adds it where there is none.</summary>
    /// <param name="value">The value as it is written.</param>
    public static void Set(SolutionEdits edits, Place place, BaseObjectCreationExpressionSyntax dictionary, string key, string value)
    {
        if (Value(place, dictionary, key) is { } current)
        {
            edits.In(place).Replace(current.Span, value);
        }
        else
        {
            Add(edits, place, dictionary, (key, _ => value));
        }
    }

    private static string Entry(bool isPair, string key, string value) => isPair ? $"{{ {key}, {value} }}" : $"[{key}] = {value}";

    private static (ExpressionSyntax Key, ExpressionSyntax Value)? Parts(ExpressionSyntax entry) =>
        entry switch
        {
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } keys } } assignment => (
                keys[0].Expression,
                assignment.Right
            ),
            InitializerExpressionSyntax { Expressions: { Count: 2 } pair } => (pair[0], pair[1]),
            _ => null,
        };
}
