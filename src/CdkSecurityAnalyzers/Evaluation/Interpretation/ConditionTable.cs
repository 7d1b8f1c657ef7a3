using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Library;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Gives the same question the same <see cref="Condition"/>, so that it is answered equally each time the program asks it.</summary>
internal sealed class ConditionTable
{
    private readonly Dictionary<(object Subject, string Question, object? Operand), Condition> conditions = [];

    /// <summary>Whether an unknown boolean is true.</summary>
    public Condition IsTrue(Value value) => Ask((Key(value), "is", null), value, value);

    /// <summary>Whether an unknown value is null.</summary>
    public Condition IsNull(Value value) => Ask((Key(value), "null", null), value, value);

    /// <summary>Whether an unknown value is of a type.</summary>
    public Condition IsOfType(Value value, ITypeSymbol type) => Ask((Key(value), "type", type), value, value);

    /// <summary>A comparison between two values, of which at least one is unknown.</summary>
    public Condition Compares(Value left, string comparison, Value right) => Ask((Key(left), comparison, Key(right)), left, right);

    /// <summary>
    /// What makes two values the same for a question: constants by content, and what code without source gives for the same call or member by that call or
    /// member, because a configuration that is read twice is the same configuration.
    /// </summary>
    private static object Key(Value value) =>
        value switch
        {
            ConstantValue constant => constant.Content,
            EnumMemberValue member => member.Member,
            NullValue => typeof(NullValue),
            MemberValue member => (member.Member, KeyOf(member.Receiver)),
            CallValue call => call.Arguments.Aggregate(
                (object)(call.Method, KeyOf(call.Receiver)),
                (key, argument) => (key, Key(argument.Value))
            ),
            _ => value,
        };

    private static object? KeyOf(Binding? receiver) => receiver is { } binding ? Key(binding.Value) : null;

    private Condition Ask((object Subject, string Question, object? Operand) question, Value left, Value right)
    {
        if (!conditions.TryGetValue(question, out var condition))
        {
            condition = new Condition(
                left.Origin ?? right.Origin,
                isUnread: Determinacy.IsDecided(left) && Determinacy.IsDecided(right),
                isOfCaller: Determinacy.IsOfCaller(left) || Determinacy.IsOfCaller(right)
            );
            conditions.Add(question, condition);
        }

        return condition;
    }
}
