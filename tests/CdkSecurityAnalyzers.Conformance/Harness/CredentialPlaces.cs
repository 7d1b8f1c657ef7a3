using System.Collections.Immutable;
using CdkSecurityAnalyzers.Conformance.Judges;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.Conformance.Harness;

/// <summary>Tells which variable or construct shows the secret that a finding is about: by the name that the finding gives, or by the code around its places.</summary>
/// <param name="constructs">The ids of everything that may show a secret.</param>
/// <param name="shown">The secrets that are shown. A variable that a helper makes may get another name later.</param>
internal sealed class CredentialPlaces(ImmutableArray<string> constructs, ImmutableArray<Violation> shown)
{
    /// <summary>The property that holds the name of the variable, parameter or property.</summary>
    private const string Name = "name";

    private readonly PlaceFinder finder = new(constructs, []);

    /// <summary>The names: one, or all that the finding may mean.</summary>
    public ImmutableArray<string> Of(Diagnostic finding)
    {
        var value = finding.Location.SourceTree!.GetRoot().FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true);
        return NameOf(finding) is { } name ? [name, .. NamesOf(TextsOf(value.DescendantNodesAndSelf())), .. OthersOf(value, finding)] : finder.Of(finding);
    }

    /// <summary>The names of the generator end with a number. So do those of a tuple's elements, which name no variable.</summary>
    private static string? NameOf(Diagnostic finding) =>
        finding.Properties.TryGetValue(Name, out var name)
        && name is [.., >= '0' and <= '9']
        && !name.StartsWith("Item", StringComparison.Ordinal)
            ? name
            : null;

    /// <summary>What shows the secrets that some texts say.</summary>
    private IEnumerable<string> NamesOf(IEnumerable<string> texts) =>
        texts
            .Where(text => text.Any(char.IsDigit))
            .SelectMany(text => shown.Where(violation => text.Contains(violation.Cause, StringComparison.Ordinal) || violation.Cause.Contains(text, StringComparison.Ordinal)))
            .Select(violation => violation.Places[0]);

    /// <summary>What code elsewhere gives stands there; two secrets in it are one finding where they are got from it. A name may come from further on.</summary>
    private IEnumerable<string> OthersOf(SyntaxNode value, Diagnostic finding)
    {
        if (value is not (InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax))
        {
            return [];
        }

        var texts = TextsOf(finding.AdditionalLocations
            .Select(place => place.SourceTree!.GetRoot().FindNode(place.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>())
            .SelectMany(member => member?.DescendantNodes() ?? [])).ToList();
        return texts.Concat(NamesOf(texts));
    }

    private static IEnumerable<string> TextsOf(IEnumerable<SyntaxNode> nodes) =>
        nodes.OfType<LiteralExpressionSyntax>().Select(literal => literal.Token.ValueText);
}
