namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>
/// One of two values, decided by a condition that is unknown at compile time. Two choices on the same condition are decided together:
/// resolve them through one <see cref="World"/>. Each alternative keeps its own site, so that a finding can stand in the arm that causes it;
/// an alternative that was computed where the choice is used has none.
/// </summary>
internal sealed class ChoiceValue(Condition condition, Binding whenTrue, Binding whenFalse) : Value(origin: null)
{
    public Condition Condition { get; } = condition;

    public Binding WhenTrue { get; } = whenTrue;

    public Binding WhenFalse { get; } = whenFalse;

    /// <summary>The alternative for an answer, at its own site or else at the site that uses the choice.</summary>
    public Binding Alternative(bool answer, Site user)
    {
        var alternative = answer ? WhenTrue : WhenFalse;
        return alternative.Site.Operation is null ? alternative with { Site = user } : alternative;
    }
}
