using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Evaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Hosting;

/// <summary>A member that is read with unknown inputs: a method, constructor, accessor, top-level program, or the initializer of a field or property.</summary>
/// <param name="Member">The member.</param>
/// <param name="Body">Its body, or the value of its initializer.</param>
internal sealed record Root(ISymbol Member, IOperation Body)
{
    /// <summary>The root that the compiler's blocks belong to; null when they do not touch the CDK, or are no code that runs.</summary>
    public static Root? From(ISymbol member, ImmutableArray<IOperation> blocks, MethodBodies bodies, CancellationToken cancellationToken)
    {
        if (member is not (IMethodSymbol or IFieldSymbol or IPropertySymbol) || !blocks.Any(TouchesCdk))
        {
            return null;
        }

        foreach (var block in blocks)
        {
            if (BodyOf(block) is { } body)
            {
                bodies.Remember(member, body);
            }
        }

        return bodies.Of(member, cancellationToken) is { } found ? new Root(member, found) : null;
    }

    /// <summary>The root of a member that another root entered; null when it has no body.</summary>
    public static Root? Of(ISymbol member, MethodBodies bodies, CancellationToken cancellationToken) =>
        bodies.Of(member, cancellationToken) is { } body ? new Root(member, body) : null;

    /// <summary>Whether the compiler's blocks of the member make it a root of its own; what does not touch the CDK is read for its callers only.</summary>
    public bool IsDiagnosed => TouchesCdk(Body);

    private static IOperation? BodyOf(IOperation block)
    {
        while (block.Parent is { } parent)
        {
            block = parent;
        }

        return block switch
        {
            IMethodBodyOperation or IConstructorBodyOperation => block,
            IFieldInitializerOperation or IPropertyInitializerOperation => ((ISymbolInitializerOperation)block).Value,
            _ => null,
        };
    }

    private static bool TouchesCdk(IOperation block)
    {
        foreach (var operation in block.DescendantsAndSelf())
        {
            if (
                operation
                    is IInvocationOperation
                        or IObjectCreationOperation
                        or IMemberReferenceOperation
                        or IParameterReferenceOperation
                        or IInstanceReferenceOperation
                && (
                    CdkTypes.IsOfCdk(operation.Type)
                    || CdkTypes.Construct.IsBaseOf(operation.Type)
                    || operation is IInvocationOperation { TargetMethod.ContainingType: { } type } && CdkTypes.IsOfCdk(type)
                    || operation is IMemberReferenceOperation { Member.ContainingType: { } owner } && CdkTypes.IsOfCdk(owner)
                )
            )
            {
                return true;
            }
        }

        return false;
    }
}
