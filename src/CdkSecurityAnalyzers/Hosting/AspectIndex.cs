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
/// The aspects that the program applies anywhere. An aspect sees constructs that other methods create, so what a method leaves out may be added by it.
/// Searched for once, when a verdict first depends on something being absent.
/// </summary>
internal sealed class AspectIndex(MethodBodies bodies)
{
    private readonly object gate = new();
    private ImmutableArray<Application> applications;

    /// <summary>Whether some aspect may add to the CodeBuild projects that a member creates.</summary>
    public bool MayChange(ISymbol member, CancellationToken cancellationToken) =>
        Applications(cancellationToken).Any(application => application.Covers(member.ContainingType));

    private ImmutableArray<Application> Applications(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (applications.IsDefault)
            {
                applications = [.. Find(cancellationToken)];
            }

            return applications;
        }
    }

    private IEnumerable<Application> Find(CancellationToken cancellationToken)
    {
        foreach (var tree in bodies.Compilation.SyntaxTrees)
        {
            foreach (var call in tree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>().Where(LooksLikeApplication))
            {
                if (bodies.OperationOf(call, cancellationToken) is IInvocationOperation { Arguments.Length: > 0 } application
                    && CdkTypes.Aspects.Is(application.TargetMethod.ContainingType)
                    && MayTouchProjects(Operand(application.Arguments[0].Value).Type, cancellationToken))
                {
                    yield return new Application(ScopeOf(application));
                }
            }
        }
    }

    /// <summary>Whether a call reads like <c>something.Add(…)</c> in a statement that mentions <c>Aspects</c>: cheap, before anything is bound.</summary>
    private static bool LooksLikeApplication(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" };

    private bool MayTouchProjects(ITypeSymbol? aspect, CancellationToken cancellationToken)
    {
        if (aspect is null || aspect.TypeKind == TypeKind.Interface)
        {
            return true;
        }

        if (!MethodBodies.HasSource(aspect))
        {
            return aspect.ContainingAssembly?.Name != CdkTypes.CdkAssembly;
        }

        return aspect.GetMembers().OfType<IMethodSymbol>()
            .Select(method => bodies.Of(method, cancellationToken))
            .Any(body => body is not null && body.Descendants().Any(MentionsProjects));
    }

    private static bool MentionsProjects(IOperation operation) => operation switch
    {
        IIsPatternOperation { Pattern: IDeclarationPatternOperation { MatchedType: { } type } } => IsProjectType(type),
        IIsTypeOperation test => IsProjectType(test.TypeOperand),
        _ => IsProjectType(operation.Type),
    };

    private static bool IsProjectType(ITypeSymbol? type) =>
        type is not null && (CdkTypes.CfnProject.Is(type) || CdkTypes.Project.Is(type) || CdkTypes.CfnResource.Is(type));

    private static ITypeSymbol? ScopeOf(IInvocationOperation application) =>
        application.Instance is IInvocationOperation { Arguments.Length: > 0 } of && Operand(of.Arguments[0].Value) is IInstanceReferenceOperation self ? self.Type : null;

    private static IOperation Operand(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    /// <summary>An aspect in force.</summary>
    /// <param name="Scope">The type whose instance is the scope; null when the scope may be anything.</param>
    private readonly record struct Application(ITypeSymbol? Scope)
    {
        /// <summary>A stack never holds another stack's constructs; every other scope may hold any.</summary>
        public bool Covers(INamedTypeSymbol? creator) =>
            Scope is null || creator is null || !IsStack(Scope) || !IsStack(creator) || IsOrDerives(creator, Scope) || IsOrDerives(Scope, creator);

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
