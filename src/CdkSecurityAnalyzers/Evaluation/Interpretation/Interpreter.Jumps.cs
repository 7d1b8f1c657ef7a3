using System;
using System.Collections.Immutable;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary><c>goto</c>: to a label of an enclosing block, to a case of an enclosing switch.</summary>
internal sealed partial class Interpreter
{
    private Outcome Goto(IBranchOperation branch, Activation activation)
    {
        var count = jumpCounts.TryGetValue((branch.Target, activation), out var before) ? before : 0;
        jumpCounts[(branch.Target, activation)] = count + 1;
        if (count < Bounds.LoopRounds)
        {
            // Two sides that jump to one label end in the same way.
            if (!jumps.TryGetValue(branch.Target, out var jump))
            {
                jumps.Add(branch.Target, jump = new Outcome.Jump(branch.Target));
            }

            return jump;
        }

        isComplete = false;
        return Outcome.Return;
    }

    /// <summary>Goes on at the labels that a list of statements or a switch knows; other jumps lead further out.</summary>
    /// <param name="find">What runs from a label on; null when the label stands elsewhere.</param>
    private Outcome Follow(Outcome outcome, Func<ILabelSymbol, Func<Outcome>?> find)
    {
        while (outcome is Outcome.Jump jump && find(jump.Label) is { } run)
        {
            outcome = run();
        }

        if (outcome is not Outcome.Split split || !HasJump(split))
        {
            return outcome;
        }

        var outer = path;
        var whenTrue = RunSide(split.WhenTrue.Path, split.WhenTrue.Effect, () => Follow(split.WhenTrue.Outcome, find));
        var whenFalse = RunSide(split.WhenFalse.Path, split.WhenFalse.Effect, () => Follow(split.WhenFalse.Outcome, find));
        path = outer;
        return Merge(split.Condition, whenTrue, whenFalse, split.Births);
    }

    private static bool HasJump(Outcome outcome) =>
        outcome is Outcome.Jump
        || (outcome is Outcome.Split split && (HasJump(split.WhenTrue.Outcome) || HasJump(split.WhenFalse.Outcome)));

    private static int IndexOf(ILabelSymbol label, ImmutableArray<IOperation> statements)
    {
        for (var index = 0; index < statements.Length; index++)
        {
            if (statements[index] is ILabeledOperation labeled && SymbolEqualityComparer.Default.Equals(labeled.Label, label))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>
    /// Passes over code that is not evaluated: what it mentions it may change, and what it assigns is unknown afterwards.
    /// </summary>
    private void Skip(IOperation code, Activation activation, UnknownReason reason)
    {
        foreach (var operation in code.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
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
