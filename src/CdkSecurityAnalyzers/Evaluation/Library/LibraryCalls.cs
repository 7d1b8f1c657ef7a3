using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>The one door to what is known of framework methods: pure functions on text, collections and their LINQ.</summary>
internal static class LibraryCalls
{
    /// <summary>The result of a known method, or null when nothing is known of it.</summary>
    public static Value? TryCall(LibraryCall call)
    {
        if (call.Receiver is { Value: not UnknownValue and var awaited } && IsWaiting(call))
        {
            return awaited;
        }

        if (call.Receiver is { Value: SequenceValue sequence })
        {
            return SequenceMethods.TryCall(call, sequence) ?? ObjectMethods.TryCall(call);
        }

        if (call.Receiver is { Value: DictionaryValue dictionary })
        {
            return DictionaryMethods.TryCall(call, dictionary) ?? ObjectMethods.TryCall(call);
        }

        if (call.Receiver is { Value: ObjectValue { Type: var type } builder } && TextBuilders.Is(type))
        {
            return TextBuilders.TryCall(call, builder);
        }

        return call.Method.ContainingType is { ContainingNamespace: { } space } && IsSystem(space)
            ? call.Interpreter.ForEachArgument(call, OnKnownArguments)
            : null;
    }

    private static Value? OnKnownArguments(LibraryCall call) =>
        FullName(call.Method.ContainingType) switch
        {
            "System.String" => TextMethods.TryCall(call) ?? ObjectMethods.TryCall(call),
            "System.Linq.Enumerable" or "System.Linq.ImmutableArrayExtensions" => QueryMethods.TryCall(call),
            // What C# 14 finds before the queries, where an array is asked.
            "System.MemoryExtensions" when call.Name is "Contains" or "SequenceEqual" => QueryMethods.TryCall(call),
            "System.Array" => ArrayMethods.TryCall(call),
            "System.Enum" => EnumMethods.TryCall(call) ?? ObjectMethods.TryCall(call),
            "System.Collections.Immutable.ImmutableArray"
            or "System.Collections.Immutable.ImmutableList"
            or "System.Collections.Immutable.ImmutableHashSet"
            or "System.Collections.Immutable.ImmutableSortedSet"
            or "System.Collections.Frozen.FrozenSet" => ArrayMethods.TryCall(call),
            "System.Collections.Immutable.ImmutableDictionary"
            or "System.Collections.Immutable.ImmutableSortedDictionary"
            or "System.Collections.Frozen.FrozenDictionary" => DictionaryMethods.TryCreate(call),
            "System.Tuple" or "System.ValueTuple" or "System.Collections.Generic.KeyValuePair" when call.Name == "Create" =>
                PairTypes.Create(call.Method.ReturnType, call.Arguments, call.Site, call.Interpreter),
            "System.Collections.Generic.CollectionExtensions" => DictionaryMethods.TryCallExtension(call),
            "System.Threading.Tasks.Task" when call.Name == "FromResult" => call[0],
            _ => PureFunctions.TryCall(call) ?? NumberMethods.TryCall(call) ?? ObjectMethods.TryCall(call),
        };

    /// <summary>Whether a method only waits for a task: its result is what the task gives.</summary>
    private static bool IsWaiting(LibraryCall call) =>
        call.Name is "GetAwaiter" or "GetResult" or "ConfigureAwait" or "AsTask"
        && call.Method.ContainingType is { ContainingNamespace: { } space }
        && IsSystem(space);

    private static string FullName(INamedTypeSymbol? type) =>
        type switch
        {
            null => string.Empty,
            { SpecialType: SpecialType.System_String } => "System.String",
            { ContainingNamespace: { IsGlobalNamespace: false } space } when IsSystem(space) => space.ToDisplayString() + "." + type.Name,
            _ => type.Name,
        };

    private static bool IsSystem(INamespaceSymbol space)
    {
        while (space.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            space = outer;
        }

        return space.Name == "System";
    }
}
