using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Library;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Pattern matching: <c>is</c>, <c>switch</c> expressions, declared variables.</summary>
internal sealed partial class Interpreter
{
    /// <inheritdoc/>
    public override Value VisitIsPattern(IIsPatternOperation operation, Activation argument) =>
        Matches(operation.Pattern, Evaluate(operation.Value, argument), argument);

    /// <inheritdoc/>
    public override Value VisitIsType(IIsTypeOperation operation, Activation argument)
    {
        var result = ForEachAlternative(
            Evaluate(operation.ValueOperand, argument),
            value => IsOfType(value, argument.Frame.Actual(operation.TypeOperand), operation)
        );
        return operation.IsNegated ? Not(result, operation) : result;
    }

    /// <inheritdoc/>
    public override Value VisitSwitchExpression(ISwitchExpressionOperation operation, Activation argument) =>
        SelectArm(operation, 0, Evaluate(operation.Value, argument), argument).Value;

    private Binding SelectArm(ISwitchExpressionOperation operation, int index, Value value, Activation activation)
    {
        if (index == operation.Arms.Length)
        {
            Abort(operation, activation);
            isAborted = true;
            return new Binding(Unknown(UnknownReason.Invalid, operation), new Site(operation, activation.Frame));
        }

        var arm = operation.Arms[index];
        var matches = And(
            Matches(arm.Pattern, value, activation),
            () => arm.Guard is null ? new ConstantValue(true, arm) : Evaluate(arm.Guard, activation),
            arm
        );
        return Choose(matches, () => Bind(arm.Value, activation), () => SelectArm(operation, index + 1, value, activation));
    }

    private Value Matches(IPatternOperation pattern, Value value, Activation activation) =>
        ForEachAlternative(value, alternative => MatchesAlternative(pattern, alternative, activation));

