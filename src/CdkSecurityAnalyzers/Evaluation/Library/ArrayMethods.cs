using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>The static methods of arrays, and the factories of immutable collections.</summary>
internal static class ArrayMethods
{
    public static Value? TryCall(LibraryCall call) =>
        call.Name switch
        {
            "Empty" => call.Sequence([], isComplete: true),
            "CreateBuilder" => call.Sequence([], isComplete: true),
            "Create" when call.Arguments.Length == 1 && AreElements(call.Method.Parameters[0]) && call[0] is { } elements => CopyOf(
                call,
                elements
            ),
            "Create" when call.Arguments.Length > 0 => call.Sequence(
                [.. call.Arguments.Select(argument => argument.Binding)],
                isComplete: true
            ),
            "CreateRange"
            or "ToImmutableArray"
            or "ToImmutableList"
            or "ToImmutableHashSet"
            or "ToFrozenSet" when call.Arguments.Length == 1 && call[0] is { } source => CopyOf(call, source),
            "Reverse" when call.Arguments.Length == 1 && call[0] is SequenceValue reversed => Change(
                call,
                reversed,
                known => [.. known.Elements.Reverse()]
            ),
            "Fill" when call.Arguments.Length == 2 && call[0] is SequenceValue filled && call.At(1) is { } element => Change(
                call,
                filled,
                known => [.. known.Elements.Select(_ => element)]
            ),
            _ when Searches.QueryOf(call.Name) is { } query => QueryMethods.TryCall(call with { Name = query }),
            _ => null,
        };

    /// <summary>Whether a parameter takes all elements rather than one, which may be an array itself.</summary>
    private static bool AreElements(IParameterSymbol parameter) =>
        parameter.IsParams || parameter.Type is INamedTypeSymbol { Name: "ReadOnlySpan" or "Span" };

    private static Value CopyOf(LibraryCall call, Value source) =>
        call.Interpreter.FromElements(source, call.Operation, known => call.Sequence(known.Elements, known.IsComplete));

    private static UnknownValue Change(LibraryCall call, SequenceValue array, System.Func<ElementsValue, ImmutableArray<Binding>> change)
    {
        call.Interpreter.Change(array, known => new ElementsValue(change(known), known.IsComplete, known.Origin));
        return new UnknownValue(UnknownReason.Unsupported, call.Operation);
    }
}
