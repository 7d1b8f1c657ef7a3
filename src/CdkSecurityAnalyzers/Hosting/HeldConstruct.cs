using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Hosting;

/// <summary>Tells which construct a variable of a method holds, from the code of the method alone.</summary>
internal static class HeldConstruct
{
    /// <summary>Whether an expression gives a parameter of a method, its resource, or a local that only ever holds one.</summary>
    public static bool IsGiven(IOperation? construct, IOperation body) =>
        construct switch
        {
            IConversionOperation conversion => IsGiven(conversion.Operand, body),
            IParameterReferenceOperation { Parameter: var parameter } => parameter.ContainingSymbol
                is IMethodSymbol { MethodKind: not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) }
                && KeepsItsValue(parameter, body),
            IPropertyReferenceOperation { Property.Name: "DefaultChild" or "Node" } part => IsGiven(part.Instance, body),
            ILocalReferenceOperation { Local: var local } => KeepsItsValue(local, body)
                && body.Descendants().Any(operation => DeclaresGiven(operation, local, body)),
            _ => false,
        };

    private static bool DeclaresGiven(IOperation operation, ILocalSymbol local, IOperation body) =>
        operation switch
        {
            IVariableDeclaratorOperation declarator => IsSame(declarator.Symbol, local)
                && IsGiven(declarator.GetVariableInitializer()?.Value, body),
            IDeclarationPatternOperation pattern => IsSame(pattern.DeclaredSymbol, local)
                && pattern.Parent switch
                {
                    IIsPatternOperation match => IsGiven(match.Value, body),
                    IPatternCaseClauseOperation { Parent: ISwitchCaseOperation { Parent: ISwitchOperation choice } } => IsGiven(
                        choice.Value,
                        body
                    ),
                    _ => false,
                },
            _ => false,
        };

    /// <summary>Whether nothing is assigned to a variable after its declaration.</summary>
    public static bool KeepsItsValue(ISymbol variable, IOperation body) =>
        body.Descendants()
            .All(operation =>
                operation switch
                {
                    IDeconstructionAssignmentOperation => false,
                    IAssignmentOperation { Target: var target } => !Names(target, variable),
                    IArgumentOperation { Parameter.RefKind: not RefKind.None, Value: var passed } => !Names(passed, variable),
                    _ => true,
                }
            );

    private static bool Names(IOperation operation, ISymbol variable) =>
        operation switch
        {
            ILocalReferenceOperation reference => IsSame(reference.Local, variable),
            IParameterReferenceOperation reference => IsSame(reference.Parameter, variable),
            _ => false,
        };

    private static bool IsSame(ISymbol? one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
