using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>What a judge finds in a template.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Places">Names that the program gives to what violates it: the ids of constructs, the ids of statements. The first one says it best.</param>
/// <param name="Cause">What the template holds there: what is written once is reported once, however often it gets into the template.</param>
internal sealed record Violation(string Rule, ImmutableArray<string> Places, string Cause)
{
    /// <summary>The places that have a part in it.</summary>
    public ImmutableArray<string> Involved { get; init; } = Places;

    /// <summary>Whether the rules leave it to the analyzer: another finding may say it already.</summary>
    public bool IsOptional { get; init; }
}
