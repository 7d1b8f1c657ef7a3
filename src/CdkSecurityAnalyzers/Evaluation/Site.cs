using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>
/// A place that says something about the template: an operation in a run of the program and the call in which it is evaluated, or a value in a file that the
/// program is made of.
/// </summary>
/// <param name="Operation">The operation at that place; null in a file.</param>
/// <param name="Frame">The call; the same operation has a frame of its own in each call of its method. In a file, the place there.</param>
internal readonly record struct Site(IOperation Operation, Frame Frame)
{
    /// <summary>What two sites at the same place have in common, whatever calls they stand in: a node of the syntax, or the place in a file.</summary>
    public object Place => (object?)(Frame as FilePlace)?.Location ?? Operation.Syntax;

    /// <summary>The tree that the place stands in; null in a file.</summary>
    public SyntaxTree? Tree => Frame is FilePlace ? null : Operation.Syntax.SyntaxTree;

    public Location Location => (Frame as FilePlace)?.Location ?? Operation.Syntax.GetLocation();

    /// <summary>A value in a file.</summary>
    public static Site InFile(Location place) => new(null!, new FilePlace(place));
}
