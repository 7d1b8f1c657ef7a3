using System;
using System.Globalization;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Operators on known booleans, integers and floating-point numbers.</summary>
internal static class Arithmetic
{
    /// <summary>The result, or null when an operand is not known or the operator is not one on numbers or booleans.</summary>
    public static Value? Binary(BinaryOperatorKind kind, Value left, Value right, IOperation operation)
    {
        if (Known(left) is not { } first || Known(right) is not { } second)
        {
            return null;
        }

        object? result = (first, second) switch
        {
            (bool a, bool b) => Logical(kind, a, b),
            _ when IsInteger(first) && IsInteger(second) => Integer(kind, ToInteger(first), ToInteger(second)),
            _ when IsNumber(first) && IsNumber(second) => Number(kind, ToNumber(first), ToNumber(second)),
            _ => null,
        };
        return result is null
            ? null
            : new ConstantValue(result is long wide and >= int.MinValue and <= int.MaxValue ? (int)wide : result, operation);
    }

    /// <summary>How two numbers compare, or null when one of them is not known.</summary>
    public static bool? Compare(BinaryOperatorKind kind, Value left, Value right) =>
        Known(left) is { } first && Known(right) is { } second && IsNumber(first) && IsNumber(second)
            ? (
                IsInteger(first) && IsInteger(second)
                    ? Integer(kind, ToInteger(first), ToInteger(second))
                    : Number(kind, ToNumber(first), ToNumber(second))
            ) as bool?
            : null;

    /// <summary>The content of a constant or the number behind a member of an enum.</summary>
    private static object? Known(Value value) =>
        value switch
        {
            ConstantValue constant => constant.Content,
            EnumMemberValue { Member.ConstantValue: { } number } => number,
            _ => null,
        };

    /// <summary>The result, or null when the operand is not known.</summary>
    public static Value? Unary(IUnaryOperation operation, Value operand) =>
        (operation.OperatorKind, operand) switch
        {
            (UnaryOperatorKind.Minus, ConstantValue { Content: int number }) => new ConstantValue(unchecked(-number), operation),
            (UnaryOperatorKind.Minus, ConstantValue { Content: double number }) => new ConstantValue(-number, operation),
            (UnaryOperatorKind.Plus, ConstantValue constant) => constant,
            _ => null,
        };

    /// <summary>One more or one less.</summary>
    public static Value? Step(IIncrementOrDecrementOperation operation, Value value)
    {
        var step = operation.Kind == Microsoft.CodeAnalysis.OperationKind.Increment ? 1 : -1;
        return value switch
        {
            ConstantValue { Content: int number } => new ConstantValue(unchecked(number + step), operation),
            ConstantValue { Content: long number } => new ConstantValue(unchecked(number + step), operation),
            ConstantValue { Content: char character } => new ConstantValue(unchecked((char)(character + step)), operation),
            _ => null,
        };
    }

    public static bool AreEqual(object left, object right)
    {
        if (left is string || right is string || left is bool || right is bool)
        {
            return Equals(left, right);
        }

        return IsInteger(left) && IsInteger(right) ? ToInteger(left) == ToInteger(right) : ToNumber(left).Equals(ToNumber(right));
    }

    private static bool IsInteger(object value) => value is int or long or short or byte or sbyte or ushort or uint or char;

    private static bool IsNumber(object value) => IsInteger(value) || value is double or float or decimal or ulong;

    private static long ToInteger(object value) =>
        value is char character ? character : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static double ToNumber(object value) =>
        value is char character ? character : Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static object? Logical(BinaryOperatorKind kind, bool left, bool right) =>
        kind switch
        {
            BinaryOperatorKind.And => left & right,
            BinaryOperatorKind.Or => left | right,
            BinaryOperatorKind.ExclusiveOr => left ^ right,
            _ => null,
        };

    private static object? Integer(BinaryOperatorKind kind, long left, long right) =>
        kind switch
        {
            BinaryOperatorKind.Add => unchecked(left + right),
            BinaryOperatorKind.Subtract => unchecked(left - right),
            BinaryOperatorKind.Multiply => unchecked(left * right),
            BinaryOperatorKind.Divide when right is not 0 and not -1 => left / right,
            BinaryOperatorKind.Remainder when right is not 0 and not -1 => left % right,
            BinaryOperatorKind.And => left & right,
            BinaryOperatorKind.Or => left | right,
            BinaryOperatorKind.ExclusiveOr => left ^ right,
            BinaryOperatorKind.LessThan => left < right,
            BinaryOperatorKind.LessThanOrEqual => left <= right,
            BinaryOperatorKind.GreaterThan => left > right,
            BinaryOperatorKind.GreaterThanOrEqual => left >= right,
            _ => null,
        };

    private static object? Number(BinaryOperatorKind kind, double left, double right) =>
        kind switch
        {
            BinaryOperatorKind.Add => left + right,
            BinaryOperatorKind.Subtract => left - right,
            BinaryOperatorKind.Multiply => left * right,
            BinaryOperatorKind.Divide => left / right,
            BinaryOperatorKind.LessThan => left < right,
            BinaryOperatorKind.LessThanOrEqual => left <= right,
            BinaryOperatorKind.GreaterThan => left > right,
            BinaryOperatorKind.GreaterThanOrEqual => left >= right,
            _ => null,
        };
}
