namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>
/// The answers under which a piece of the program runs, innermost first: an immutable list that branches share. Null is the path that is always taken.
/// </summary>
internal sealed class PathCondition(PathCondition? outer, Condition condition, bool answer)
{
    public PathCondition? Outer { get; } = outer;

    public Condition Condition { get; } = condition;

    public bool Answer { get; } = answer;

    /// <summary>The answer that this path implies for a condition, or null when the path says nothing about it.</summary>
    public static bool? AnswerTo(PathCondition? path, Condition condition)
    {
        for (var step = path; step is not null; step = step.Outer)
        {
            if (ReferenceEquals(step.Condition, condition))
            {
                return step.Answer;
            }

            if (step.Answer && step.Condition.Excludes(condition))
            {
                return false;
            }
        }

        return null;
    }
}
