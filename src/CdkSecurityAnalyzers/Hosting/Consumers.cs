using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ISymbol>> consumers = new(SymbolEqualityComparer.Default);

    public ImmutableArray<ISymbol> Of(ISymbol member, CancellationToken cancellationToken)
    {
        var mentioned = Mentionable(member);
        if (!consumers.TryGetValue(mentioned, out var known))
        {
            known = consumers.GetOrAdd(mentioned, Find(mentioned, cancellationToken));
        }

        return known;
    }

    /// <summary>What a program writes to get at a member: a property for its accessor, a type for its constructor.</summary>
    private static ISymbol Mentionable(ISymbol member) =>
        member switch
        {
            IMethodSymbol { AssociatedSymbol: { } associated } => associated.OriginalDefinition,
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.OriginalDefinition,
            _ => member.OriginalDefinition,
        };

    private ImmutableArray<ISymbol> Find(ISymbol mentioned, CancellationToken cancellationToken)
    {
        var found = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in bodies.Compilation.SyntaxTrees)
        {
            foreach (var name in tree.GetRoot(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (name.Identifier.ValueText == mentioned.Name && bodies.Mentions(name, mentioned, cancellationToken))
                {
                    found.UnionWith(bodies.MemberAround(name, cancellationToken));
                }
            }
        }

        return [.. found.Where(consumer => !SymbolEqualityComparer.Default.Equals(Mentionable(consumer), mentioned))];
    }
}
