using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.Conformance.Harness;

/// <summary>Tells which variable or construct shows the secret that a finding is about: by the name that the finding gives, or by the code around its places.</summary>
/// <param name="constructs">The ids of everything that may show a secret.</param>
internal sealed class CredentialPlaces(ImmutableArray<string> constructs)
{
    /// <summary>The property that holds the name of the variable, parameter or property.</summary>
    private const string Name = "name";

    private readonly PlaceFinder finder = new(constructs, []);

    /// <summary>The names: one, or all that the finding may mean.</summary>
    public ImmutableArray<string> Of(Diagnostic finding) => NameOf(finding) is { } name ? [name, .. OthersOfCall(finding)] : finder.Of(finding);

    private static string? NameOf(Diagnostic finding) =>
        finding.Properties.TryGetValue(Name, out var name) && name is [.., >= '0' and <= '9'] ? name : null;

    /// <summary>What a call gives stands in the code that it calls; two secrets in it are one finding on the call.</summary>
    private static IEnumerable<string> OthersOfCall(Diagnostic finding) =>
        finding.Location.SourceTree!.GetRoot().FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true) is not InvocationExpressionSyntax
            ? []
            : finding.AdditionalLocations
                .Select(place => place.SourceTree!.GetRoot().FindNode(place.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>())
                .SelectMany(member => member?.DescendantNodes() ?? [])
                .OfType<LiteralExpressionSyntax>()
                .Select(literal => literal.Token.ValueText);
}
