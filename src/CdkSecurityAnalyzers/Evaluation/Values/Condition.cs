using System;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>
/// A question that the program asks and that is not answered at compile time: <c>props.IsProd</c>, <c>branch == "main"</c>, whether a loop has rounds.
/// An identity: asking the same question again gives the same instance.
/// </summary>
/// <param name="origin">The expression that asks first.</param>
/// <param name="isUnread">
/// Whether every run gives the same answer, which is not known here: both answers are possible for us, but not for the program, and no verdict may rest on
/// either.
/// </param>
/// <param name="isOfCaller">Whether whoever calls the member that is read as a root decides the answer, by what it passes.</param>
/// <param name="equality">For the question whether a value is a constant, both; null for all other questions.</param>
internal sealed class Condition(
    IOperation? origin,
    bool isUnread = false,
    bool isOfCaller = false,
    (object Subject, object Constant)? equality = null
)
{
    private readonly (object Subject, object Constant)? equality = equality;

    public IOperation? Origin { get; } = origin;

    public bool IsUnread { get; } = isUnread;

    public bool IsOfCaller { get; } = isOfCaller;

    /// <summary>
    /// Whether another condition cannot hold where this one does: one value is not two constants. Numbers of different types are not compared.
    /// </summary>
    public bool Excludes(Condition other) =>
        equality is { } here
        && other.equality is { } there
        && Equals(here.Subject, there.Subject)
        && !Equals(here.Constant, there.Constant)
        && (here.Constant.GetType() == there.Constant.GetType() || here.Constant is Type || there.Constant is Type);
}
