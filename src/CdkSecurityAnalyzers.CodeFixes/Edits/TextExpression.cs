using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>Changes the text that an expression gives, keeping how it is computed where that is possible.</summary>
internal static class TextExpression
{
    /// <summary>Replaces a literal, or the expression as a whole.</summary>
    public static void Replace(SolutionEdits edits, Place place, ExpressionSyntax expression, string text) =>
        edits
            .In(place)
            .Replace(
                expression.Span,
                expression is LiteralExpressionSyntax literal ? TextLiteral.Like(literal, text) : TextLiteral.Of(text)
            );

    /// <summary>Puts texts before and after what the expression gives.</summary>
    public static void Wrap(SolutionEdits edits, Place place, ExpressionSyntax expression, string prefix, string suffix)
    {
        if (
            expression is InterpolatedStringExpressionSyntax interpolated
            && TextLiteral.Inside(interpolated, prefix) is { } before
            && TextLiteral.Inside(interpolated, suffix) is { } after
        )
        {
            edits.In(place).Insert(interpolated.StringStartToken.Span.End, before);
            edits.In(place).Insert(interpolated.StringEndToken.SpanStart, after);
        }
        else if (IsName(expression) && !MustBeConstant(expression))
        {
            edits.In(place).Insert(expression.SpanStart, $"$\"{Inside(prefix)}{{");
            edits.In(place).Insert(expression.Span.End, $"}}{Inside(suffix)}\"");
        }
        else
        {
            var (open, close) = BindsLooserThanPlus(expression) ? ("(", ")") : (string.Empty, string.Empty);
            edits.In(place).Insert(expression.SpanStart, $"{TextLiteral.Of(prefix)} + {open}");
            edits.In(place).Insert(expression.Span.End, $"{close} + {TextLiteral.Of(suffix)}");
        }
    }

    private static bool IsName(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax || expression is MemberAccessExpressionSyntax { Expression: var owner } && IsName(owner);

    /// <summary>Interpolated constants need C# 10: where a constant is asked for, the text is added with <c>+</c>.</summary>
    private static bool MustBeConstant(ExpressionSyntax expression) =>
        expression
            .Ancestors()
            .Any(node =>
                node switch
                {
                    AttributeArgumentSyntax => true,
                    EqualsValueClauseSyntax { Parent: ParameterSyntax } => true,
                    FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
                    LocalDeclarationStatementSyntax local => local.Modifiers.Any(SyntaxKind.ConstKeyword),
                    _ => false,
                }
            );

    private static bool BindsLooserThanPlus(ExpressionSyntax expression) =>
        expression
            is ConditionalExpressionSyntax
                or SwitchExpressionSyntax
                or AssignmentExpressionSyntax
                or LambdaExpressionSyntax
                or QueryExpressionSyntax
        || expression is BinaryExpressionSyntax binary && !binary.IsKind(SyntaxKind.AddExpression);

    private static string Inside(string text) =>
        SymbolDisplay.FormatLiteral(text, quote: false).Replace("\"", "\\\"").Replace("{", "{{").Replace("}", "}}");
}
