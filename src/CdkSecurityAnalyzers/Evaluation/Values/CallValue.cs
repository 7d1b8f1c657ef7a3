using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>
/// The result of a call without source, kept as a term so that fluent chains can be decoded: <c>FilterGroup.InEventOf(…).AndActorAccountIs(…)</c> is
/// a call whose receiver is a call.
/// </summary>
internal sealed class CallValue(IMethodSymbol method, Binding? receiver, ImmutableArray<Argument> arguments, Site site)
    : HeapValue(method.ReturnType, site)
{
    public IMethodSymbol Method { get; } = method;

    /// <summary>The instance; null for static methods.</summary>
    public Binding? Receiver { get; } = receiver;

    public ImmutableArray<Argument> Arguments { get; } = arguments;

    /// <summary>The argument for a parameter; null when the method has no such parameter. Named arguments come in any order.</summary>
    public Binding? Argument(string parameter) => Arguments.For(parameter);
}
