using System;
using CdkSecurityAnalyzers.Evaluation.Library;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Conditions: known ones take one side, unknown ones run both and join them.</summary>
internal sealed partial class Interpreter
{
    /// <summary>The value without the choices that the current path has decided already.</summary>
    internal Value Settle(Value value)
    {
        while (value is ChoiceValue choice && PathCondition.AnswerTo(path, choice.Condition) is { } answer)
        {
            value = (answer ? choice.WhenTrue : choice.WhenFalse).Value;
        }

        return value;
    }

    private Binding Settle(Binding binding)
    {
        while (binding.Value is ChoiceValue choice && PathCondition.AnswerTo(path, choice.Condition) is { } answer)
        {
            binding = choice.Alternative(answer, binding.Site);
        }

        return binding;
    }

    /// <summary>Computes something of each alternative of a value, in the world of that alternative, and joins the results.</summary>
    internal Value ForEachAlternative(Value value, Func<Value, Value> compute)
    {
        value = Settle(value);
        return value is ChoiceValue choice ? ForBothAlternatives(choice, compute) : compute(value);
    }

    /// <summary>
    /// Computes something of each alternative of a value, as the other overload does. What the computation needs beside the value is passed: a function that
    /// keeps nothing takes no memory, and hardly any value is a choice.
    /// </summary>
    internal Value ForEachAlternative<TState>(Value value, TState state, Func<TState, Value, Value> compute)
    {
        value = Settle(value);
        return value is ChoiceValue choice ? OfEach(choice, state, compute) : compute(state, value);
    }

    private Value OfEach<TState>(ChoiceValue choice, TState state, Func<TState, Value, Value> compute) =>
        ForBothAlternatives(choice, alternative => compute(state, alternative));

    private Value ForBothAlternatives(ChoiceValue choice, Func<Value, Value> compute) =>
        CountAlternatives(choice) > Bounds.Alternatives
            ? compute(Unknown(UnknownReason.TooDeep, choice.WhenTrue.Value.Origin))
            : Choose(
                choice.Condition,
                () => ComputeAlternative(choice.WhenTrue, compute),
                () => ComputeAlternative(choice.WhenFalse, compute)
            );

    /// <summary>An alternative that passes through stays at its site; what is made of one arises where it is made.</summary>
    private Binding ComputeAlternative(Binding alternative, Func<Value, Value> compute)
    {
        var computed = ForEachAlternative(alternative.Value, compute);
        return ReferenceEquals(computed, alternative.Value) ? alternative : new Binding(computed, default);
    }

    /// <summary>Runs statements for each alternative of a value, in the world of that alternative.</summary>
    private Outcome WithAlternatives(Value value, Func<Value, Outcome> run)
    {
        value = Settle(value);
        if (value is not ChoiceValue choice)
        {
            return run(value);
        }

        return CountAlternatives(choice) > Bounds.Alternatives
            ? run(Unknown(UnknownReason.TooDeep, choice.WhenTrue.Value.Origin))
            : Branch(
                choice.Condition,
                () => WithAlternatives(choice.WhenTrue.Value, run),
                () => WithAlternatives(choice.WhenFalse.Value, run)
            );
    }

    private static int CountAlternatives(Value value) =>
        value is ChoiceValue choice ? CountAlternatives(choice.WhenTrue.Value) + CountAlternatives(choice.WhenFalse.Value) : 1;

    /// <summary>Evaluates both sides of a condition, or the one that the path implies, and gives the choice between their values.</summary>
    private Value Choose(Condition condition, Func<Binding> whenTrue, Func<Binding> whenFalse)
    {
        if (PathCondition.AnswerTo(path, condition) is { } answer)
        {
            return Settle((answer ? whenTrue : whenFalse)().Value);
        }

        Binding first = default,
            second = default;
        var outcome = Branch(condition, () => Expression(() => first = whenTrue()), () => Expression(() => second = whenFalse()));
        if (ReferenceEquals(outcome, Outcome.Throw))
        {
            isAborted = true;
            return Unknown(UnknownReason.Invalid, condition.Origin);
        }

        if (PathCondition.AnswerTo(path, condition) is { } survivor)
        {
            return (survivor ? first : second).Value;
        }

        return ReferenceEquals(first.Value, second.Value) ? first.Value : new ChoiceValue(condition, first, second);
    }

