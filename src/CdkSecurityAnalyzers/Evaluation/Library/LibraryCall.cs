using System.Collections.Immutable;
using CdkSecurityAnalyzers.Evaluation.Interpretation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>A call of a method of the framework, whose meaning is known without its source.</summary>
internal readonly record struct LibraryCall(
    IMethodSymbol Method,
    Binding? Receiver,
    ImmutableArray<Argument> Arguments,
    Site Site,
    Interpreter Interpreter
)
{
    public IOperation Operation => Site.Operation;

    public string Name => Method.Name;

    /// <summary>The value of the argument for the parameter at a position, or null.</summary>
    public Value? this[int ordinal] => At(ordinal)?.Value;

    /// <summary>The argument for the parameter at a position, or null.</summary>
    public Binding? At(int ordinal)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Parameter.Ordinal == ordinal)
            {
                return argument.Binding;
            }
        }

        return null;
    }

    /// <summary>A value at the place of this call.</summary>
    public Binding Here(Value value) => new(value, Site);

    /// <summary>A new sequence of the type that the method returns.</summary>
    public Value Sequence(ImmutableArray<Binding> elements, bool isComplete) =>
        Interpreter.NewSequence(Method.ReturnType, Site, elements, isComplete);
}
