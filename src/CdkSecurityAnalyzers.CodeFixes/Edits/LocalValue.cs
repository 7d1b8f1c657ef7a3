using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>The value that a local was declared with.</summary>
internal static class LocalValue
{
    /// <summary>The declared value, when the local never gets another one; null otherwise, and for what is no local.</summary>
    public static ExpressionSyntax? Of(Place place, SyntaxNode name)
    {
        var expression = place.At(name).Expression;
        if (
            expression is not IdentifierNameSyntax
            || place.Model.GetSymbolInfo(expression).Symbol is not ILocalSymbol local
            || Declarator(local) is not { Initializer.Value: { } value } declarator
            || declarator.Ancestors().FirstOrDefault(node => node is BlockSyntax or CompilationUnitSyntax or SwitchSectionSyntax)
                is not { } scope
        )
        {
            return null;
        }

        return scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => IsWrite(use) && Refers(place, use, local)) ? null : value;
    }

    /// <summary>Whether the local that a name stands for is read there and nowhere else.</summary>
    public static bool IsReadOnce(Place place, ExpressionSyntax name) =>
        place.Model.GetSymbolInfo(name).Symbol is { } local
        && name.SyntaxTree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().Count(use => Refers(place, use, local)) == 1;

    public static VariableDeclaratorSyntax? Declarator(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<VariableDeclaratorSyntax>().FirstOrDefault();

    public static bool Refers(Place place, IdentifierNameSyntax use, ISymbol symbol) =>
        use.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(place.Model.GetSymbolInfo(use).Symbol, symbol);

    /// <summary>Whether a name is assigned or passed by reference where it stands.</summary>
    public static bool IsWrite(IdentifierNameSyntax use)
    {
        var written = use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member
            ? member
            : (ExpressionSyntax)use;
        return (written.Parent is AssignmentExpressionSyntax assignment && assignment.Left == written)
            || written.Parent is ArgumentSyntax { RefOrOutKeyword.RawKind: not 0 }
            || (
                written.Parent is ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax element }
                && element.Left == written.Parent
            );
    }
}
