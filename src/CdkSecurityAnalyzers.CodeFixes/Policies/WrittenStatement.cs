using System;
using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Policies;

/// <summary>A statement that one expression creates with all that it says.</summary>
/// <param name="Place">The expression.</param>
/// <param name="Members">What lists its elements: the props, or the dictionary of the template.</param>
/// <param name="IsTemplate">Whether it is a dictionary of the template, in which elements have IAM's own names.</param>
internal sealed record WrittenStatement(Place Place, BaseObjectCreationExpressionSyntax Members, bool IsTemplate)
{
    public ExpressionSyntax? Actions => Element("Actions");

    public ExpressionSyntax? Resources => Element("Resources");

    /// <summary>Null when the statement is written or changed in another way.</summary>
    public static WrittenStatement? Of(ReportedFinding finding)
    {
        if (
            finding.Place(FindingProperties.Statement) is not { Expression: BaseObjectCreationExpressionSyntax creation } place
            || !KeepsWhatIsWritten(place, creation)
        )
        {
            return null;
        }

        if (DictionaryEntries.Creation(place, creation) is not null)
        {
            return new WrittenStatement(place.At(creation), creation, IsTemplate: true);
        }

        return
            ReferencedTypes.Is(place.Model.GetTypeInfo(creation).Type, PolicyTypes.Statement)
            && creation is { Initializer: null, ArgumentList.Arguments: { Count: 1 } arguments }
            && arguments[0].Expression is BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } props
            ? new WrittenStatement(place.At(creation), props, IsTemplate: false)
            : null;
    }

    /// <summary>The texts of an element, each with its expression; null when one of them is no constant or the element is no list.</summary>
    public IReadOnlyList<(string Text, ExpressionSyntax Written)>? Texts(ExpressionSyntax? element)
    {
        IReadOnlyList<SyntaxNode>? written =
            ListIn(element) is { } list ? list.Elements
            : IsTemplate && element is not null ? [element]
            : null;
        var texts = written
            ?.Select(node => Place.At(node).Expression)
            .Where(expression => expression is not null && Place.ConstantText(expression) is not null)
            .Select(expression => (Place.ConstantText(expression!)!, expression!))
            .ToList();
        return texts?.Count == written?.Count ? texts : null;
    }

    /// <summary>The list in the value of an element: an array, a collection expression, or a list that becomes an array.</summary>
    public static ElementList? ListIn(ExpressionSyntax? element) =>
        element switch
        {
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray", Expression: var list }
            } => ListIn(list),
            BaseObjectCreationExpressionSyntax { Initializer: { } initializer }
                when initializer.IsKind(SyntaxKind.CollectionInitializerExpression) => new ElementList(initializer),
            _ => ElementList.In(element),
        };

    /// <summary>Adds conditions to those that the statement has.</summary>
    public bool TryAddConditions(SolutionEdits edits, params IReadOnlyCollection<NewCondition> conditions)
    {
        if (Element("Conditions") is { } current)
        {
            return DictionaryEntries.Creation(Place, current) is { } written && ConditionBlock.TryAdd(edits, Place, written, conditions);
        }

        if (ConditionBlock.Create(edits, Place, conditions) is not { } created)
        {
            return false;
        }

        if (IsTemplate)
        {
            DictionaryEntries.Add(edits, Place, Members, (Name("Conditions"), created));
            return true;
        }

        return ObjectProperties.TrySet(edits, Place.At(Members), neighbour: null, Name("Conditions"), created);
    }

    /// <summary>What the statement says of an element, by the name of its property; null when it says nothing.</summary>
    public ExpressionSyntax? Element(string property) =>
        IsTemplate ? DictionaryEntries.Value(Place, Members, Name(property)) : ObjectProperties.Value(Members, property);

    /// <summary>Whether an expression is an element of a list, an entry of a document, or given to a method of the CDK or of a list.</summary>
    public static bool IsGivenAway(Place place, ExpressionSyntax expression) =>
        ElementList.Around(expression) is not null
        || DictionaryEntries.KeyOf(place, expression) is not null
        || expression.Parent is ArgumentSyntax { Parent.Parent: ExpressionSyntax call }
            && place.Model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingNamespace: var owner }
            && owner.ToDisplayString() is var name
            && (name == "System.Collections.Generic" || name.StartsWith("Amazon.CDK", StringComparison.Ordinal));

    /// <summary>IAM's JSON has the names in the singular.</summary>
    private string Name(string property) => IsTemplate ? property.TrimEnd('s') : property;

    /// <summary>Whether nothing is done to the statement but to put it into a policy, directly or through a local.</summary>
    private static bool KeepsWhatIsWritten(Place place, ExpressionSyntax creation)
    {
        if (IsGivenAway(place, creation))
        {
            return true;
        }

        return creation.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }
            && place.Model.GetDeclaredSymbol(declarator) is ILocalSymbol local
            && declarator.Ancestors().FirstOrDefault(node => node is BlockSyntax or CompilationUnitSyntax) is { } scope
            && scope
                .DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(use => LocalValue.Refers(place, use, local))
                .All(use => IsGivenAway(place, use));
    }
}
