using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Evaluation;

/// <summary>
/// The operation trees of the compilation's own members, wherever they are declared. The one place that asks for semantic models of other
/// trees than the one being analysed.
/// </summary>
internal sealed class MethodBodies(Compilation compilation)
{
    private readonly ConcurrentDictionary<ISymbol, IOperation?> bodies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();

    public Compilation Compilation { get; } = compilation;

    public MemberChanges Changes { get; } = new(compilation);

    /// <summary>
    /// The body of a method, accessor, constructor, local function, field initializer or property initializer; null when there is no source.
    /// For a primary constructor, the call of the base constructor.
    /// </summary>
    public IOperation? Of(ISymbol member, CancellationToken cancellationToken)
    {
        if (bodies.TryGetValue(member, out var known))
        {
            return known;
        }

        var body = Find(member, cancellationToken);
        return bodies.GetOrAdd(member, body);
    }

    /// <summary>Whether a method of the program does something of its own: it is not abstract, and no accessor that the compiler writes.</summary>
    public bool IsWritten(IMethodSymbol method, CancellationToken cancellationToken) =>
        Of((method.PartialImplementationPart ?? method).OriginalDefinition, cancellationToken)
            is not (null or IMethodBodyOperation { BlockBody: null, ExpressionBody: null });

    /// <summary>Keeps a body that the host has bound already, so that it is not bound again for callers.</summary>
    public void Remember(ISymbol member, IOperation body) => bodies.TryAdd(member, body);

    /// <summary>The operation of a node in any tree of the compilation.</summary>
    public IOperation? OperationOf(SyntaxNode node, CancellationToken cancellationToken) =>
        Compilation.ContainsSyntaxTree(node.SyntaxTree) ? ModelOf(node.SyntaxTree).GetOperation(node, cancellationToken) : null;

    /// <summary>What a name or an element access in the compilation's source means, as it is declared; null when it means nothing.</summary>
    public ISymbol? MeaningOf(SyntaxNode use, CancellationToken cancellationToken)
    {
        var meant = ModelOf(use.SyntaxTree).GetSymbolInfo(use, cancellationToken).Symbol?.OriginalDefinition;
        return meant switch
        {
            IMethodSymbol { ReducedFrom: { } extension } => extension,
            IMethodSymbol method when ExtensionBlocks.MemberFor(method) is { } member => member,
            _ => meant,
        };
    }

    /// <summary>
    /// The members whose code a node stands in: one, as a rule; for an initializer the field or property and the constructors that run it; for the name of
    /// a base class the constructors that run its own.
    /// </summary>
    public ImmutableArray<ISymbol> MemberAround(SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<BaseListSyntax>() is { Parent: TypeDeclarationSyntax derived })
        {
            // Whoever derives from a type runs its constructor.
            return ModelOf(node.SyntaxTree).GetDeclaredSymbol(derived, cancellationToken) is INamedTypeSymbol type
                ? [.. type.InstanceConstructors]
                : [];
        }

        var around = ModelOf(node.SyntaxTree).GetEnclosingSymbol(node.SpanStart, cancellationToken);
        while (around is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            around = around.ContainingSymbol;
        }

        // The initializer of a property is written for the field behind it.
        if (around is IFieldSymbol { AssociatedSymbol: IPropertySymbol property })
        {
            around = property;
        }

        return around switch
        {
            IFieldSymbol or IPropertySymbol => [around, .. around.ContainingType.InstanceConstructors],
            IMethodSymbol => [around],
            _ => [],
        };
    }

    /// <summary>The instance or static initializers of a type's fields and properties, in textual order.</summary>
    public IEnumerable<(ISymbol Member, IOperation Value)> InitializersOf(
        INamedTypeSymbol type,
        bool isStatic,
        CancellationToken cancellationToken
    )
    {
        foreach (var member in type.GetMembers())
        {
            if (
                member.IsStatic == isStatic
                && member is IFieldSymbol { IsImplicitlyDeclared: false, IsConst: false } or IPropertySymbol
                && Of(member, cancellationToken) is { } value
            )
            {
                yield return (member, value);
            }
        }
    }

    /// <summary>Whether a symbol is declared in this compilation's source.</summary>
    /// <remarks>
    /// The members of anonymous types are declared where they are used, by each use anew, and count as none. An editor also knows the source of the projects
    /// that are referenced; a build does not, and both have to say the same.
    /// </remarks>
    public bool HasSource(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.IsDefaultOrEmpty
        && symbol is not { ContainingType.IsAnonymousType: true }
        && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Compilation.Assembly);

    private IOperation? Find(ISymbol member, CancellationToken cancellationToken)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            if (BodyNode(member, reference.GetSyntax(cancellationToken)) is { } node && OperationOf(node, cancellationToken) is { } body)
            {
                return body is ISymbolInitializerOperation initializer ? initializer.Value : body;
            }
        }

        return null;
    }

    private static SyntaxNode? BodyNode(ISymbol member, SyntaxNode declaration) =>
        (member, declaration) switch
        {
            (IFieldSymbol, VariableDeclaratorSyntax { Initializer: var value }) => value,
            (IPropertySymbol, PropertyDeclarationSyntax { Initializer: var value }) => value,
            (IFieldSymbol or IPropertySymbol, _) => null,
            (IMethodSymbol { MethodKind: MethodKind.Constructor }, TypeDeclarationSyntax type) => type.BaseList?.Types.FirstOrDefault(
                candidate => candidate is PrimaryConstructorBaseTypeSyntax
            ),
            (
                IMethodSymbol,
                BaseMethodDeclarationSyntax
                    or AccessorDeclarationSyntax
                    or LocalFunctionStatementSyntax
                    or AnonymousFunctionExpressionSyntax
                    or CompilationUnitSyntax
                    or ArrowExpressionClauseSyntax
            ) => declaration,
            _ => null,
        };

    private SemanticModel ModelOf(SyntaxTree tree) =>
#pragma warning disable RS1030, RS0030 // Callees live in other trees; the model is cached once per compilation.
        models.GetOrAdd(tree, key => Compilation.GetSemanticModel(key));
#pragma warning restore RS1030, RS0030
}