    private Value MatchesAlternative(IPatternOperation pattern, Value value, Activation activation)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return new ConstantValue(true, pattern);
            case IConstantPatternOperation constant:
                return AreEqual(value, Evaluate(constant.Value, activation), pattern);
            case INegatedPatternOperation negated:
                return Not(Matches(negated.Pattern, value, activation), pattern);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                return Or(Matches(either.LeftPattern, value, activation), () => Matches(either.RightPattern, value, activation), pattern);
            case IBinaryPatternOperation both:
                return And(Matches(both.LeftPattern, value, activation), () => Matches(both.RightPattern, value, activation), pattern);
            case IDeclarationPatternOperation declaration:
                Capture(declaration.DeclaredSymbol, value, pattern, activation);
                return declaration.MatchesNull
                    ? new ConstantValue(true, pattern)
                    : IsOfType(value, activation.Frame.Actual(declaration.MatchedType ?? declaration.NarrowedType), pattern);
            case ITypePatternOperation type:
                return IsOfType(value, activation.Frame.Actual(type.MatchedType), pattern);
            case IRelationalPatternOperation relational:
                return Compares(relational, value, Evaluate(relational.Value, activation));
            case IListPatternOperation list:
                return MatchesList(list, value, activation);
            case IRecursivePatternOperation recursive:
                return MatchesMembers(recursive, value, activation);
            default:
                return Question(new Condition(pattern, isUnread: true), pattern);
        }
    }

    private Value MatchesMembers(IRecursivePatternOperation pattern, Value value, Activation activation)
    {
        Capture(pattern.DeclaredSymbol, value, pattern, activation);
        var matches = IsOfType(value, activation.Frame.Actual(pattern.MatchedType), pattern);
        for (var index = 0; index < pattern.DeconstructionSubpatterns.Length; index++)
        {
            var part = pattern.DeconstructionSubpatterns[index];
            var position = index;
            matches = And(
                matches,
                () =>
                    PartOf(value, position) is { } element
                        ? Matches(part, element, activation)
                        : Question(new Condition(part, Determinacy.IsDecided(value)), part),
                pattern
            );
        }

        foreach (var member in pattern.PropertySubpatterns)
        {
            matches = And(
                matches,
                () =>
                    member.Member is IMemberReferenceOperation reference
                        ? Matches(
                            member.Pattern,
                            ReadMember(reference.Member, new Binding(value, new Site(pattern, activation.Frame)), reference, activation),
                            activation
                        )
                        : Question(new Condition(member), member),
                pattern
            );
        }

        return matches;
    }

    private Value Compares(IRelationalPatternOperation pattern, Value value, Value bound)
    {
        if (value is NullValue)
        {
            return new ConstantValue(false, pattern);
        }

        return Arithmetic.Compare(pattern.OperatorKind, value, bound) is { } known
            ? new ConstantValue(known, pattern)
            : Question(conditions.Compares(value, pattern.OperatorKind.ToString(), bound), pattern);
    }

    private Value MatchesList(IListPatternOperation pattern, Value value, Activation activation) =>
        FromElements(
            value,
            pattern,
            known =>
            {
                var slice = pattern.Patterns.IndexOf(pattern.Patterns.FirstOrDefault(part => part is ISlicePatternOperation)!);
                var fixedLength = pattern.Patterns.Length - (slice < 0 ? 0 : 1);
                if (!known.IsComplete)
                {
                    return Question(new Condition(pattern), pattern);
                }

                if (slice < 0 ? known.Elements.Length != fixedLength : known.Elements.Length < fixedLength)
                {
                    return new ConstantValue(false, pattern);
                }

                Capture(pattern.DeclaredSymbol, value, pattern, activation);
                Value matches = new ConstantValue(true, pattern);
                for (var index = 0; index < pattern.Patterns.Length; index++)
                {
                    var part = pattern.Patterns[index];
                    var position = slice >= 0 && index > slice ? known.Elements.Length - pattern.Patterns.Length + index : index;
                    matches = And(
                        matches,
                        () =>
                            part is ISlicePatternOperation middle
                                ? MatchesSlice(middle, known.Elements, position, known.Elements.Length - fixedLength, activation)
                                : Matches(part, known.Elements[position].Value, activation),
                        pattern
                    );
                }

                return matches;
            }
        );

    private Value MatchesSlice(
        ISlicePatternOperation slice,
        ImmutableArray<Binding> elements,
        int start,
        int length,
        Activation activation
    ) =>
        slice.Pattern is { } inner
            ? Matches(
                inner,
                NewSequence(
                    inner.NarrowedType,
                    new Site(slice, activation.Frame),
                    ImmutableArray.Create(elements, start, length),
                    isComplete: true
                ),
                activation
            )
            : new ConstantValue(true, slice);

    private void Capture(ISymbol? declared, Value value, IOperation operation, Activation activation)
    {
        if (declared is not null)
        {
            heap.Set(activation, declared, new Binding(value, new Site(operation, activation.Frame)));
        }
    }

    /// <summary>Whether a value is of a type.</summary>
    internal Value IsOfType(Value value, ITypeSymbol type, IOperation operation) =>
        value switch
        {
            NullValue or UnsetValue => new ConstantValue(false, operation),
            ObjectValue { IsGiven: false, Type: { } actual } => new ConstantValue(Converts(actual, type), operation),
            // A query may give more than its declared type says.
            SequenceValue or DictionaryValue when ((HeapValue)value).Type is { } collection && Converts(collection, type) =>
                new ConstantValue(true, operation),
            ConstantValue or EnumMemberValue or TextValue => new ConstantValue(!IsOtherSpecialType(value, type), operation),

            CallValue { Method: var method } when externalCode.MayFindNothing(method) => Not(IsNull(value, operation), operation),

            // A program that asks what the CDK gave it (`project.Node.DefaultChild is CfnProject`) asks because it is so.
            CallValue or MemberValue => new ConstantValue(true, operation),
            _ => Question(conditions.IsOfType(value, type), operation),
        };

    private bool Converts(ITypeSymbol from, ITypeSymbol to) =>
        ((CSharpCompilation)bodies.Compilation).ClassifyConversion(from, to) is { IsImplicit: true, IsUserDefined: false };

    private static bool IsOtherSpecialType(Value value, ITypeSymbol type) =>
        type.SpecialType switch
        {
            SpecialType.System_String => value is not TextValue and not ConstantValue { Content: string },
            SpecialType.System_Boolean => value is not ConstantValue { Content: bool },
            SpecialType.System_Int32 => value is not ConstantValue { Content: int },
            _ => false,
        };
}
