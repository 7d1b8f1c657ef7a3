using System;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Statements: what they do, and how they end.</summary>
internal sealed partial class Interpreter
{
    private Outcome Execute(IOperation? statement, Activation activation)
    {
        if (statement is null)
        {
            return Outcome.Next;
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (++steps > Bounds.Steps)
        {
            isComplete = false;
            return Outcome.Return;
        }

        if (nesting >= Bounds.Nesting)
        {
            Skip(statement, activation, UnknownReason.TooDeep);
            return Outcome.Next;
        }

        nesting++;
        try
        {
            return ExecuteKind(statement, activation);
        }
        finally
        {
            nesting--;
        }
    }

    private Outcome ExecuteKind(IOperation statement, Activation activation)
    {
        switch (statement)
        {
            case IBlockOperation block:
                return ExecuteFrom(block.Operations, 0, activation);
            case IExpressionStatementOperation expression:
                Discard(expression.Operation, activation);
                return TakeAbort();
            case IVariableDeclarationGroupOperation group:
                Declare(group, activation);
                return TakeAbort();
            case IVariableDeclarationOperation declaration:
                Declare(declaration, activation);
                return TakeAbort();
            case IConditionalOperation conditional:
                return ExecuteConditional(conditional, activation);
            case IReturnOperation { Kind: OperationKind.YieldReturn } yielded:
                Yield(yielded, activation);
                return TakeAbort();
            case IReturnOperation { Kind: OperationKind.YieldBreak }:
                return Outcome.Return;
            case IReturnOperation returned:
                return ExecuteReturn(returned, activation);
            case ISwitchOperation @switch:
                return ExecuteSwitch(@switch, activation);
            case ILoopOperation loop:
                return ExecuteLoop(loop, activation);
            case IBranchOperation branch:
                return ExecuteBranch(branch, activation);
            case ITryOperation @try:
                return ExecuteTry(@try, activation);
            case IUsingOperation @using:
                return ExecuteUsing(@using, activation);
            case IUsingDeclarationOperation declaration:
                return Execute(declaration.DeclarationGroup, activation);
            case ILockOperation @lock:
                return ExecuteLock(@lock, activation);
            case ILabeledOperation labeled:
                return Execute(labeled.Operation, activation);
            case ILocalFunctionOperation or IEmptyOperation:
                return Outcome.Next;
            default:
                Evaluate(statement, activation);
                return TakeAbort();
        }
    }

    private Outcome ExecuteUsing(IUsingOperation @using, Activation activation) =>
        Then(Execute(@using.Resources, activation), () => Execute(@using.Body, activation));

    private Outcome ExecuteLock(ILockOperation @lock, Activation activation)
    {
        Evaluate(@lock.LockedValue, activation);
        return Then(TakeAbort(), () => Execute(@lock.Body, activation));
    }

    private Outcome ExecuteFrom(ImmutableArray<IOperation> statements, int index, Activation activation)
    {
        for (; index < statements.Length; index++)
        {
            var outcome = Execute(statements[index], activation);
            if (outcome is Outcome.Split or Outcome.Jump)
            {
                var next = index + 1;
                return Then(
                    Follow(
                        outcome,
                        label =>
                            IndexOf(label, statements) is >= 0 and var target ? () => ExecuteFrom(statements, target, activation) : null
                    ),
                    () => ExecuteFrom(statements, next, activation)
                );
            }

            if (!ReferenceEquals(outcome, Outcome.Next))
            {
                return outcome;
            }
        }

        return Outcome.Next;
    }

    /// <summary>A body in one of its shapes: block, arrow, constructor with its initializer, bare expression.</summary>
    private Outcome ExecuteBody(IOperation body, Activation activation) =>
        body switch
        {
            IMethodBodyOperation method => Execute(method.BlockBody ?? method.ExpressionBody, activation),
            IConstructorBodyOperation constructor => Execute(constructor.BlockBody ?? constructor.ExpressionBody, activation),
            ILocalFunctionOperation function => Execute(function.Body ?? function.IgnoredBody, activation),
            IAnonymousFunctionOperation function => Execute(function.Body, activation),
            IBlockOperation block => Execute(block, activation),
            _ => Execute(body, activation),
        };

    private void Discard(IOperation expression, Activation activation)
    {
        var value = Evaluate(expression, activation);
        if (value is CallValue or ChoiceValue && Visible(expression) is IInvocationOperation or IConditionalAccessOperation)
        {
            Record(new DiscardEvent(value, new Site(Visible(expression), activation.Frame), path));
        }
    }

    private void Declare(IVariableDeclarationGroupOperation group, Activation activation)
    {
        foreach (var declaration in group.Declarations)
        {
            Declare(declaration, activation);
        }
    }

    private void Declare(IVariableDeclarationOperation declaration, Activation activation)
    {
        foreach (var declarator in declaration.Declarators)
        {
            if (declarator.GetVariableInitializer() is not { } initializer)
            {
                continue;
            }

            if (declarator.Symbol.IsRef)
            {
                // What is written through the one name is read through the other: neither is followed.
                Evaluate(initializer.Value, activation);
                Assign(
                    initializer.Value,
                    new Binding(Unknown(UnknownReason.Unsupported, declarator), new Site(declarator, activation.Frame)),
                    activation
                );
                continue;
            }

            heap.Set(activation, declarator.Symbol, Bind(initializer.Value, activation));
        }
    }

    private Outcome ExecuteConditional(IConditionalOperation conditional, Activation activation)
    {
        var decision = Evaluate(conditional.Condition, activation);
        return isAborted
            ? TakeAbort()
            : Branch(decision, () => Execute(conditional.WhenTrue, activation), () => Execute(conditional.WhenFalse, activation));
    }

    private Outcome ExecuteReturn(IReturnOperation returned, Activation activation)
    {
        if (returned.ReturnedValue is { } value)
        {
            heap.Set(activation, Activation.Result, Bind(value, activation));
            if (isAborted)
            {
                return TakeAbort();
            }
        }

        return Outcome.Return;
    }

    private Outcome ExecuteBranch(IBranchOperation branch, Activation activation) =>
        branch.BranchKind switch
        {
            BranchKind.Break => Outcome.Break,
            BranchKind.Continue => Outcome.Continue,
            _ => Goto(branch, activation),
        };

    private Outcome ExecuteSwitch(ISwitchOperation @switch, Activation activation)
    {
        var value = Evaluate(@switch.Value, activation);
        if (isAborted)
        {
            return TakeAbort();
        }

        // A default label is asked last wherever it stands.
        var sections = @switch
            .Cases.OrderBy(section => section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation))
            .ToImmutableArray();
        var outcome = Follow(ExecuteSection(sections, 0, value, activation), SectionOf);
        return Reinterpret(outcome, Outcome.Break, Outcome.Next);

        Func<Outcome>? SectionOf(ILabelSymbol label) =>
            sections.FirstOrDefault(section => section.Clauses.Any(clause => SymbolEqualityComparer.Default.Equals(clause.Label, label)))
                is { } section
                ? () => ExecuteFrom(section.Body, 0, activation)
                : null;
    }

