using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace CdkSecurityAnalyzers.CodeFixes.Edits;

/// <summary>Names of types in new text: short where the short name means the type, else written in full and shortened with a <c>using</c>.</summary>
internal static class ShortNames
{
    private static readonly SymbolDisplayFormat NestedName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
    );

    /// <summary>The name to write for a type at a place.</summary>
    public static string Of(INamedTypeSymbol type, Place place, SolutionEdits edits)
    {
        var nested = type.ToDisplayString(NestedName);
        var minimal = type.ToMinimalDisplayString(place.Model, place.Node.SpanStart);
        var full = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        if (minimal == nested || StartsWithAlias(minimal, full))
        {
            return minimal;
        }

        edits.In(place).AddQualifiedName(full, type);
        return full;
    }

    /// <summary>A name that starts with a word from outside the full name goes through an alias.</summary>
    private static bool StartsWithAlias(string minimal, string full) => !full.Split(':', '.').Contains(minimal.Split('.')[0]);

    /// <summary>Marks the names written in full: the workspace adds the <c>using</c> and shortens them when the change is made.</summary>
    public static async Task<Solution> MarkAsync(Solution solution, DocumentEdits edits, CancellationToken cancellationToken)
    {
        var document = solution.GetDocument(edits.Document.Id)!;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var generator = SyntaxGenerator.GetGenerator(document);
        var names = root!
            .DescendantNodes()
            .Where(node =>
                node is QualifiedNameSyntax or MemberAccessExpressionSyntax && edits.QualifiedNames.ContainsKey(node.ToString())
            );
        return solution.WithDocumentSyntaxRoot(
            document.Id,
            root.ReplaceNodes(
                names,
                (_, name) => Mark(name, generator.TypeExpression(edits.QualifiedNames[name.ToString()], addImport: true))
            )
        );
    }

    /// <summary>The generator knows the marks for a type; the name itself stays, as a name or as an expression, whichever the place asks for.</summary>
    private static SyntaxNode Mark(SyntaxNode name, SyntaxNode generated) =>
        generated.CopyAnnotationsTo(name)!.WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);
}
