using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Evaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.Hosting;

/// <summary>
/// The members of the compilation that mention a member: the callers of a helper, the readers of a field. Searched for only when a verdict on something
/// that leaves a member depends on what becomes of it.
/// </summary>
internal sealed class Consumers(MethodBodies bodies)
{
    /// <summary>For each name that was asked for, what it means where it is used, and the members that use it.</summary>
    private readonly ConcurrentDictionary<string, ILookup<ISymbol, ISymbol>> usesByName = new();

    public ImmutableArray<ISymbol> Of(ISymbol member, CancellationToken cancellationToken) =>
        [
            .. Mentionable(member)
                .SelectMany(mentioned => UsersOf(mentioned, cancellationToken))
                .Distinct(SymbolEqualityComparer.Default)
                .OfType<ISymbol>(),
        ];

    private IEnumerable<ISymbol> UsersOf(ISymbol mentioned, CancellationToken cancellationToken)
    {
        if (!usesByName.TryGetValue(mentioned.Name, out var uses))
        {
            uses = usesByName.GetOrAdd(mentioned.Name, UsesOf(mentioned, cancellationToken));
        }

        return uses[mentioned].Where(user => !Mentionable(user).Contains(mentioned, SymbolEqualityComparer.Default));
    }

    /// <summary>
    /// Whether a member runs where it is mentioned or not at all: no delegate and no other type of the receiver brings control there.
    /// </summary>
    /// <param name="becomesDelegate">Whether a lambda or method group becomes a delegate in some run of the members that mention the member.</param>
    public bool IsRunWhereMentioned(ISymbol member, Func<SyntaxNode, bool> becomesDelegate, CancellationToken cancellationToken)
    {
        var mentioned = Mentionable(member);
        return mentioned.Length == 1
            && !mentioned[0].IsVirtual
            && bodies.Compilation.SyntaxTrees.All(tree =>
                Uses(SourceNames.Of(tree, cancellationToken), mentioned[0], cancellationToken)
                    .All(use =>
                        IsRunAtOnce(use, mentioned[0], becomesDelegate)
                        || !SymbolEqualityComparer.Default.Equals(bodies.MeaningOf(use, cancellationToken), mentioned[0])
                    )
            );
    }

    /// <summary>Whether a class is mentioned only to make instances of it, at once: no type argument, no derived class and no reflection makes others.</summary>
    /// <param name="becomesDelegate">Whether a lambda becomes a delegate in some run of the members that mention the class.</param>
    public bool IsMadeWhereMentioned(INamedTypeSymbol type, Func<SyntaxNode, bool> becomesDelegate, CancellationToken cancellationToken) =>
        bodies.Compilation.SyntaxTrees.All(tree =>
            SourceNames
                .Of(tree, cancellationToken)
                .Uses(type.Name, cancellationToken)
                .All(use =>
                    use.Parent is ObjectCreationExpressionSyntax && IsRunAtOnce(use, type, becomesDelegate)
                    || !SymbolEqualityComparer.Default.Equals(bodies.MeaningOf(use, cancellationToken), type.OriginalDefinition)
                )
        );

    private static bool IsRunAtOnce(SyntaxNode use, ISymbol mentioned, Func<SyntaxNode, bool> becomesDelegate)
    {
        var named = use.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax ? use.Parent : use;
        return (mentioned is not IMethodSymbol || IsCalled(named) || IsKeptToCall(named) || !becomesDelegate(named))
            && use.Ancestors()
                .Where(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
                .All(function => IsKeptToCall(function) || function is AnonymousFunctionExpressionSyntax && !becomesDelegate(function));
    }

    private static bool IsMemberOfAnother(IdentifierNameSyntax mention) =>
        mention.Parent is MemberAccessExpressionSyntax access && access.Name == mention || mention.Parent is MemberBindingExpressionSyntax;

    private static bool IsCalled(SyntaxNode named) => named.Parent is InvocationExpressionSyntax;

    /// <summary>Whether a function has a name that its member does nothing with but call it: a local function, or the value of a local.</summary>
    private static bool IsKeptToCall(SyntaxNode function)
    {
        var name = function switch
        {
            LocalFunctionStatementSyntax local => local.Identifier.ValueText,
            {
                Parent: EqualsValueClauseSyntax
                {
                    Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } local
                }
            } => local.Identifier.ValueText,
            _ => null,
        };
        return name is not null
            && function
                .AncestorsAndSelf()
                .First(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax)
                .DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(mention => mention.Identifier.ValueText == name && !IsMemberOfAnother(mention))
                .All(IsCalled);
    }

    /// <summary>
    /// What a program writes to get at a member: a property for its accessor, a type for its constructor and for the initializers that run with it, and what the
    /// member overrides or implements.
    /// </summary>
    private static ImmutableArray<ISymbol> Mentionable(ISymbol member) =>
        member switch
        {
            IMethodSymbol { AssociatedSymbol: { } associated } => WithDeclarations(associated.OriginalDefinition),
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } =>
            [
                member.ContainingType.OriginalDefinition,
            ],
            IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false } =>
            [
                member.OriginalDefinition,
                member.ContainingType.OriginalDefinition,
            ],
            _ => WithDeclarations(member.OriginalDefinition),
        };

    private static ImmutableArray<ISymbol> WithDeclarations(ISymbol member)
    {
        var declarations = ImmutableArray.CreateBuilder<ISymbol>();
        for (ISymbol? declared = member; declared is not null; declared = Declaration(declared))
        {
            declarations.Add(declared.OriginalDefinition);
        }

        if (member.ContainingType is { } type && !member.IsStatic)
        {
            declarations.AddRange(
                type.AllInterfaces.SelectMany(static @interface => @interface.GetMembers())
                    .Where(candidate => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate), member))
                    .Select(static implemented => implemented.OriginalDefinition)
            );
        }

        return declarations.ToImmutable();
    }

    /// <summary>What callers mean when they run a member: what it overrides, or the declaration of a partial method.</summary>
    private static ISymbol? Declaration(ISymbol member) =>
        member switch
        {
            IMethodSymbol { PartialDefinitionPart: { } declaration } => declaration,
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            _ => null,
        };

    private ILookup<ISymbol, ISymbol> UsesOf(ISymbol mentioned, CancellationToken cancellationToken)
    {
        var uses =
            from tree in bodies.Compilation.SyntaxTrees
            from use in Uses(SourceNames.Of(tree, cancellationToken), mentioned, cancellationToken)
            let meaning = bodies.MeaningOf(use, cancellationToken)
            where meaning is not null
            from user in bodies.MemberAround(use, cancellationToken)
            select (Meaning: meaning, User: user);
        return uses.ToLookup(use => use.Meaning, use => use.User, SymbolEqualityComparer.Default);
    }

    /// <summary>Where a member may be mentioned: an indexer in brackets, all others by their name.</summary>
    private static IEnumerable<SyntaxNode> Uses(SourceNames names, ISymbol mentioned, CancellationToken cancellationToken) =>
        mentioned is IPropertySymbol { IsIndexer: true }
            ? names.ElementAccesses(cancellationToken)
            : names.Uses(mentioned.Name, cancellationToken);
}
