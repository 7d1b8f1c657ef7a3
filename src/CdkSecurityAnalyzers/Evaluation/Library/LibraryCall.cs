using System.Collections.Immutable;
using System.Linq;
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

    /// <summary>The method's name, or the name of the one that it is computed as.</summary>
    public string Name { get; init; } = Method.Name;

    /// <summary>What stands before all arguments when an instance method is computed as a static one: its receiver.</summary>
    private Binding? Source { get; init; }

    /// <summary>How many arguments there are.</summary>
    public int Count => Arguments.Length + (Source is null ? 0 : 1);

    /// <summary>What the elements of the sequence are that the method returns.</summary>
    public ITypeSymbol? ElementType => (Method.ReturnType as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();

    /// <summary>The value of the argument for the parameter at a position, or null.</summary>
    public Value? this[int ordinal] => At(ordinal)?.Value;

    /// <summary>The argument for the parameter at a position, or null.</summary>
    public Binding? At(int ordinal)
    {
        if (Source is { } source)
        {
            if (ordinal == 0)
            {
                return source;
            }

            ordinal--;
        }

        foreach (var argument in Arguments)
        {
            if (argument.Parameter.Ordinal == ordinal)
            {
                return argument.Binding;
            }
        }

        return null;
    }

    /// <summary>The same as a call of a static method that takes the receiver first: <c>list.Find(f)</c> as <c>FirstOrDefault(list, f)</c>.</summary>
    public LibraryCall As(string name, Value source) => this with { Name = name, Source = Here(source) };

    /// <summary>The same with another value for one argument.</summary>
    public LibraryCall WithArgument(int index, Value value) =>
        this with
        {
            Arguments = Arguments.SetItem(index, Arguments[index] with { Binding = Arguments[index].Binding with { Value = value } }),
        };

    /// <summary>The same without the functions among its arguments.</summary>
    public LibraryCall WithoutFunctions() =>
        this with
        {
            Arguments = Arguments.RemoveAll(static argument => argument.Value is DelegateValue),
        };

    /// <summary>A value at the place of this call.</summary>
    public Binding Here(Value value) => new(value, Site);

    /// <summary>A new sequence of the type that the method returns.</summary>
    public Value Sequence(ImmutableArray<Binding> elements, bool isComplete) =>
        Interpreter.NewSequence(Method.ReturnType, Site, elements, isComplete);
}
