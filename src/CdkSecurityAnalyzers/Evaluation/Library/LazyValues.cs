using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Interpretation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary><see cref="System.Lazy{T}"/>: an object that runs its factory when its value is first asked for.</summary>
internal static class LazyValues
{
    private const string Made = "Value";

    private static readonly object Factory = new();

    /// <summary>A new lazy value; null for other types, and when there is neither a factory nor a value.</summary>
    public static ObjectValue? Create(ITypeSymbol type, ImmutableArray<Argument> arguments, Site site, Interpreter interpreter)
    {
        if (!Is(type) || arguments.FirstOrDefault(argument => argument.Parameter.Ordinal == 0) is not { Parameter: { } first } given)
        {
            return null;
        }

        return first.Name switch
        {
            "valueFactory" => interpreter.NewObject(type, site, Factory, given.Value),
            "value" => interpreter.NewObject(type, site, Made, given.Value),
            _ => null,
        };
    }

    /// <summary>The value of a lazy value, which the first reader makes; null when the object is none.</summary>
    public static Value? Read(ObjectValue lazy, Interpreter interpreter, IOperation operation)
    {
        if (!lazy.TryGet(Factory, out var factory))
        {
            return null;
        }

        var made = interpreter.Invoke(factory.Value, [], interpreter.At(operation) ?? lazy.Site);
        interpreter.SetMember(lazy, Made, new Binding(made, lazy.Site));
        return made;
    }

    private static bool Is(ITypeSymbol type) =>
        type is { Name: "Lazy", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
