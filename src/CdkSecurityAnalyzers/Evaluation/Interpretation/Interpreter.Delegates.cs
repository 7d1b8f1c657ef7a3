using System;
using System.Collections.Immutable;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Delegates: how lambdas and method groups become values, who calls them, and what others may make of them.</summary>
internal sealed partial class Interpreter
{
    /// <inheritdoc/>
    public override Value VisitAnonymousFunction(IAnonymousFunctionOperation operation, Activation argument)
    {
        // The functions of a query expression have no declaration that their body could be found by.
        bodies.Remember(operation.Symbol, operation);
        delegates.Add(operation.Syntax);
        return new DelegateValue(operation.Symbol, InstanceOf(argument), argument, operation);
    }

    /// <inheritdoc/>
    public override Value VisitDelegateCreation(IDelegateCreationOperation operation, Activation argument) =>
        Evaluate(operation.Target, argument);

    /// <inheritdoc/>
    public override Value VisitMethodReference(IMethodReferenceOperation operation, Activation argument)
    {
        delegates.Add(operation.Syntax);
        return new DelegateValue(
            operation.Method,
            operation.Instance is null ? null : Evaluate(operation.Instance, argument),
            operation.Method.MethodKind == MethodKind.LocalFunction ? argument : null,
            operation
        );
    }

    /// <summary>Calls a delegate, for library methods that take one.</summary>
    internal Value Invoke(Value callee, ImmutableArray<Binding> arguments, Site site) =>
        ForEachAlternative(
            callee,
            alternative =>
            {
                if (alternative is DelegateListValue list)
                {
                    Invoke(list.First, arguments, site);
                    return Invoke(list.Second, arguments, site);
                }

                if (alternative is not DelegateValue function)
                {
                    foreach (var argument in arguments)
                    {
                        Escape(argument);
                    }

                    return Unknown(UnknownReason.RuntimeCall, site.Operation);
                }

                var bound = ImmutableArray.CreateBuilder<Argument>();
                for (var index = 0; index < function.Method.Parameters.Length && index < arguments.Length; index++)
                {
                    bound.Add(new Argument(function.Method.Parameters[index], arguments[index], IsDefault: false));
                }

                var receiver = function.Receiver is null ? default(Binding?) : new Binding(function.Receiver, site);
                return function.Captured is { } captured
                    ? Enter(function.Method, receiver, bound.ToImmutable(), site, captured)
                    : Call(
                        function.Method,
                        receiver,
                        bound.ToImmutable(),
                        site,
                        new Activation(site.Frame, instance: null, enclosing: null, site)
                    );
            }
        );

    /// <summary>A callback that code without source, or somebody else, may run, some time or never.</summary>
    /// <param name="receive">What becomes of its result; null when that is not known.</param>
    private void RunLater(DelegateValue callback, Site site, Action<Binding>? receive = null)
    {
        if (callback.Captured is not { } captured || laterCallbacks.Contains(callback))
        {
            return;
        }

        laterCallbacks.Push(callback);
        if (laterCallbacks.Count > Bounds.LaterCallbacks || nesting >= Bounds.Nesting)
        {
            if (bodies.Of(callback.Method.OriginalDefinition, cancellationToken) is { } body)
            {
                Skip(body, captured, UnknownReason.TooDeep);
            }

            laterCallbacks.Pop();
            return;
        }

        var unknown = ImmutableArray.CreateRange(
            callback.Method.Parameters,
            parameter => new Binding(Unknown(UnknownReason.RuntimeCall, callback.Origin, parameter.Name), site)
        );
        Branch(
            new Condition(callback.Origin),
            () =>
                Expression(() =>
                {
                    var made = Invoke(callback, unknown, site);
                    receive?.Invoke(new Binding(made, site));
                }),
            () => Outcome.Next
        );
        laterCallbacks.Pop();
    }
}
