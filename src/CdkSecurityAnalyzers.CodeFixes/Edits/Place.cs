using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>A piece of the program that a finding points to, with what is needed to read and edit it.</summary>
internal sealed record Place(Document Document, SemanticModel Model, SourceText Text, SyntaxNode Node)
{
    public Compilation Compilation => Model.Compilation;

    public LanguageVersion LanguageVersion => ((CSharpParseOptions)Model.SyntaxTree.Options).LanguageVersion;

    /// <summary>Another node of the same document.</summary>
    public Place At(SyntaxNode node) => this with { Node = node };

    /// <summary>The expression at the place, without the argument, element or parentheses around it; null when something else stands there.</summary>
    public ExpressionSyntax? Expression =>
        Node switch
        {
            ExpressionSyntax expression => expression,
            ArgumentSyntax argument => argument.Expression,
            ExpressionElementSyntax element => element.Expression,
            ExpressionStatementSyntax statement => statement.Expression,
            EqualsValueClauseSyntax clause => clause.Value,
            _ => null,
        };

    /// <summary>The constant text that an expression of this document has at compile time; null when it has none.</summary>
    public string? ConstantText(ExpressionSyntax expression) =>
        Model.GetConstantValue(expression) is { HasValue: true, Value: string text } ? text : null;
}
