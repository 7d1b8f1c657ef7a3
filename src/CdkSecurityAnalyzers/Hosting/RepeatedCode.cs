using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Hosting;

/// <summary>A loop, lambda or local function that runs once for each of several elements, of which an expression in it uses one.</summary>
internal sealed class RepeatedCode
{
    private readonly IOperation body;
    private readonly ISymbol element;

    private RepeatedCode(IOperation body, ISymbol element)
    {
        this.body = body;
        this.element = element;
    }

    /// <summary>Whether the code asks each element for nothing but what the expression asks it for, so that a change of the element changes nothing else.</summary>
    public bool UsesElementsOnce =>
        body.Descendants().Count(operation => SymbolEqualityComparer.Default.Equals(VariableOf(operation), element)) == 1;

    /// <summary>The innermost repeated code around an expression, if the expression means another value each time; else null.</summary>
    /// <param name="use">An expression.</param>
    /// <param name="origin">What made the value that the expression has one of the times.</param>
    public static RepeatedCode? Of(IOperation use, IOperation origin)
    {
        for (var around = use.Parent; around is not null; around = around.Parent)
        {
            var body = around switch
            {
                ILoopOperation loop => loop.Body,
                IAnonymousFunctionOperation lambda => lambda.Body,
                ILocalFunctionOperation function => function.Body,
                _ => null,
            };
            if (body is not null && !Contains(body, origin) && VariableOf(use, around) is { } element)
            {
                return new RepeatedCode(body, element);
            }
        }

        return null;
    }

    private static ISymbol? VariableOf(IOperation use, IOperation around) =>
        use.DescendantsAndSelf().Select(VariableOf).FirstOrDefault(variable => variable is not null && IsDeclaredIn(variable, around));

    private static ISymbol? VariableOf(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation { Local: var local } => local,
            IParameterReferenceOperation { Parameter: var parameter } => parameter,
            _ => null,
        };

    private static bool IsDeclaredIn(ISymbol variable, IOperation around) =>
        variable.DeclaringSyntaxReferences.Any(declaration =>
            declaration.SyntaxTree == around.Syntax.SyntaxTree && around.Syntax.Span.Contains(declaration.Span)
        );

    private static bool Contains(IOperation outer, IOperation inner) =>
        outer.Syntax.SyntaxTree == inner.Syntax.SyntaxTree && outer.Syntax.Span.Contains(inner.Syntax.Span);
}
