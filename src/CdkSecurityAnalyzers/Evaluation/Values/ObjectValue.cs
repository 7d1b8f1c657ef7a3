using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Evaluation.Values;

/// <summary>
/// An object that the program creates, of a source type or not: <c>new GitHubSourceProps { … }</c>, <c>new Project(this, "Build", …)</c>, a record, the current instance.
/// </summary>
internal sealed class ObjectValue(ITypeSymbol? type, Site site) : HeapValue(type, site)
{
    /// <summary>
    /// The arguments of the first constructor without source that ran for the object: the creation's own, or those of a <c>: base(…)</c> call.
    /// Empty until then, and for types that are all source.
    /// </summary>
    public ImmutableArray<Argument> ConstructorArguments { get; internal set; } = [];

    /// <summary>The argument for a parameter of that constructor; null when it has no such parameter.</summary>
    public Binding? Argument(string parameter) => ConstructorArguments.For(parameter);

    /// <summary>Whether the object was there before the evaluation began: <c>this</c> of a method that is read as a root.</summary>
    public bool IsGiven { get; internal init; }
}
