using System.Collections.Immutable;
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

/// <summary>Looks among the arguments of a call or creation.</summary>
internal static class Arguments
{
    /// <summary>What a parameter is given, whatever the order; null when there is no such parameter.</summary>
    public static Binding? For(this ImmutableArray<Argument> arguments, string parameter)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter.Name == parameter)
            {
                return argument.Binding;
            }
        }

        return null;
    }
}
