using System;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Operators: constants are computed, unknown operands give questions that are asked equally each time.</summary>
internal sealed partial class Interpreter
{
    /// <inheritdoc/>
    public override Value VisitBinaryOperator(IBinaryOperation operation, Activation argument)
    {
        // Long concatenations nest to the left: walk the spine instead of recursing into it.
        var spine = operation;
        var rights = new System.Collections.Generic.Stack<IBinaryOperation>();
        rights.Push(spine);
        while (spine.LeftOperand is IBinaryOperation left && !left.ConstantValue.HasValue && left.OperatorMethod is null)
        {
            spine = left;
            rights.Push(spine);
        }

        var value = Evaluate(rights.Peek().LeftOperand, argument);
        while (rights.Count > 0)
        {
            var current = rights.Pop();
            if (++steps > Bounds.Steps)
            {
                isComplete = false;
                return Unknown(UnknownReason.TooManySteps, operation);
            }

            value = Combine(current, value, argument);
        }

        return value;
    }

    /// <inheritdoc/>
    public override Value VisitUnaryOperator(IUnaryOperation operation, Activation argument)
    {
        var operand = Evaluate(operation.Operand, argument);
        if (operation.OperatorMethod is not null)
        {
            return Unknown(UnknownReason.RuntimeCall, operation);
        }

        return operation.OperatorKind switch
        {
            UnaryOperatorKind.Not => Not(operand, operation),
            _ => ForEachAlternative(operand, value => Arithmetic.Unary(operation, value) ?? Unknown(UnknownReason.Unsupported, operation)),
        };
    }

    /// <inheritdoc/>
    public override Value VisitConditional(IConditionalOperation operation, Activation argument) =>
        Choose(
            Evaluate(operation.Condition, argument),
            () => Bind(operation.WhenTrue, argument),
            () => Bind(operation.WhenFalse!, argument)
        ).Value;

    /// <inheritdoc/>
    public override Value VisitCoalesce(ICoalesceOperation operation, Activation argument)
    {
        var value = Bind(operation.Value, argument);
        return Choose(IsNull(value.Value, operation), () => Bind(operation.WhenNull, argument), () => Settle(value)).Value;
    }

    /// <inheritdoc/>
    public override Value VisitCoalesceAssignment(ICoalesceAssignmentOperation operation, Activation argument)
    {
        var current = Bind(operation.Target, argument);
        return Choose(
            IsNull(current.Value, operation),
            () =>
            {
                var assigned = Bind(operation.Value, argument);
                Assign(operation.Target, assigned, argument);
                return assigned;
            },
            () => Settle(current)
        ).Value;
    }

    /// <inheritdoc/>
    public override Value VisitConditionalAccess(IConditionalAccessOperation operation, Activation argument)
    {
        var receiver = Bind(operation.Operation, argument);
        return Choose(
            IsNull(receiver.Value, operation),
            () => new Binding(new NullValue(operation), receiver.Site),
            () =>
            {
                accessedInstances.Push(Settle(receiver));
                try
                {
                    return Bind(operation.WhenNotNull, argument);
                }
                finally
                {
                    accessedInstances.Pop();
                }
            }
        ).Value;
    }

    /// <inheritdoc/>
    public override Value VisitConditionalAccessInstance(IConditionalAccessInstanceOperation operation, Activation argument) =>
        accessedInstances.Count > 0 ? accessedInstances.Peek().Value : Unknown(UnknownReason.Invalid, operation);

    /// <inheritdoc/>
    public override Value VisitThrow(IThrowOperation operation, Activation argument)
    {
        Evaluate(operation.Exception, argument);
        Abort(operation, argument);
        isAborted = true;
        return Unknown(UnknownReason.Invalid, operation);
    }

