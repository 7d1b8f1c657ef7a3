using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>
/// A question that the program asks and that only a run can answer: <c>props.IsProd</c>, <c>branch == "main"</c>, whether a loop has rounds.
/// An identity: asking the same question again gives the same instance.
/// </summary>
/// <param name="origin">The expression that asks first.</param>
internal sealed class Condition(IOperation? origin)
{
    public IOperation? Origin { get; } = origin;
}
