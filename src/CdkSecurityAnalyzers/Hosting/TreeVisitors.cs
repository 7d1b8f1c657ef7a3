using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Evaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Hosting;

/// <summary>
/// Code that is shown constructs which other methods create: aspects, and walks over the construct tree. What a method leaves out may be added by it.
/// Searched for once, when a verdict first depends on something being absent.
/// </summary>
/// <param name="writers">What the shown code must do to matter.</param>
internal sealed class TreeVisitors(MethodBodies bodies, ConstructWriters writers)
{
    private readonly CancellableLock gate = new();
    private ImmutableArray<Visit> visits;

    /// <summary>Whether some code may write what matters in the constructs that a member creates.</summary>
    public bool MayChange(ISymbol member, CancellationToken cancellationToken) =>
        Visits(cancellationToken).Any(visit => visit.Covers(member.ContainingType));

    /// <summary>
    /// Whether some code may write what matters in one construct that a member creates, or has created. An aspect that writes only into what it visits does not
    /// reach what stands outside of its scope.
    /// </summary>
    public bool MayChange(ISymbol member, ConstructPlace construct, CancellationToken cancellationToken) =>
        Visits(cancellationToken)
            .Any(visit =>
                visit.Covers(construct.Stack ?? member.ContainingType)
                && !(
                    visit.Application is { } application
                    && (visit.IsScopeMadeThere || IsDirectlyIn(application, member, cancellationToken))
                    && construct.IsOutside(application)
                )
            );

    /// <summary>Whether a place is in the code of a member, and in none that the member may hand to others.</summary>
    private bool IsDirectlyIn(SyntaxNode place, ISymbol member, CancellationToken cancellationToken) =>
        bodies.MemberAround(place, cancellationToken) is { Length: 1 } around
        && SymbolEqualityComparer.Default.Equals(around[0], member)
        && !place.Ancestors().Any(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    private ImmutableArray<Visit> Visits(CancellationToken cancellationToken)
    {
        using (gate.Enter(cancellationToken))
        {
            if (visits.IsDefault)
            {
                visits = [.. Find(cancellationToken)];
            }

            return visits;
        }
    }

    private IEnumerable<Visit> Find(CancellationToken cancellationToken)
    {
        foreach (var names in bodies.Compilation.SyntaxTrees.Select(tree => SourceNames.Of(tree, cancellationToken)))
        {
            var visits = names
                .Uses("Add", cancellationToken)
                .Select(name => Aspect(name, cancellationToken))
                .Concat(
                    names
                        .Uses("FindAll", cancellationToken)
                        .Concat(names.Uses("Children", cancellationToken))
                        .Select(name => Walk(name, cancellationToken))
                );
            foreach (var visit in visits.OfType<Visit>())
            {
                yield return visit;
            }
        }
    }

    /// <summary><c>Aspects.Of(scope).Add(aspect)</c>.</summary>
    private Visit? Aspect(SimpleNameSyntax name, CancellationToken cancellationToken) =>
        name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call }
        && bodies.OperationOf(call, cancellationToken) is IInvocationOperation { Arguments.Length: > 0 } application
        && CdkTypes.Aspects.Is(application.TargetMethod.ContainingType)
        && MayWrite(Operand(application.Arguments[0].Value).Type, cancellationToken)
            ? VisitOf(application, call, cancellationToken)
            : null;

    private Visit VisitOf(IInvocationOperation application, SyntaxNode place, CancellationToken cancellationToken)
    {
        var scope = application.Instance is IInvocationOperation { Arguments.Length: > 0 } of ? Operand(of.Arguments[0].Value) : null;
        var type = scope is null ? null : TypeOfInstance(scope, cancellationToken);
        return new Visit(type)
        {
            Application = WritesOnlyWhatItVisits(Operand(application.Arguments[0].Value).Type, cancellationToken) ? place : null,
            IsScopeMadeThere = type is not null && scope is not IInstanceReferenceOperation,
        };
    }