    private Value Combine(IBinaryOperation operation, Value left, Activation activation)
    {
        if (operation.OperatorMethod is { IsImplicitlyDeclared: true, ContainingType.IsRecord: true })
        {
            var other = Evaluate(operation.RightOperand, activation);
            var equal = ForEachAlternative(left, first => ForEachAlternative(other, second => AreEqualRecords(first, second, operation)));
            return operation.OperatorKind == BinaryOperatorKind.Equals ? equal : Not(equal, operation);
        }

        if (operation.OperatorMethod is { } method && method.ContainingType.SpecialType is SpecialType.None)
        {
            var right = Bind(operation.RightOperand, activation);
            var site = new Site(operation, activation.Frame);
            return method.Parameters.Length == 2
                ? Call(
                    method,
                    receiver: null,
                    [
                        new Argument(
                            method.Parameters[0],
                            new Binding(left, new Site(Visible(operation.LeftOperand), activation.Frame)),
                            IsDefault: false
                        ),
                        new Argument(method.Parameters[1], right, IsDefault: false),
                    ],
                    site,
                    activation
                )
                : Unknown(UnknownReason.Invalid, operation);
        }

        return operation.OperatorKind switch
        {
            BinaryOperatorKind.ConditionalAnd => And(left, () => Evaluate(operation.RightOperand, activation), operation),
            BinaryOperatorKind.ConditionalOr => Or(left, () => Evaluate(operation.RightOperand, activation), operation),
            BinaryOperatorKind.Equals => AreEqual(left, Evaluate(operation.RightOperand, activation), operation),
            BinaryOperatorKind.NotEquals => Not(AreEqual(left, Evaluate(operation.RightOperand, activation), operation), operation),
            BinaryOperatorKind.ExclusiveOr when operation.Type?.SpecialType == SpecialType.System_Boolean => Not(
                AreEqual(left, Evaluate(operation.RightOperand, activation), operation),
                operation
            ),
            BinaryOperatorKind.Add when operation.Type?.SpecialType == SpecialType.System_String => Concatenate(
                left,
                Shown(operation.RightOperand, activation),
                operation
            ),
            _ => ForEachAlternative(
                left,
                first => ForEachAlternative(Evaluate(operation.RightOperand, activation), second => Compute(operation, first, second))
            ),
        };
    }

    private Value Compute(IBinaryOperation operation, Value left, Value right)
    {
        if (Arithmetic.Binary(operation.OperatorKind, left, right, operation) is { } computed)
        {
            return operation.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } type && computed is ConstantValue number
                ? EnumMember(type, number.Content, operation) ?? computed
                : computed;
        }

