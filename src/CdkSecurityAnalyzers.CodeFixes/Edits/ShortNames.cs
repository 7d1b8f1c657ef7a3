using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>Names of types in new text: short where the short name means the type, else written in full and shortened with a <c>using</c>.</summary>
internal static class ShortNames
{
    private static readonly SymbolDisplayFormat NestedName = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes);

    /// <summary>The name to write for a type at a place.</summary>
    public static string Of(INamedTypeSymbol type, Place place, SolutionEdits edits)
    {
        var nested = type.ToDisplayString(NestedName);
        if (type.ToMinimalDisplayString(place.Model, place.Node.SpanStart) == nested)
        {
            return nested;
        }

        var full = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        edits.In(place).AddQualifiedName(full);
        return full;
    }

    /// <summary>Marks the names written in full: the workspace adds the <c>using</c> and shortens them when the change is made.</summary>
    public static async Task<Solution> MarkAsync(Solution solution, DocumentEdits edits, CancellationToken cancellationToken)
    {
        var document = solution.GetDocument(edits.Document.Id)!;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var names = root!.DescendantNodes()
            .Where(node => node is QualifiedNameSyntax or MemberAccessExpressionSyntax && edits.QualifiedNames.Contains(node.ToString()));
        return solution.WithDocumentSyntaxRoot(
            document.Id,
            root.ReplaceNodes(names, (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation)));
    }
}