    private Outcome Expression(Action evaluate)
    {
        evaluate();
        return TakeAbort();
    }

    private Outcome TakeAbort()
    {
        if (!isAborted)
        {
            return Outcome.Next;
        }

        isAborted = false;
        return Outcome.Throw;
    }

    /// <summary>Decides a boolean and runs the side that applies, or both.</summary>
    private Outcome Branch(Value decision, Func<Outcome> whenTrue, Func<Outcome> whenFalse)
    {
        decision = Settle(decision);
        return decision switch
        {
            ConstantValue { Content: bool known } => known ? whenTrue() : whenFalse(),
            ChoiceValue choice => Branch(
                choice.Condition,
                () => Branch(choice.WhenTrue.Value, whenTrue, whenFalse),
                () => Branch(choice.WhenFalse.Value, whenTrue, whenFalse)
            ),
            _ => Branch(conditions.IsTrue(decision), whenTrue, whenFalse),
        };
    }

    /// <summary>Decides a boolean and evaluates the side that applies, or both.</summary>
    private Binding Choose(Value decision, Func<Binding> whenTrue, Func<Binding> whenFalse)
    {
        decision = Settle(decision);
        return decision switch
        {
            ConstantValue { Content: bool known } => (known ? whenTrue : whenFalse)(),

            // Each side keeps the place of what it chooses, so that a finding can stand there.
            ChoiceValue choice => new Binding(
                Choose(
                    choice.Condition,
                    () => Choose(choice.WhenTrue.Value, whenTrue, whenFalse),
                    () => Choose(choice.WhenFalse.Value, whenTrue, whenFalse)
                ),
                default
            ),
            _ => new Binding(Choose(conditions.IsTrue(decision), whenTrue, whenFalse), default),
        };
    }

    private Outcome Branch(Condition condition, Func<Outcome> whenTrue, Func<Outcome> whenFalse)
    {
        if (PathCondition.AnswerTo(path, condition) is { } answer)
        {
            return answer ? whenTrue() : whenFalse();
        }

        var outer = path;
        var births = heap.Births;
        var first = RunSide(new PathCondition(outer, condition, true), default, whenTrue);
        var second = RunSide(new PathCondition(outer, condition, false), default, whenFalse);
        path = outer;
        return Merge(condition, first, second, births);
    }

    /// <summary>Goes on after a statement: at once, on the side that goes on, or not at all.</summary>
    private Outcome Then(Outcome first, Func<Outcome> rest)
    {
        if (ReferenceEquals(first, Outcome.Next))
        {
            return rest();
        }

        if (first is not Outcome.Split split)
        {
            return first;
        }

        var outer = path;
        var whenTrue = RunSide(split.WhenTrue.Path, split.WhenTrue.Effect, () => Then(split.WhenTrue.Outcome, rest));
        var whenFalse = RunSide(split.WhenFalse.Path, split.WhenFalse.Effect, () => Then(split.WhenFalse.Outcome, rest));
        path = outer;
        return Merge(split.Condition, whenTrue, whenFalse, split.Births);
    }

    /// <summary>Reads one way of ending as another (a <c>break</c> ends the loop, then control goes on) and joins the sides that now agree.</summary>
    private Outcome Reinterpret(Outcome outcome, Outcome from, Outcome to)
    {
        if (outcome is not Outcome.Split split)
        {
            return ReferenceEquals(outcome, from) ? to : outcome;
        }

        var outer = path;
        var whenTrue = RunSide(split.WhenTrue.Path, split.WhenTrue.Effect, () => Reinterpret(split.WhenTrue.Outcome, from, to));
        var whenFalse = RunSide(split.WhenFalse.Path, split.WhenFalse.Effect, () => Reinterpret(split.WhenFalse.Outcome, from, to));
        path = outer;
        return Merge(split.Condition, whenTrue, whenFalse, split.Births);
    }