    private Outcome ExecuteSection(ImmutableArray<ISwitchCaseOperation> sections, int index, Value value, Activation activation)
    {
        if (index == sections.Length)
        {
            return Outcome.Next;
        }

        var section = sections[index];
        Value matches = new ConstantValue(false, section);
        foreach (var clause in section.Clauses)
        {
            matches = Or(matches, () => Matches(clause, value, activation), section);
        }

        return Branch(
            matches,
            () => ExecuteFrom(section.Body, 0, activation),
            () => ExecuteSection(sections, index + 1, value, activation)
        );
    }

    private Value Matches(ICaseClauseOperation clause, Value value, Activation activation) =>
        clause switch
        {
            IDefaultCaseClauseOperation => new ConstantValue(true, clause),
            ISingleValueCaseClauseOperation single => AreEqual(value, Evaluate(single.Value, activation), clause),
            IPatternCaseClauseOperation pattern => And(
                Matches(pattern.Pattern, value, activation),
                () => pattern.Guard is null ? new ConstantValue(true, clause) : Evaluate(pattern.Guard, activation),
                clause
            ),
            _ => Unknown(UnknownReason.Unsupported, clause),
        };

    private Outcome ExecuteTry(ITryOperation @try, Activation activation)
    {
        // Code that only the program decides is taken to succeed. Whether code outside of it fails is not known; a handler may run after any part of the block.
        var first = events.Count;
        var outsideBefore = outsideCalls;
        var outcome = Execute(@try.Body, activation);
        if (!@try.Catches.IsEmpty)
        {
            ForgetThrows(first);
        }

        if (ReferenceEquals(outcome, Outcome.Throw))
        {
            outcome = @try.Catches.IsEmpty ? Outcome.Throw : Handle(@try.Catches[0], activation);
        }
        else if (!@try.Catches.IsEmpty && ReferenceEquals(outcome, Outcome.Next) && outsideCalls > outsideBefore)
        {
            outcome = Branch(new Condition(@try), () => Outcome.Next, () => Handle(@try.Catches[0], activation));
        }

        return @try.Finally is null ? outcome : Then(outcome, () => Execute(@try.Finally, activation));
    }

    /// <summary>What is thrown inside a handled block does not end the program.</summary>
    private void ForgetThrows(int first)
    {
        for (var index = events.Count - 1; index >= first; index--)
        {
            if (events[index] is ThrowEvent)
            {
                events.RemoveAt(index);
            }
        }
    }

    private Outcome Handle(ICatchClauseOperation handler, Activation activation) => Execute(handler.Handler, activation);

    private void Yield(IReturnOperation yielded, Activation activation)
    {
        if (
            yielded.ReturnedValue is { } value
            && activation.TryGet(Activation.Result, out var result)
            && result.Value is SequenceValue sequence
        )
        {
            Append(sequence, Bind(value, activation));
        }
    }

    /// <summary>For an iterator method, the sequence that its <c>yield return</c> statements fill; null for every other method.</summary>
    private SequenceValue? CollectYields(IMethodSymbol method, IOperation body, Activation activation)
    {
        if (!IsIterator(method, body))
        {
            return null;
        }

        var site = new Site(body, activation.Frame);
        var sequence = NewSequence(method.ReturnType, site, [], isComplete: true);
        heap.Set(activation, Activation.Result, new Binding(sequence, site));
        return sequence;
    }

    private static bool IsIterator(IMethodSymbol method, IOperation body) =>
        method.ReturnType.Name is "IEnumerable" or "IEnumerator" or "IAsyncEnumerable"
        && body.Descendants().Any(operation => operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak);
}
