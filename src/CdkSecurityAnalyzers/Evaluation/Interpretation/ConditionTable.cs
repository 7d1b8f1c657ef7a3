using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.Evaluation.Library;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>Gives the same question the same <see cref="Condition"/>, so that it is answered equally each time the program asks it.</summary>
internal sealed class ConditionTable
{
    private const string Equality = "==";

    private readonly Dictionary<(object Subject, string Question, object? Operand), Condition> conditions = [];

    /// <summary>Whether an unknown boolean is true.</summary>
    public Condition IsTrue(Value value) => Ask((Key(value), "is", null), value, value);

    /// <summary>Whether an unknown value is null.</summary>
    public Condition IsNull(Value value) => AreEqual(value, new NullValue(value.Origin));

    /// <summary>Whether an unknown value is of a type.</summary>
    public Condition IsOfType(Value value, ITypeSymbol type) => Ask((Key(value), "type", type), value, value);

    /// <summary>Whether two values, of which at least one is unknown, are equal.</summary>
    public Condition AreEqual(Value left, Value right) =>
        ContentOf(left) is null ? Ask((Key(left), Equality, Key(right)), left, right) : Ask((Key(right), Equality, Key(left)), right, left);

    /// <summary>A comparison between two values, of which at least one is unknown, that is not for equality.</summary>
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

    /// <summary>What tells a constant from others of its type; null for all that is no constant.</summary>
    private static object? ContentOf(Value value) =>
        value switch
        {
            ConstantValue constant => constant.Content,
            EnumMemberValue member => member.Member.ConstantValue,
            NullValue => typeof(NullValue),
            _ => null,
        };

    private static object? KeyOf(Binding? receiver) => receiver is { } binding ? Key(binding.Value) : null;

    private Condition Ask((object Subject, string Question, object? Operand) question, Value left, Value right)
    {
        if (!conditions.TryGetValue(question, out var condition))
        {
            condition = new Condition(
                left.Origin ?? right.Origin,
                isUnread: Determinacy.IsDecided(left) && Determinacy.IsDecided(right),
                isOfCaller: Determinacy.IsOfCaller(left) || Determinacy.IsOfCaller(right),
                equality: question.Question == Equality && ContentOf(right) is { } constant ? (question.Subject, constant) : null
            );
            conditions.Add(question, condition);
        }

        return condition;
    }
}
