using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>Static factories of arrays and immutable collections.</summary>
internal static class ArrayMethods
{
    public static Value? TryCall(LibraryCall call) =>
        call.Name switch
        {
            "Empty" => call.Sequence([], isComplete: true),
            "ConvertAll" when call[0] is { } converted && call[1] is DelegateValue converter => call.Interpreter.FromElements(
                converted,
                call.Operation,
                known =>
                    known.Elements.Length <= Bounds.LoopRounds
                        ? call.Sequence(QueryMethods.Map(call, known.Elements, converter), known.IsComplete)
                        : new UnknownValue(UnknownReason.Loop, call.Operation)
            ),
            "Create" when call.Arguments.Length == 1 && AreElements(call.Method.Parameters[0]) && call[0] is { } elements => CopyOf(
                call,
                elements
            ),
            "Create" when call.Arguments.Length > 0 => call.Sequence(
                [.. System.Linq.Enumerable.Select(call.Arguments, argument => argument.Binding)],
                isComplete: true
            ),
            "CreateRange" or "ToImmutableArray" or "ToImmutableList" when call.Arguments.Length == 1 && call[0] is { } source => CopyOf(
                call,
                source
            ),
            _ => null,
        };

    /// <summary>Whether a parameter takes all elements rather than one, which may be an array itself.</summary>
    private static bool AreElements(IParameterSymbol parameter) =>
        parameter.IsParams || parameter.Type is INamedTypeSymbol { Name: "ReadOnlySpan" or "Span" };

    private static Value CopyOf(LibraryCall call, Value source) =>
        call.Interpreter.FromElements(source, call.Operation, known => call.Sequence(known.Elements, known.IsComplete));
}
