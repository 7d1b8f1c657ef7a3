using CdkSecurityAnalyzers.Evaluation.Interpretation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Library;

/// <summary>Properties and fields of the framework whose value follows from what is known.</summary>
internal static class KnownMembers
{
    /// <summary>A static member, or null when nothing is known of it.</summary>
    public static Value? ReadStatic(ISymbol member, Site site, Interpreter interpreter, IOperation operation) =>
        (member.ContainingType, member.Name) switch
        {
            ({ SpecialType: SpecialType.System_String }, "Empty") => new ConstantValue(string.Empty, operation),
            ({ Name: "ImmutableArray" or "ImmutableList" or "ImmutableHashSet", TypeArguments.Length: 1 } type, "Empty") =>
                interpreter.NewSequence(type, site, [], isComplete: true),
            ({ Name: "Environment", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }, "NewLine") =>
                new ConstantValue("\n", operation),
            _ => null,
        };

    /// <summary>A member of a value, or null when nothing is known of it.</summary>
    public static Value? Read(ISymbol member, Value receiver, Interpreter interpreter, IOperation operation) =>
        (member.Name, receiver) switch
        {
            ("Length", ConstantValue { Content: string text }) => new ConstantValue(text.Length, operation),
            ("Length", ObjectValue builder) when TextBuilders.Is(builder.Type) => interpreter.ForEachAlternative(
                TextBuilders.TextOf(builder, interpreter),
                text =>
                    text is ConstantValue { Content: string known }
                        ? new ConstantValue(known.Length, operation)
                        : new UnknownValue(UnknownReason.RuntimeCall, operation)
            ),
            ("Length" or "Count", SequenceValue sequence) => interpreter.FromElements(
                sequence,
                operation,
                elements => Count(elements.IsComplete, elements.Elements.Length, operation)
            ),
            ("Count", DictionaryValue dictionary) => interpreter.FromElements(
                dictionary,
                operation,
                elements => Count(elements.IsComplete, elements.Elements.Length, operation)
            ),
            ("Value", ObjectValue lazy) when LazyValues.Read(lazy, interpreter, operation) is { } made => made,
            ("Keys" or "Values", DictionaryValue dictionary) => DictionaryMethods.Side(
                dictionary,
                member.Name == "Keys",
                interpreter,
                operation
            ),
            ("Value", not (UnknownValue or NullValue)) when IsNullable(member) => receiver,
            ("HasValue", ConstantValue or EnumMemberValue) when IsNullable(member) => new ConstantValue(true, operation),
            ("Result", not UnknownValue) when member.ContainingType is { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } => receiver,
            ("HasValue", NullValue) => new ConstantValue(false, operation),
            _ => null,
        };

    private static bool IsNullable(ISymbol member) => member.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static Value Count(bool isComplete, int count, IOperation operation) =>
        isComplete ? new ConstantValue(count, operation) : new UnknownValue(UnknownReason.Loop, operation);
}
