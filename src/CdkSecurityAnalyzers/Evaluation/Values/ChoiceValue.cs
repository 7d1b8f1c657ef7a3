namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>
/// One of two values, decided by a condition that is unknown at compile time. Two choices on the same condition are decided together:
/// resolve them through one <see cref="World"/>. Each alternative keeps its own site, so that a finding can stand in the arm that causes it.
/// </summary>
internal sealed class ChoiceValue(Condition condition, Binding whenTrue, Binding whenFalse) : Value(origin: null)
{
    public Condition Condition { get; } = condition;

    public Binding WhenTrue { get; } = whenTrue;

    public Binding WhenFalse { get; } = whenFalse;
}
