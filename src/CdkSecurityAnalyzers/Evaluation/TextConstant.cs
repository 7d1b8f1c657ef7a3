using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>A text that the compiler knows, where it is written: a literal, literals that are added up, the text of an interpolation.</summary>
/// <param name="Operation">The outermost expression that is one text.</param>
internal readonly record struct TextConstant(IOperation Operation, string Text)
{
    private const int DepthLimit = 400;

    /// <summary>Whether the text is written here, and not added up from texts of which some may stand elsewhere.</summary>
    public bool IsLiteral => Operation is ILiteralOperation;

    /// <summary>Finds texts that a piece of code writes. A program has many, and few are of interest: nothing is made for the others.</summary>
    /// <param name="isWanted">Tells which are.</param>
    public static void Find(IOperation code, Func<string, bool> isWanted, ref List<TextConstant>? found) =>
        Find(code, isWanted, ref found, DepthLimit);

    private static void Find(IOperation code, Func<string, bool> isWanted, ref List<TextConstant>? found, int depth)
    {
        if (depth == 0)
        {
            FindLiterals(code, isWanted, ref found);
            return;
        }

        if (IsWritten(code) && code.ConstantValue is { HasValue: true, Value: string text })
        {
            if (isWanted(text))
            {
                (found ??= []).Add(new TextConstant(code, text));
            }

            return;
        }

        foreach (var inner in code.ChildOperations)
        {
            Find(inner, isWanted, ref found, depth - 1);
        }
    }

    /// <summary>In code that is nested so deeply that every level counts, single literals have to do.</summary>
    private static void FindLiterals(IOperation code, Func<string, bool> isWanted, ref List<TextConstant>? found)
    {
        foreach (var inner in code.DescendantsAndSelf())
        {
            if (inner is ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } && isWanted(text))
            {
                (found ??= []).Add(new TextConstant(inner, text));
            }
        }
    }

    /// <summary>The texts that the text is added up from: literals, and names of constants; the text itself when it is a literal.</summary>
    public IEnumerable<TextConstant> Parts() => PartsOf(Operation);

    private static IEnumerable<TextConstant> PartsOf(IOperation operation) =>
        operation is not IBinaryOperation and not IInterpolatedStringOperation
        && operation.ConstantValue is { HasValue: true, Value: string text }
            ? [new TextConstant(operation, text)]
            : operation.ChildOperations.SelectMany(PartsOf);

    private static bool IsWritten(IOperation operation) =>
        operation is ILiteralOperation or IBinaryOperation or IInterpolatedStringOperation
        && operation.Type?.SpecialType == SpecialType.System_String;
}
