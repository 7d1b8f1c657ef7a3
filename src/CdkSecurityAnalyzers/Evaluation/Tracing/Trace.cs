using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Tracing;

/// <summary>What one root does, in program order. Events of several branches stand side by side, each with its path.</summary>
/// <param name="Root">The method, field or property that was evaluated.</param>
/// <param name="Events">All events, in the order in which they happen on their path.</param>
/// <param name="IsComplete">False when a bound cut the evaluation short: what is absent may only be unseen.</param>
/// <param name="Steps">Operations that were evaluated: the unit of the budget.</param>
/// <param name="Entered">The members of the compilation whose bodies ran.</param>
/// <param name="Delegates">The lambdas and method groups that became delegates, which may run wherever they were passed to.</param>
internal sealed record Trace(
    ISymbol Root,
    ImmutableArray<TraceEvent> Events,
    bool IsComplete,
    int Steps,
    ImmutableHashSet<ISymbol> Entered,
    ImmutableHashSet<SyntaxNode> Delegates
);
