using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>
/// A place that says something about the template: an operation in a run of the program and the call in which it is evaluated, or a value in a file that the
/// program is made of.
/// </summary>
/// <param name="Operation">The operation at that place; null in a file.</param>
/// <param name="Frame">The call; the same operation has a frame of its own in each call of its method. Null in a file.</param>
internal readonly record struct Site(IOperation Operation, Frame Frame)
{
    private FilePlace? File { get; init; }

    /// <summary>What two sites at the same place have in common, whatever calls they stand in: a node of the syntax, or a value of a file.</summary>
    public object Place => (object?)File ?? Operation.Syntax;

    /// <summary>The tree that the place stands in; null in a file.</summary>
    public SyntaxTree? Tree => File is null ? Operation.Syntax.SyntaxTree : null;

    public Location Location => File?.Location ?? Operation.Syntax.GetLocation();

    /// <summary>A value in a file.</summary>
    public static Site InFile(Location location) => new(null!, null!) { File = new FilePlace(location) };

    private sealed class FilePlace(Location location)
    {
        public Location Location { get; } = location;
    }
}
