using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Layout;
using CdkSecurityAnalyzers.CodeFixes.Webhooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Keeps the filter group that a discarded call returns: in the group's declaration, else by assigning it back.</summary>
internal sealed class UseResult() : FindingFix(Key, "Use the result")
{
    public const string Key = nameof(UseResult);

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        var place = finding.Value;
        if (place.Node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } statement)
        {
            return false;
        }

        if (
            statement.Expression is InvocationExpressionSyntax call
            && Declaration(place, statement, FilterChain.Root(call)) is { } declaration
        )
        {
            Move(edits.In(place), place.Text, statement, call, FilterChain.Root(call), declaration);
            return true;
        }

        var root = statement.Expression is ConditionalAccessExpressionSyntax conditional
            ? conditional.Expression
            : FilterChain.Root(statement.Expression);
        if (!Repetition.IsHarmless(root))
        {
            return false;
        }

        edits.In(place).Insert(statement.SpanStart, $"{root} = ");
        return true;
    }

    private static void Move(
        DocumentEdits edits,
        SourceText text,
        ExpressionStatementSyntax statement,
        ExpressionSyntax call,
        ExpressionSyntax root,
        ExpressionSyntax declaration
    )
    {
        var lineStart = FilterChain.LineStart(text, declaration);
        var calls =
            lineStart.Length == 0
                ? text.ToString(TextSpan.FromBounds(root.Span.End, call.Span.End))
                : string.Concat(
                    FilterChain
                        .Calls(call)
                        .Reverse()
                        .Select(link =>
                            lineStart
                            + text.ToString(
                                TextSpan.FromBounds(((MemberAccessExpressionSyntax)link.Expression).OperatorToken.SpanStart, link.Span.End)
                            )
                        )
                );
        edits.Insert(declaration.Span.End, calls);
        edits.Delete(Lines.WithItsLine(text, statement.Span));
    }

    /// <summary>
    /// The value that the local was declared with, when the calls may just as well be made there: the local is declared in the same block, keeps that
    /// value, and is not read in between – or only there, so that what was read was meant to be the result – and the arguments exist there already.
    /// </summary>
    private static InvocationExpressionSyntax? Declaration(Place place, ExpressionStatementSyntax statement, ExpressionSyntax root)
    {
        if (
            LocalValue.Of(place, root) is not InvocationExpressionSyntax value
            || value.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not { } declaration
            || Block(declaration) != Block(statement)
            || place.Model.GetSymbolInfo(root).Symbol is not ILocalSymbol local
        )
        {
            return null;
        }

        var uses = Block(statement)
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(use => LocalValue.Refers(place, use, local) && !IsDiscard(use))
            .ToList();
        var isReadBetween = uses.Any(use => use.SpanStart < statement.SpanStart);
        var isReadAfter = uses.Any(use => use.SpanStart > statement.Span.End);
        return (isReadBetween && isReadAfter) || ReadsLaterLocal(place, statement, declaration) ? null : value;
    }

    /// <summary>Top-level statements stand side by side in one compilation unit.</summary>
    private static SyntaxNode Block(StatementSyntax statement) =>
        statement.Parent is GlobalStatementSyntax global ? global.Parent! : statement.Parent!;

    private static bool ReadsLaterLocal(Place place, SyntaxNode statement, SyntaxNode declaration) =>
        statement
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Select(name => place.Model.GetSymbolInfo(name).Symbol)
            .OfType<ILocalSymbol>()
            .SelectMany(symbol => symbol.DeclaringSyntaxReferences)
            .Any(reference => reference.Span.Start > declaration.Span.End);

    private static bool IsDiscard(IdentifierNameSyntax use)
    {
        ExpressionSyntax chain = use;
        while (
            chain.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member && member.Expression == chain
        )
        {
            chain = call;
        }

        return chain.Parent is ExpressionStatementSyntax;
    }
}