    private Outcome.Side RunSide(PathCondition? start, Heap.Effect effect, Func<Outcome> run)
    {
        var mark = heap.Mark();
        path = start;
        heap.Apply(effect);
        var outcome = run();
        return new Outcome.Side(outcome, heap.TakeBack(mark), path);
    }

    private Outcome Merge(Condition condition, Outcome.Side whenTrue, Outcome.Side whenFalse, int births)
    {
        if (ReferenceEquals(whenTrue.Outcome, Outcome.Throw))
        {
            return GoOnWith(whenFalse);
        }

        if (ReferenceEquals(whenFalse.Outcome, Outcome.Throw))
        {
            return GoOnWith(whenTrue);
        }

        if (ReferenceEquals(whenTrue.Outcome, whenFalse.Outcome))
        {
            heap.Join(condition, whenTrue.Effect, whenFalse.Effect, births);
            return whenTrue.Outcome;
        }

        return new Outcome.Split(condition, whenTrue, whenFalse, births);
    }

    private Outcome GoOnWith(Outcome.Side survivor)
    {
        heap.Apply(survivor.Effect);
        path = survivor.Path;
        return survivor.Outcome;
    }

    /// <summary>Ends a call: whatever way control left the body, it is back at the caller, or the path is over.</summary>
    private void Finish(Outcome outcome)
    {
        outcome = Reinterpret(outcome, Outcome.Return, Outcome.Next);
        if (ReferenceEquals(outcome, Outcome.Throw))
        {
            isAborted = true;
        }
        else if (!ReferenceEquals(outcome, Outcome.Next))
        {
            isComplete = false;
        }
    }

    /// <summary>Does something in the world in which a decision is true.</summary>
    internal void When(Value decision, Action then)
    {
        if (ReferenceEquals(Branch(decision, () => Expression(then), static () => Outcome.Next), Outcome.Throw))
        {
            isAborted = true;
        }
    }

    /// <summary>The program stops here with an exception.</summary>
    internal UnknownValue Throws(Site site)
    {
        Record(new ThrowEvent(site, path));
        isAborted = true;
        return Unknown(UnknownReason.Invalid, site.Operation);
    }

    private UnknownValue Throws(IOperation operation) =>
        At(operation) is { } site ? Throws(site) : Unknown(UnknownReason.Invalid, operation);

    /// <summary>An operation of the code that runs at the moment, as a place.</summary>
    internal Site? At(IOperation operation) => running is { } frame ? new Site(operation, frame) : null;

    /// <summary>Computes something of a call for each combination of the alternatives of its arguments.</summary>
    internal Value? ForEachArgument(LibraryCall call, Func<LibraryCall, Value?> compute, int index = 0)
    {
        for (; index < call.Arguments.Length; index++)
        {
            var settled = Settle(call.Arguments[index].Value);
            if (settled is ChoiceValue choice)
            {
                var next = index + 1;
                return ForEachAlternative(
                    choice,
                    alternative =>
                        ForEachArgument(call.WithArgument(next - 1, alternative), compute, next)
                        ?? CallExternal(call.Method, call.Receiver, call.WithArgument(next - 1, alternative).Arguments, call.Site)
                );
            }

            if (!ReferenceEquals(settled, call.Arguments[index].Value))
            {
                // What decides the receiver or an argument before it may decide this one too.
                call = call.WithArgument(index, settled);
            }
        }

        return compute(call);
    }

    private Outcome Abort(IOperation operation, Activation activation)
    {
        Record(new ThrowEvent(new Site(operation, activation.Frame), path));
        return Outcome.Throw;
    }
}
