using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.Cdk;
using CdkSecurityAnalyzers.Evaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Hosting;

/// <summary>
/// Tells which code may write certain properties of whatever construct it is shown: by assignment, by an override whose path leads there or cannot be read,
/// or by handing the construct on.
/// </summary>
internal abstract class ConstructWriters(MethodBodies bodies)
{
    private const int CallDepth = 4;

    /// <summary>Whether the code of a method, or of a method that it hands constructs to, may write them.</summary>
    public bool MayWrite(IMethodSymbol method, CancellationToken cancellationToken) => MayWrite(method, CallDepth, cancellationToken);

    /// <summary>Whether whatever the code of a method writes is a construct that it is given, or the resource of one.</summary>
    public bool WritesOnlyWhatItIsGiven(IMethodSymbol method, CancellationToken cancellationToken) =>
        bodies.Of(method.OriginalDefinition, cancellationToken) is not { } body
        || body.Descendants()
            .All(operation =>
                operation switch
                {
                    IAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } target } => !Writes(property)
                        || HeldConstruct.IsGiven(target.Instance, body),
                    IInvocationOperation call when IsOverride(call.TargetMethod) => !MayLeadThere(call)
                        || HeldConstruct.IsGiven(call.Instance, body),
                    IInvocationOperation call when Writes(call.TargetMethod) => call.Instance
                        is IInvocationOperation { Arguments.Length: 1 } of
                        && HeldConstruct.IsGiven(of.Arguments[0].Value, body),
                    IInvocationOperation call => !HandsOn(call, CallDepth, cancellationToken),
                    _ => true,
                }
            );

    /// <summary>Whether setting a property, or calling a method that is no override, writes them.</summary>
    protected abstract bool Writes(ISymbol member);

    /// <summary>Whether an override of a property of a resource may write them.</summary>
    protected abstract bool IsWritten(string property);

    private bool MayWrite(IMethodSymbol method, int depth, CancellationToken cancellationToken) =>
        bodies.Of(method.OriginalDefinition, cancellationToken) is { } body
        && body.Descendants()
            .Any(operation =>
                operation switch
                {
                    IAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } => Writes(property),
                    IInvocationOperation call when IsOverride(call.TargetMethod) => MayLeadThere(call),
                    IInvocationOperation call => Writes(call.TargetMethod) || HandsOn(call, depth, cancellationToken),
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

    private bool MayLeadThere(IInvocationOperation call)
    {
        const string root = "Properties";
        if (call.Arguments.FirstOrDefault()?.Value.ConstantValue is not { HasValue: true, Value: string path } || path == root)
        {
            return true;
        }

        var names = path.Split('.');
        return IsWritten(names[0]) || (names.Length > 1 && names[0] == root && IsWritten(names[1]));
    }
}

/// <summary>Those that may write the triggers of CodeBuild projects.</summary>
internal sealed class TriggerWriters(MethodBodies bodies) : ConstructWriters(bodies)
{
    protected override bool Writes(ISymbol member) => member.Name == "Triggers" && CdkTypes.CfnProject.IsBaseOf(member.ContainingType);

    protected override bool IsWritten(string property) => property == "Triggers";
}

/// <summary>Those that may rewrite the policies of roles, users and groups.</summary>
internal class PolicyWriters(MethodBodies bodies) : ConstructWriters(bodies)
{
    protected override bool Writes(ISymbol member) =>
        member is IPropertySymbol && IsWritten(member.Name) && CdkTypes.CfnResource.IsBaseOf(member.ContainingType);

    protected override bool IsWritten(string property) => property is "AssumeRolePolicyDocument" or "PolicyDocument" or "Policies";
}

/// <summary>Those that may give roles, users and groups further statements.</summary>
internal sealed class StatementWriters(MethodBodies bodies) : PolicyWriters(bodies)
{
    protected override bool Writes(ISymbol member) =>
        base.Writes(member)
        || (
            member.Name is "AddToPolicy" or "AddToPrincipalPolicy" or "AddToRolePolicy" or "AttachInlinePolicy" or "AddStatements"
            && CdkTypes.IsOfCdk(member.ContainingType)
        );
}

/// <summary>Those that may give roles permissions boundaries.</summary>
internal sealed class BoundaryWriters(MethodBodies bodies) : ConstructWriters(bodies)
{
    protected override bool Writes(ISymbol member) =>
        IsWritten(member.Name) && CdkTypes.IsOfIam(member.ContainingType)
        || (member.Name == "Apply" && CdkTypes.PermissionsBoundary.Is(member.ContainingType));

    protected override bool IsWritten(string property) => property == "PermissionsBoundary";
}

/// <summary>Those that may write the stages of pipelines.</summary>
internal sealed class PipelineWriters(MethodBodies bodies) : ConstructWriters(bodies)
{
    protected override bool Writes(ISymbol member) =>
        member is IPropertySymbol
            ? IsWritten(member.Name) && CdkTypes.CfnPipeline.IsBaseOf(member.ContainingType)
            : member.Name == "AddAction" && CdkTypes.IsOfPipelines(member.ContainingType);

    protected override bool IsWritten(string property) => property is "Stages" or "DisableInboundStageTransitions";
}
