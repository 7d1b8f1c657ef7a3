using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>
/// The locals and parameters of one call, as members under their symbols: branches write them through the same <see cref="Heap"/> as everything else.
/// </summary>
/// <param name="frame">The call.</param>
/// <param name="instance">What <c>this</c> is; null in static members.</param>
/// <param name="enclosing">For lambdas and local functions, the activation whose locals they see.</param>
internal sealed class Activation(Frame frame, HeapValue? instance, Activation? enclosing, Site site) : HeapValue(type: null, site)
{
    /// <summary>The member that holds what a <c>return</c> gives.</summary>
    public static readonly object Result = new();

    /// <summary>The member that holds what a member of an extension block extends.</summary>
    public static readonly object Receiver = new();

    public Frame Frame { get; } = frame;

    public HeapValue? Instance { get; } = instance;

    public Activation? Enclosing { get; } = enclosing;
}