    /// <summary><c>scope.Node.FindAll()</c> or <c>scope.Node.Children</c> in a member that writes.</summary>
    private Visit? Walk(SimpleNameSyntax name, CancellationToken cancellationToken)
    {
        if (name.Parent is not MemberAccessExpressionSyntax access)
        {
            return null;
        }

        var node = bodies.OperationOf((SyntaxNode?)(access.Parent as InvocationExpressionSyntax) ?? access, cancellationToken) switch
        {
            IInvocationOperation call => call.Instance,
            IPropertyReferenceOperation property => property.Instance,
            _ => null,
        };
        return
            CdkTypes.Node.Is(node?.Type)
            && bodies
                .MemberAround(name, cancellationToken)
                .OfType<IMethodSymbol>()
                .Any(member => writers.MayWrite(member, cancellationToken))
            ? new Visit(node is IPropertyReferenceOperation { Instance: { } scope } ? TypeOfInstance(scope, cancellationToken) : null)
            : null;
    }

    private bool MayWrite(ITypeSymbol? aspect, CancellationToken cancellationToken)
    {
        if (aspect is null || aspect.TypeKind == TypeKind.Interface)
        {
            return true;
        }

        return bodies.HasSource(aspect)
            ? aspect.GetMembers().OfType<IMethodSymbol>().Any(method => writers.MayWrite(method, cancellationToken))
            : aspect.ContainingAssembly?.Name != CdkTypes.CdkAssembly;
    }

    /// <summary>The type whose instance a scope is, or stands in; null when that cannot be told.</summary>
    private ITypeSymbol? TypeOfInstance(IOperation scope, CancellationToken cancellationToken) =>
        Operand(scope) switch
        {
            IInstanceReferenceOperation self => self.Type,
            IObjectCreationOperation creation
                when creation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "scope") is { } outer =>
                TypeOfInstance(outer.Value, cancellationToken),
            ILocalReferenceOperation { Local: var local }
                when local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken)
                    is VariableDeclaratorSyntax { Initializer.Value: { } initializer }
                    && bodies.OperationOf(initializer, cancellationToken) is { } held
                    && HeldConstruct.KeepsItsValue(local, Outermost(held)) => TypeOfInstance(held, cancellationToken),
            _ => null,
        };

    private static IOperation Outermost(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    private bool WritesOnlyWhatItVisits(ITypeSymbol? aspect, CancellationToken cancellationToken) =>
        aspect is not null
        && bodies.HasSource(aspect)
        && (aspect.BaseType is null || !bodies.HasSource(aspect.BaseType))
        && aspect.GetMembers().OfType<IMethodSymbol>().All(method => writers.WritesOnlyWhatItIsGiven(method, cancellationToken));

    private static IOperation Operand(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    /// <summary>Constructs are shown to some code.</summary>
    /// <param name="Scope">The type whose instance is the scope, or holds it; null when the scope may be anything.</param>
    private readonly record struct Visit(ITypeSymbol? Scope)
    {
        /// <summary>Where an aspect is added that writes only into what it visits; null for other code.</summary>
        public SyntaxNode? Application { get; init; }

        /// <summary>Whether the scope is a construct that the code makes which adds the aspect, each time anew.</summary>
        public bool IsScopeMadeThere { get; init; }

        /// <summary>A stack holds constructs of no other stack but nested ones; every other scope may hold any.</summary>
        public bool Covers(ITypeSymbol? creator) =>
            Scope is null
            || creator is null
            || !IsStack(Scope)
            || !IsStack(creator)
            || CdkTypes.NestedStack.IsBaseOf(creator)
            || IsOrDerives(creator, Scope)
            || IsOrDerives(Scope, creator);

        private static bool IsStack(ITypeSymbol type) => CdkTypes.Stack.IsBaseOf(type);

        private static bool IsOrDerives(ITypeSymbol type, ITypeSymbol ancestor)
        {
            for (ITypeSymbol? candidate = type; candidate is not null; candidate = candidate.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(candidate, ancestor))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
