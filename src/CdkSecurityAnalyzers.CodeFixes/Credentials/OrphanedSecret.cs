using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Credentials;

/// <summary>Takes a constant away whose only use a fix has replaced: else the secret stays in the source code.</summary>
internal static class OrphanedSecret
{
    /// <param name="value">The expression that the fix replaces.</param>
    public static void Remove(Place place, ExpressionSyntax value, SolutionEdits edits)
    {
        if (value is IdentifierNameSyntax name && Declaration(place, name) is { } declaration && LocalValue.IsReadOnce(place, name))
        {
            edits.In(place).Delete(Lines.WithBlankLine(place.Text, Lines.WithItsLine(place.Text, WithDocumentation(declaration))));
        }
    }

    /// <summary>The declaration of nothing but a text that nobody else can see; null for every other name.</summary>
    private static SyntaxNode? Declaration(Place place, IdentifierNameSyntax name) =>
        place.Model.GetSymbolInfo(name).Symbol is { DeclaringSyntaxReferences: { Length: 1 } references } symbol
        && (symbol is ILocalSymbol || IsHidden(symbol))
        && references[0].SyntaxTree == name.SyntaxTree
        && references[0].GetSyntax()
            is VariableDeclaratorSyntax
            {
                Initializer.Value: { } text,
                Parent: VariableDeclarationSyntax
                {
                    Variables.Count: 1,
                    Parent: LocalDeclarationStatementSyntax or FieldDeclarationSyntax
                } declared,
            }
        && place.ConstantText(text) is not null
            ? declared.Parent
            : null;

    private static bool IsHidden(ISymbol symbol) =>
        symbol is IFieldSymbol { DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1 };

    private static TextSpan WithDocumentation(SyntaxNode declaration)
    {
        var documentation = declaration
            .GetLeadingTrivia()
            .FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia));
        return documentation.IsKind(SyntaxKind.None)
            ? declaration.Span
            : TextSpan.FromBounds(documentation.FullSpan.Start, declaration.Span.End);
    }
}
