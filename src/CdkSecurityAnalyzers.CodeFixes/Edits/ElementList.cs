using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>A list between brackets, whatever the brackets are: arguments, an initializer, a collection expression.</summary>
/// <param name="Owner">The node that the brackets belong to.</param>
internal sealed record ElementList(SyntaxNode Owner)
{
    public IReadOnlyList<SyntaxNode> Elements { get; } = [.. Owner.ChildNodes()];

    public IReadOnlyList<SyntaxToken> Commas { get; } = [.. Owner.ChildTokens().Where(token => token.IsKind(SyntaxKind.CommaToken))];

    /// <summary>The list in an expression that creates an array or a collection by listing it; null for every other expression.</summary>
    public static ElementList? In(SyntaxNode? expression) =>
        expression switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => new ElementList(initializer),
            ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => new ElementList(initializer),
            InitializerExpressionSyntax initializer => new ElementList(initializer),
            CollectionExpressionSyntax collection => new ElementList(collection),
            _ => null,
        };

    /// <summary>The list that an expression is an element of; null when it is none.</summary>
    public static ElementList? Around(ExpressionSyntax element) =>
        element.Parent switch
        {
            InitializerExpressionSyntax initializer => new ElementList(initializer),
            ExpressionElementSyntax { Parent: CollectionExpressionSyntax collection } => new ElementList(collection),
            _ => null,
        };
}
