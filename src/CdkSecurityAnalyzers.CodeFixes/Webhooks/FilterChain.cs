using System;
using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Webhooks;

/// <summary>A chain of <c>And…</c> calls on a filter group.</summary>
internal static class FilterChain
{
    private const string MethodPrefix = "And";

    /// <summary>Adds a call at the end, on a line of its own where the chain is broken into lines.</summary>
    public static bool TryAppend(SolutionEdits edits, Place group, string call)
    {
        if (group.Expression is not { } chain)
        {
            return false;
        }

        if (
            chain
            is not (
                InvocationExpressionSyntax
                or IdentifierNameSyntax
                or MemberAccessExpressionSyntax
                or ParenthesizedExpressionSyntax
                or ElementAccessExpressionSyntax
            )
        )
        {
            edits.In(group).Insert(chain.SpanStart, "(");
            call = ")" + call;
        }

        edits.In(group).Insert(chain.Span.End, LineStart(group.Text, chain) + call);
        return true;
    }

    /// <summary>What stands before a further call of the chain: nothing, or the line break and indentation of its last call.</summary>
    public static string LineStart(SourceText text, ExpressionSyntax chain)
    {
        var dot = Calls(chain).Select(call => ((MemberAccessExpressionSyntax)call.Expression).OperatorToken).FirstOrDefault();
        return dot.SpanStart > 0 && Lines.StartsLine(text, dot.SpanStart)
            ? Lines.Break(text) + Lines.Indentation(text, dot.SpanStart)
            : string.Empty;
    }

    /// <summary>The calls of the chain, the last one first.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Calls(ExpressionSyntax chain)
    {
        while (chain is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call)
        {
            yield return call;
            chain = member.Expression;
        }
    }

    /// <summary>What the chain's first call is made on.</summary>
    public static ExpressionSyntax Root(ExpressionSyntax chain) =>
        Calls(chain).LastOrDefault() is { Expression: MemberAccessExpressionSyntax member } ? member.Expression : chain;

    /// <summary>The name of the method that a call of a chain calls.</summary>
    public static SimpleNameSyntax Name(InvocationExpressionSyntax call) => ((MemberAccessExpressionSyntax)call.Expression).Name;

    /// <summary>The calls on a group, those behind the variable that the chain is the value of included.</summary>
    public static IEnumerable<InvocationExpressionSyntax> CallsOnGroup(Place group)
    {
        if (group.Expression is not { } chain)
        {
            return [];
        }

        var calls = Calls(chain);
        return Variable(group, chain) is { } variable ? calls.Concat(CallsOn(group, variable)) : calls;
    }

    /// <summary>Whether the chain is the value of a variable that several places take: what is wrong for one may be right for another.</summary>
    public static bool IsShared(Place group)
    {
        if (group.Expression is not { } chain || Variable(group, chain) is not { } variable)
        {
            return false;
        }

        var uses = group
            .Node.SyntaxTree.GetRoot()
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(use => LocalValue.Refers(group, use, variable) && !LocalValue.IsWrite(use) && !IsExtended(use, variable));
        return uses.Skip(1).Any();
    }

    /// <summary>Whether a use only makes the variable's next value: <c>group = group.AndX(…)</c>.</summary>
    private static bool IsExtended(IdentifierNameSyntax use, ISymbol variable) =>
        use.AncestorsAndSelf().TakeWhile(node => node is ExpressionSyntax).OfType<AssignmentExpressionSyntax>().FirstOrDefault()
            is { Left: IdentifierNameSyntax target }
        && target.Identifier.ValueText == variable.Name;

    private static IEnumerable<InvocationExpressionSyntax> CallsOn(Place group, ISymbol variable) =>
        group
            .Node.SyntaxTree.GetRoot()
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(call =>
                call.Expression is MemberAccessExpressionSyntax
                && Name(call).Identifier.ValueText.StartsWith(MethodPrefix, StringComparison.Ordinal)
                && SymbolEqualityComparer.Default.Equals(group.Model.GetSymbolInfo(Root(call)).Symbol, variable)
            );

    private static ISymbol? Variable(Place group, ExpressionSyntax chain) =>
        chain.Parent switch
        {
            EqualsValueClauseSyntax { Parent: { } declarator } => group.Model.GetDeclaredSymbol(declarator),
            AssignmentExpressionSyntax assignment => group.Model.GetSymbolInfo(assignment.Left).Symbol,
            _ => null,
        };
}
