using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Interpretation;

/// <summary>How a statement ends: in one way, or in different ways on the two sides of an unknown condition.</summary>
internal abstract class Outcome
{
    /// <summary>Control goes on to the next statement.</summary>
    public static readonly Outcome Next = new End();

    /// <summary>The method returns.</summary>
    public static readonly Outcome Return = new End();

    /// <summary>The loop or switch is left.</summary>
    public static readonly Outcome Break = new End();

    /// <summary>The next round of the loop begins.</summary>
    public static readonly Outcome Continue = new End();

    /// <summary>The path ends in an exception.</summary>
    public static readonly Outcome Throw = new End();

    private sealed class End : Outcome;

    /// <summary>Control goes to a label that stands elsewhere in the method.</summary>
    internal sealed class Jump(ILabelSymbol label) : Outcome
    {
        public ILabelSymbol Label { get; } = label;
    }

    /// <summary>
    /// The two sides of a condition end differently. Neither side's effect is in force: who goes on with a side applies its effect first.
    /// </summary>
    internal sealed class Split(Condition condition, Side whenTrue, Side whenFalse, int births) : Outcome
    {
        public Condition Condition { get; } = condition;

        public Side WhenTrue { get; } = whenTrue;

        public Side WhenFalse { get; } = whenFalse;

        /// <summary><see cref="Heap.Births"/> when the sides began.</summary>
        public int Births { get; } = births;
    }

    /// <summary>One side of a condition.</summary>
    /// <param name="Outcome">How it ends.</param>
    /// <param name="Effect">What it wrote.</param>
    /// <param name="Path">The path at its end: what it learned on the way.</param>
    internal readonly record struct Side(Outcome Outcome, Heap.Effect Effect, PathCondition? Path);
}
