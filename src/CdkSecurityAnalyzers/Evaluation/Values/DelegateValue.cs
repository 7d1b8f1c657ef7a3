using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>A lambda, an anonymous method, or a method used as a value.</summary>
/// <param name="method">What runs when the delegate is called.</param>
/// <param name="receiver">The instance of a method group; null for lambdas and static methods.</param>
/// <param name="captured">The activation whose locals a lambda or local function reads and writes; null for methods.</param>
internal sealed class DelegateValue(IMethodSymbol method, Value? receiver, Activation? captured, IOperation origin) : Value(origin)
{
    public IMethodSymbol Method { get; } = method;

    public Value? Receiver { get; } = receiver;

    public Activation? Captured { get; } = captured;
}
