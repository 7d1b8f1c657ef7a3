using System;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Library;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Loops: known rounds are unrolled, unknown ones run for zero and for some rounds.</summary>
internal sealed partial class Interpreter
{
    private Outcome ExecuteLoop(ILoopOperation loop, Activation activation)
    {
        var outcome = loop switch
        {
            IForEachLoopOperation forEach => ExecuteForEach(forEach, activation),
            IForLoopOperation @for => Then(
                ExecuteFrom(@for.Before, 0, activation),
                () => ExecuteRounds(@for, @for.Condition, () => ExecuteFrom(@for.AtLoopBottom, 0, activation), 0, activation)
            ),
            IWhileLoopOperation { ConditionIsTop: true } @while => ExecuteRounds(
                @while,
                @while.Condition,
                () => Outcome.Next,
                0,
                activation
            ),
            IWhileLoopOperation @while => Then(
                ExecuteRound(@while, activation),
                () => ExecuteRounds(@while, @while.Condition, () => Outcome.Next, 0, activation)
            ),
            _ => Outcome.Next,
        };
        return Reinterpret(outcome, Outcome.Break, Outcome.Next);
    }

    private Outcome ExecuteForEach(IForEachLoopOperation loop, Activation activation)
    {
        var collection = Evaluate(loop.Collection, activation);
        if (isAborted)
        {
            return TakeAbort();
        }

        return WithAlternatives(
            collection,
            alternative =>
                WithContent(
                    alternative,
                    loop.Collection,
                    elements =>
                        ExecuteElements(
                            loop,
                            elements,
                            elements is not null || Determinacy.IsUnread(alternative),
                            Determinacy.IsOfCaller(alternative),
                            activation
                        )
                )
        );
    }

    private Outcome ExecuteElements(
        IForEachLoopOperation loop,
        ElementsValue? elements,
        bool isUnread,
        bool isOfCaller,
        Activation activation
    )
    {
        if (elements is null || elements.Elements.Length > Bounds.LoopRounds)
        {
            return ExecuteSomeRounds(
                loop,
                new Condition(loop, isUnread, isOfCaller),
                () => AssignVariable(loop, Unknown(UnknownReason.Loop, loop.Collection), activation),
                activation
            );
        }

        var known = ExecuteElement(loop, elements.Elements, 0, activation);
        return elements.IsComplete
            ? known
            : Then(
                known,
                () =>
                    ExecuteSomeRounds(
                        loop,
                        new Condition(loop),
                        () => AssignVariable(loop, Unknown(UnknownReason.Loop, loop.Collection), activation),
                        activation
                    )
            );
    }

    private Outcome ExecuteElement(IForEachLoopOperation loop, ImmutableArray<Binding> elements, int index, Activation activation)
    {
        for (; index < elements.Length; index++)
        {
            AssignVariable(loop, elements[index].Value, activation);
            var outcome = ExecuteRound(loop, activation);
            if (outcome is Outcome.Split)
            {
                var next = index + 1;
                return Then(outcome, () => ExecuteElement(loop, elements, next, activation));
            }

            if (!ReferenceEquals(outcome, Outcome.Next))
            {
                return outcome;
            }
        }

        return Outcome.Next;
    }

    private void AssignVariable(IForEachLoopOperation loop, Value value, Activation activation)
    {
        switch (loop.LoopControlVariable)
        {
            case IVariableDeclaratorOperation declarator:
                heap.Set(activation, declarator.Symbol, new Binding(value, new Site(loop.LoopControlVariable, activation.Frame)));
                break;
            case { } target:
                Assign(target, new Binding(value, new Site(target, activation.Frame)), activation);
                break;
        }
    }

    private Outcome ExecuteRound(ILoopOperation loop, Activation activation) =>
        Reinterpret(Execute(loop.Body, activation), Outcome.Continue, Outcome.Next);

    private Outcome ExecuteRounds(ILoopOperation loop, IOperation? condition, Func<Outcome> atBottom, int round, Activation activation)
    {
        var decision = condition is null ? new ConstantValue(true, loop) : Evaluate(condition, activation);
        if (isAborted)
        {
            return TakeAbort();
        }

        return WithAlternatives(decision, alternative => ExecuteRoundsWhen(alternative, loop, condition, atBottom, round, activation));
    }

    private Outcome ExecuteRoundsWhen(
        Value decision,
        ILoopOperation loop,
        IOperation? condition,
        Func<Outcome> atBottom,
        int round,
        Activation activation
    )
    {
        if (decision is ConstantValue { Content: false })
        {
            return Outcome.Next;
        }

        if (round >= Bounds.LoopRounds || decision is not ConstantValue)
        {
            var hasRounds = new Condition(
                loop,
                isUnread: decision is ConstantValue || Determinacy.IsUnread(decision),
                isOfCaller: Determinacy.IsOfCaller(decision)
            );
            return ExecuteSomeRounds(loop, hasRounds, () => { }, activation);
        }

        return Then(Then(ExecuteRound(loop, activation), atBottom), () => ExecuteRounds(loop, condition, atBottom, round + 1, activation));
    }

    /// <summary>
    /// Runs the body once for "some rounds" beside "no round". What the body assigns is unknown in it and after it, and what it fills may hold more.
    /// </summary>
    /// <param name="hasRounds">Whether there are any.</param>
    private Outcome ExecuteSomeRounds(ILoopOperation loop, Condition hasRounds, Action prepare, Activation activation)
    {
        var assigned = AssignedLocals(loop);
        var (start, births) = (heap.Mark(), heap.Births);
        var outcome = Branch(
            hasRounds,
            () =>
            {
                Forget(assigned, loop, activation);
                prepare();
                var round = ExecuteRound(loop, activation);
                Forget(assigned, loop, activation);
                return round;
            },
            () => Outcome.Next
        );

        // How many rounds there are is merely unknown, so no verdict rests on there being none: what the body fills is open either way.
        heap.OpenCollections(start, births);
        return outcome;
    }

    private static ImmutableArray<ISymbol> AssignedLocals(ILoopOperation loop) =>
        loop.Descendants()
            .Select(operation =>
                operation switch
                {
                    IAssignmentOperation assignment => assignment.Target,
                    IIncrementOrDecrementOperation increment => increment.Target,
                    _ => null,
                }
            )
            .Select(target =>
                target switch
                {
                    ILocalReferenceOperation local => (ISymbol)local.Local,
                    IParameterReferenceOperation parameter => parameter.Parameter,
                    _ => null,
                }
            )
            .Where(symbol => symbol is not null)
            .Distinct(SymbolEqualityComparer.Default)
            .ToImmutableArray()!;

    private void Forget(ImmutableArray<ISymbol> locals, ILoopOperation loop, Activation activation)
    {
        foreach (var local in locals)
        {
            var owner = OwnerOf(local, activation);
            if (owner.TryGet(local, out _))
            {
                heap.Set(owner, local, new Binding(Unknown(UnknownReason.Loop, loop, local.Name), new Site(loop, activation.Frame)));
            }
        }
    }
}
