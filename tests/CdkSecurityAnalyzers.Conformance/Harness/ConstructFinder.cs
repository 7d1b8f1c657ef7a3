using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.Conformance.Harness;

/// <summary>Tells which resources of a template a finding is about, by the ids that the code around its places gives to constructs.</summary>
/// <param name="constructs">The logical ids of the projects that a program makes, whatever its inputs.</param>
internal sealed class ConstructFinder(ImmutableArray<string> constructs)
{
    /// <summary>The property that holds the index of the construct's creation among the additional locations.</summary>
    private const string Construct = "construct";

    /// <summary>The logical ids: one, or all that the finding may mean.</summary>
    public ImmutableArray<string> Of(Diagnostic finding)
    {
        var creation = finding.Properties.TryGetValue(Construct, out var index)
            ? finding.AdditionalLocations[int.Parse(index!, System.Globalization.CultureInfo.InvariantCulture)]
            : null;
        ImmutableArray<string> known = creation is null ? [] : Named(ArgumentsOf(NodeAt(creation)));
        if (known.IsEmpty)
        {
            // The id comes from elsewhere: from a call that leads to the creation, perhaps.
            known = [.. finding.AdditionalLocations.Prepend(finding.Location)
                .SelectMany(place => NodeAt(place).AncestorsAndSelf().TakeWhile(node => node is not MemberDeclarationSyntax))
                .SelectMany(node => Named(ArgumentsOf(node)))
                .Distinct()];
        }

        return known.IsEmpty ? constructs : known;
    }

    private ImmutableArray<string> Named(IEnumerable<ArgumentSyntax> arguments) =>
    [
        .. arguments.Select(argument => argument.Expression).OfType<LiteralExpressionSyntax>().Select(literal => literal.Token.Value).OfType<string>()
            .SelectMany(id => constructs.Where(construct => id.Length > 0 && construct.EndsWith(id, StringComparison.Ordinal))),
    ];

    private static SeparatedSyntaxList<ArgumentSyntax> ArgumentsOf(SyntaxNode node) => node switch
    {
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList?.Arguments ?? default,
        InvocationExpressionSyntax call => call.ArgumentList.Arguments,
        ConstructorInitializerSyntax initializer => initializer.ArgumentList.Arguments,
        PrimaryConstructorBaseTypeSyntax primary => primary.ArgumentList.Arguments,
        _ => default,
    };

    private static SyntaxNode NodeAt(Location place) => place.SourceTree!.GetRoot().FindNode(place.SourceSpan, getInnermostNodeForTie: true);
}
