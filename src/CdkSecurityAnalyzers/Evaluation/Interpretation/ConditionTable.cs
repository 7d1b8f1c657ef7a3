using System.Collections.Generic;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Gives the same question the same <see cref="Condition"/>, so that it is answered equally each time the program asks it.</summary>
internal sealed class ConditionTable
{
    private readonly Dictionary<(object Subject, string Question, object? Operand), Condition> conditions = [];

    /// <summary>Whether an unknown boolean is true.</summary>
    public Condition IsTrue(Value value) => Get(value, "is", operand: null, value.Origin);

    /// <summary>Whether an unknown value is null.</summary>
    public Condition IsNull(Value value) => Get(value, "null", operand: null, value.Origin);

    /// <summary>Whether an unknown value is of a type.</summary>
    public Condition IsOfType(Value value, ITypeSymbol type) => Get(value, "type", type, value.Origin);

    /// <summary>A comparison between two values, of which at least one is unknown.</summary>
    public Condition Compares(Value left, string comparison, Value right) => Get(Key(left), comparison, Key(right), left.Origin ?? right.Origin);

    private static object Key(Value value) => value switch
    {
        ConstantValue constant => constant.Content,
        EnumMemberValue member => member.Member,
        NullValue => typeof(NullValue),
        _ => value,
    };

    private Condition Get(object subject, string question, object? operand, IOperation? origin)
    {
        var key = (subject, question, operand);
        if (!conditions.TryGetValue(key, out var condition))
        {
            condition = new Condition(origin);
            conditions.Add(key, condition);
        }

        return condition;
    }
}
