using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>Expressions that may be written a second time.</summary>
internal static class Repetition
{
    /// <summary>Whether naming a thing a second time means the same thing and does nothing else.</summary>
    public static bool IsHarmless(ExpressionSyntax expression) =>
        expression
            .DescendantNodesAndSelf()
            .OfType<ExpressionSyntax>()
            .All(part =>
                part
                    is NameSyntax
                        or ThisExpressionSyntax
                        or BaseExpressionSyntax
                        or MemberAccessExpressionSyntax
                        or ElementAccessExpressionSyntax
                        or LiteralExpressionSyntax
            );
}
