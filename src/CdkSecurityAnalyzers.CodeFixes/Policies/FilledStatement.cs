using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Policies;

/// <summary>A statement in a local, whose actions one call names: <c>statement.AddActions("…")</c>.</summary>
/// <param name="Place">The call.</param>
internal sealed record FilledStatement(Place Place, string Local, IReadOnlyList<ExpressionSyntax> Actions)
{
    private const string AddActions = "AddActions";

    /// <param name="action">One of the actions.</param>
    public static FilledStatement? Of(Place action)
    {
        if (
            action.Expression?.Parent
                is not ArgumentSyntax
                {
                    Parent: ArgumentListSyntax
                    {
                        Parent: InvocationExpressionSyntax
                        {
                            Parent: ExpressionStatementSyntax,
                            Expression: MemberAccessExpressionSyntax
                            {
                                Name.Identifier.ValueText: AddActions,
                                Expression: IdentifierNameSyntax name
                            }
                        } call
                    } arguments
                }
            || LocalValue.Of(action, name) is not BaseObjectCreationExpressionSyntax creation
            || !ReferencedTypes.Is(action.Model.GetTypeInfo(creation).Type, PolicyTypes.Statement)
            || !HasNoActions(creation)
            || action.Model.GetSymbolInfo(name).Symbol is not ILocalSymbol local
            || Uses(action, local).Any(use => use != name && !WrittenStatement.IsGivenAway(action, use) && !IsOtherCall(use))
        )
        {
            return null;
        }

        return new FilledStatement(action.At(call), name.Identifier.Text, [.. arguments.Arguments.Select(argument => argument.Expression)]);
    }

    /// <summary>Adds conditions behind the call.</summary>
    public bool TryAddCondition(SolutionEdits edits, NewCondition condition) =>
        DictionaryEntries.TypeName(Place, edits) is { } type
        && StatementInsertion.TryInsertAfter(
            edits.In(Place),
            Place.Text,
            (StatementSyntax)Place.Node.Parent!,
            $"{Local}.AddCondition({TextLiteral.Of(condition.Operator)}, "
                + $"new {type} {{ [{TextLiteral.Of(condition.Key)}] = {TextLiteral.Of(condition.Value)} }});"
        );

    private static bool HasNoActions(BaseObjectCreationExpressionSyntax creation) =>
        creation.ArgumentList is null or { Arguments.Count: 0 }
        || creation.ArgumentList.Arguments[0].Expression
            is BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } props
            && ObjectProperties.Value(props, "Actions") is null;

    private static IEnumerable<IdentifierNameSyntax> Uses(Place place, ILocalSymbol local) =>
        place.Node.SyntaxTree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => LocalValue.Refers(place, use, local));

    private static bool IsOtherCall(IdentifierNameSyntax use) =>
        use.Parent
            is MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: not AddActions,
                Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax }
            } member
        && member.Expression == use;
}