        return operation.Type?.SpecialType == SpecialType.System_Boolean
            ? Question(conditions.Compares(left, operation.OperatorKind.ToString(), right), operation)
            : Unknown(UnknownReason.Unsupported, operation);
    }

    /// <summary>An unknown boolean that is the answer to a condition.</summary>
    private static ChoiceValue Question(Condition condition, IOperation operation)
    {
        var site = default(Site);
        return new ChoiceValue(
            condition,
            new Binding(new ConstantValue(true, operation), site),
            new Binding(new ConstantValue(false, operation), site)
        );
    }

    internal Value And(Value left, Func<Value> right, IOperation operation) =>
        Choose(left, () => new Binding(right(), default), () => new Binding(new ConstantValue(false, operation), default)).Value;

    private Value Or(Value left, Func<Value> right, IOperation operation) =>
        Choose(left, () => new Binding(new ConstantValue(true, operation), default), () => new Binding(right(), default)).Value;

    internal Value Not(Value operand, IOperation operation) =>
        Choose(
            operand,
            () => new Binding(new ConstantValue(false, operation), default),
            () => new Binding(new ConstantValue(true, operation), default)
        ).Value;

    internal Value AreEqual(Value left, Value right, IOperation operation) =>
        ForEachAlternative(left, first => ForEachAlternative(right, second => AreEqualAlternatives(first, second, operation)));

    private Value AreEqualAlternatives(Value left, Value right, IOperation operation)
    {
        if (left is NullValue || right is NullValue)
        {
            return IsNull(left is NullValue ? right : left, operation);
        }

        if (left is ConstantValue { Content: bool } != right is ConstantValue { Content: bool } && IsBetweenBooleans(operation))
        {
            // `flag == true` asks what `flag` asks.
            var (asked, answer) = left is ConstantValue { Content: bool known }
                ? (right, known)
                : (left, ((ConstantValue)right).Content is true);
            return answer ? asked : Not(asked, operation);
        }

        if (left is ConstantValue first && right is ConstantValue second)
        {
            return new ConstantValue(Arithmetic.AreEqual(first.Content, second.Content), operation);
        }

        if (left is EnumMemberValue one && right is EnumMemberValue other)
        {
            return new ConstantValue(SymbolEqualityComparer.Default.Equals(one.Member, other.Member), operation);
        }

        if (
            left is EnumMemberValue { Member.ConstantValue: { } enumNumber }
            && right is ConstantValue { Content: not (string or bool) } plain
        )
        {
            return new ConstantValue(Arithmetic.AreEqual(enumNumber, plain.Content), operation);
        }

        if (left is ConstantValue && right is EnumMemberValue)
        {
            return AreEqualAlternatives(right, left, operation);
        }

        if (left is ObjectValue { IsGiven: false } or SequenceValue or DictionaryValue && right is HeapValue && !Overloads(operation))
        {
            return new ConstantValue(ReferenceEquals(left, right), operation);
        }

        return Question(conditions.AreEqual(left, right), operation);
    }

    private static bool IsBetweenBooleans(IOperation operation) =>
        operation switch
        {
            ISingleValueCaseClauseOperation clause => clause.Value.Type?.SpecialType == SpecialType.System_Boolean,
            IConstantPatternOperation pattern => pattern.InputType.SpecialType == SpecialType.System_Boolean,
            IBinaryOperation binary => binary.LeftOperand.Type?.SpecialType == SpecialType.System_Boolean
                && binary.RightOperand.Type?.SpecialType == SpecialType.System_Boolean,
            _ => false,
        };

    /// <summary>Records are equal when they are of one type and all their members are.</summary>
    private Value AreEqualRecords(Value left, Value right, IOperation operation)
    {
        if (
            left is not ObjectValue { IsGiven: false } first
            || right is not ObjectValue { IsGiven: false } second
            || HasEscaped(first)
            || HasEscaped(second)
        )
        {
            return AreEqualAlternatives(left, right, operation);
        }

        Value equal = new ConstantValue(SymbolEqualityComparer.Default.Equals(first.Type, second.Type), operation);
        foreach (var member in first.Members)
        {
            var (key, own) = (member.Key, member.Value.Value);
            if (key is IFieldSymbol or IPropertySymbol)
            {
                equal = And(equal, () => AreEqualMembers(own, second, key, operation), operation);
            }
        }

        return equal;
    }

    private Value AreEqualMembers(Value own, ObjectValue other, object key, IOperation operation) =>
        other.TryGet(key, out var held) ? AreEqual(own, held.Value, operation) : Unknown(UnknownReason.Unsupported, operation);

    /// <inheritdoc/>
    public override Value VisitTupleBinaryOperator(ITupleBinaryOperation operation, Activation argument)
    {
        var left = Evaluate(operation.LeftOperand, argument);
        var right = Evaluate(operation.RightOperand, argument);
        var count = (operation.LeftOperand.Type as INamedTypeSymbol)?.TupleElements is { IsDefault: false } elements ? elements.Length : 0;
        Value equal = count == 0 ? Unknown(UnknownReason.Unsupported, operation) : new ConstantValue(true, operation);
        for (var index = 0; index < count; index++)
        {
            var (first, second) = (PartOf(left, index), PartOf(right, index));
            equal = And(
                equal,
                () =>
                    first is not null && second is not null
                        ? AreEqual(first, second, operation)
                        : Unknown(UnknownReason.RuntimeCall, operation),
                operation
            );
        }

        return operation.OperatorKind == BinaryOperatorKind.Equals ? equal : Not(equal, operation);
    }

    private static bool Overloads(IOperation operation) => operation is IBinaryOperation { OperatorMethod: not null };

    /// <summary>Whether a value is null; what code without source gives is, if that code says that it may be.</summary>
    private Value IsNull(Value value, IOperation operation) =>
        ForEachAlternative(
            value,
            alternative =>
                alternative switch
                {
                    NullValue or UnsetValue => new ConstantValue(true, operation),
                    UnknownValue => Question(conditions.IsNull(alternative), operation),
                    MemberValue { Member: var member } when externalCode.MayBeNull(member) => Question(
                        conditions.IsNull(alternative),
                        operation
                    ),
                    CallValue { Method: var method } when externalCode.MayBeNull(method) => Question(
                        conditions.IsNull(alternative),
                        operation
                    ),
                    _ => new ConstantValue(false, operation),
                }
        );
}
