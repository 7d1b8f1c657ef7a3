using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>An argument of a call or creation.</summary>
/// <param name="Parameter">The parameter that takes it; match by its name, named arguments may come in any order.</param>
/// <param name="Binding">The value and the argument's expression. For <c>params</c> a <see cref="SequenceValue"/> whose elements carry their own sites.</param>
/// <param name="IsDefault">Whether the call leaves the argument out and the parameter's default applies.</param>
internal readonly record struct Argument(IParameterSymbol Parameter, Binding Binding, bool IsDefault)
{
    public Value Value => Binding.Value;
}
