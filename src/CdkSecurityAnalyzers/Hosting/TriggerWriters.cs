using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Evaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Hosting;

/// <summary>
/// Tells which code may write the triggers of whatever construct it is shown: by assignment, by an override whose path leads there or cannot be read, or by
/// handing the construct on.
/// </summary>
internal sealed class TriggerWriters(MethodBodies bodies)
{
    private const int CallDepth = 4;

    /// <summary>Whether the code of a method, or of a method that it hands constructs to, may write triggers.</summary>
    public bool MayWrite(IMethodSymbol method, CancellationToken cancellationToken) => MayWrite(method, CallDepth, cancellationToken);

    private bool MayWrite(IMethodSymbol method, int depth, CancellationToken cancellationToken) =>
        bodies.Of(method.OriginalDefinition, cancellationToken) is { } body
        && body.Descendants()
            .Any(operation =>
                operation switch
                {
                    IAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Triggers" } property } } =>
                        CdkTypes.CfnProject.IsBaseOf(property.ContainingType),
                    IInvocationOperation call when IsOverride(call.TargetMethod) => MayLeadToTriggers(call),
                    IInvocationOperation call => HandsOn(call, depth, cancellationToken),
                    _ => false,
                }
            );

    private bool HandsOn(IInvocationOperation call, int depth, CancellationToken cancellationToken)
    {
        if (!Operands(call).Any(operand => IsConstruct(operand.Type)))
        {
            return false;
        }

        return bodies.HasSource(call.TargetMethod)
            ? depth == 0 || MayWrite(call.TargetMethod, depth - 1, cancellationToken)
            : !ExternalCode.Instance.KeepsNothing(call.TargetMethod)
                && call.TargetMethod.ContainingNamespace?.ToDisplayString() != "System.Linq";
    }

    private static IEnumerable<IOperation> Operands(IInvocationOperation call) =>
        call
            .Arguments.Select(argument => argument.Value is IConversionOperation conversion ? conversion.Operand : argument.Value)
            .Concat(call.Instance is { } instance ? [instance] : []);

    private static bool IsConstruct(ITypeSymbol? type) => type?.Name == "IConstruct" || CdkTypes.Construct.IsBaseOf(type);

    private static bool IsOverride(IMethodSymbol method) =>
        method.Name is "AddPropertyOverride" or "AddOverride" or "AddPropertyDeletionOverride" or "AddDeletionOverride"
        && CdkTypes.CfnResource.IsBaseOf(method.ContainingType);

    private static bool MayLeadToTriggers(IInvocationOperation call)
    {
        var path = call.Arguments.FirstOrDefault()?.Value.ConstantValue is { HasValue: true, Value: string known } ? known : null;
        return path is null
            || path.StartsWith("Triggers", StringComparison.Ordinal)
            || path.StartsWith("Properties.Triggers", StringComparison.Ordinal)
            || path == "Properties";
    }
}
