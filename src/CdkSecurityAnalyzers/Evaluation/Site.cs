using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>A place in a run of the program: an operation, and the call in which it is evaluated.</summary>
/// <param name="Operation">The operation at that place.</param>
/// <param name="Frame">The call; the same operation has a frame of its own in each call of its method.</param>
internal readonly record struct Site(IOperation Operation, Frame Frame)
{
    public Location Location => Operation.Syntax.GetLocation();
}
