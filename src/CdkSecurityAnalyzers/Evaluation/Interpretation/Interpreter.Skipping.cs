using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Code past a bound: what it may do is taken into account, what it does is not followed.</summary>
internal sealed partial class Interpreter
{
    /// <summary>
    /// Passes over code that is not evaluated: what it mentions it may change, and what it assigns is unknown afterwards.
    /// </summary>
    private void Skip(IOperation code, Activation activation, UnknownReason reason)
    {
        foreach (var operation in code.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (operation is IAnonymousFunctionOperation or IMethodReferenceOperation)
            {
                delegates.Add(operation.Syntax);
            }

            var symbol = operation switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => (ISymbol?)null,
            };
            if (symbol is not null && OwnerOf(symbol, activation) is var owner && owner.TryGet(symbol, out var binding))
            {
                Escape(binding with { Site = new Site(operation, activation.Frame) });
                if (IsAssigned(operation))
                {
                    heap.Set(owner, symbol, binding with { Value = Unknown(reason, operation, symbol.Name) });
                }
            }
            else if (operation is IInstanceReferenceOperation && InstanceOf(activation) is { } instance)
            {
                Escape(new Binding(instance, new Site(operation, activation.Frame)));
            }
        }
    }

    private static bool IsAssigned(IOperation reference) =>
        reference.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == reference,
            IIncrementOrDecrementOperation => true,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
            ITupleOperation { Parent: IDeconstructionAssignmentOperation } => true,
            _ => false,
        };
}
