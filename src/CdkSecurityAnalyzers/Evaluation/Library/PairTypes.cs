using System.Collections.Immutable;
using System.Globalization;
using CdkSecurityAnalyzers.Evaluation.Interpretation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>Tuples and key-value pairs that are made by a constructor or a factory: objects whose parts are the arguments in order.</summary>
internal static class PairTypes
{
    /// <summary>A new pair or tuple; null for other types.</summary>
    public static ObjectValue? Create(ITypeSymbol type, ImmutableArray<Argument> arguments, Site site, Interpreter interpreter)
    {
        if (!Is(type) || arguments.IsEmpty)
        {
            return null;
        }

        var isPair = type.Name == "KeyValuePair";
        ObjectValue? created = null;
        foreach (var argument in arguments)
        {
            var name = isPair
                ? (argument.Parameter.Ordinal == 0 ? "Key" : "Value")
                : "Item" + (argument.Parameter.Ordinal + 1).ToString(CultureInfo.InvariantCulture);
            created ??= interpreter.NewObject(type, site, name, argument.Value);
            interpreter.SetMember(created, name, argument.Binding);
        }

        return created;
    }

    private static bool Is(ITypeSymbol type) =>
        type switch
        {
            { Name: "KeyValuePair", ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } } => true,
            { Name: "Tuple" or "ValueTuple", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => true,
            _ => false,
        };
}
