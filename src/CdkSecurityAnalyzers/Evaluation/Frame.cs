using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>One activation of a method, constructor, accessor, lambda or initializer during an evaluation.</summary>
/// <param name="member">The symbol whose body runs.</param>
/// <param name="caller">The frame that called; null for the root.</param>
/// <param name="callSite">The operation in the caller that made the call; null for the root.</param>
internal sealed class Frame(ISymbol member, Frame? caller, IOperation? callSite)
{
    public ISymbol Member { get; } = member;

    public Frame? Caller { get; } = caller;

    public IOperation? CallSite { get; } = callSite;

    /// <summary>How many calls lie between the root and this frame; 0 for the root itself.</summary>
    public int Depth { get; } = caller is null ? 0 : caller.Depth + 1;
}
