using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>A text that the compiler knows, where it is written: a literal, literals that are added up, the text of an interpolation.</summary>
/// <param name="Operation">The outermost expression that is one text.</param>
internal readonly record struct TextConstant(IOperation Operation, string Text)
{
    /// <summary>The texts that a piece of code writes.</summary>
    public static IEnumerable<TextConstant> In(IOperation code)
    {
        if (IsWritten(code) && code.ConstantValue is { HasValue: true, Value: string text })
        {
            yield return new TextConstant(code, text);
            yield break;
        }

        foreach (var inner in code.ChildOperations)
        {
            foreach (var constant in In(inner))
            {
                yield return constant;
            }
        }
    }

    /// <summary>The literals that the text is added up from; the expression itself when it is one.</summary>
    public IEnumerable<TextConstant> Parts() =>
        Operation is ILiteralOperation ? [this] : Operation.ChildOperations.SelectMany(In).SelectMany(static part => part.Parts());

    private static bool IsWritten(IOperation operation) =>
        operation is ILiteralOperation or IBinaryOperation or IInterpolatedStringOperation && operation.Type?.SpecialType == SpecialType.System_String;
}
