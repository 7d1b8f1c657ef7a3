using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Tests.Variations;

/// <summary>Another spelling of the same program: it synthesizes the same template, and so the analyzer has to say the same of it.</summary>
/// <param name="name">What is done, as a phrase.</param>
internal abstract class Variation(string name)
{
    /// <summary>All of them. Tests choose by name.</summary>
    public static IReadOnlyList<Variation> All { get; } =
    [
        .. ValueVariations.All, .. TextVariations.All, .. CollectionVariations.All, .. CreationVariations.All, .. ArgumentVariations.All, .. StatementVariations.All,
    ];

    public string Name => name;

    /// <summary>The places of a program that can be spelled this way.</summary>
    public abstract IEnumerable<VariedPlace> Places(VariedProgram program);

    public override string ToString() => Name;
}

/// <summary>A place that can be spelled differently.</summary>
/// <param name="Node">What changes.</param>
/// <param name="Rewrite">Changes it.</param>
internal sealed record VariedPlace(SyntaxNode Node, Action<Rewriting> Rewrite)
{
    public VariedProgram In(VariedProgram program)
    {
        var rewriting = new Rewriting(program);
        Rewrite(rewriting);
        return rewriting.Result();
    }
}
