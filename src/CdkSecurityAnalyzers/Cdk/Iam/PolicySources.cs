using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>Finds the moments at which policies get into the template, in any world.</summary>
internal sealed class PolicySources(PolicyTrace trace, ConstructEvents constructs)
{
    private static readonly ImmutableHashSet<string> IdentityConstructs =
    [
        "Role",
        "LazyRole",
        "User",
        "Group",
        "Policy",
        "ManagedPolicy",
        "CfnRole",
        "CfnUser",
        "CfnGroup",
        "CfnPolicy",
        "CfnManagedPolicy",
        "CfnRolePolicy",
        "CfnUserPolicy",
        "CfnGroupPolicy",
    ];

    /// <summary>The moments, in program order.</summary>
    public ImmutableArray<TraceEvent> Find() => [.. trace.Trace.Events.Where(IsSource)];

    /// <summary>Whether a construction makes a role, user, group or policy.</summary>
    public static bool IsIdentityConstruct(ITypeSymbol type) =>
        CdkTypes.IsOfIam(type) ? IdentityConstructs.Contains(type.Name) : CdkTypes.CfnResource.Is(type);

    /// <summary>Whether a call makes a statement of its own out of its options: <c>Grant.AddToPrincipal(…)</c>.</summary>
    public static bool IsGrant(CallValue call) =>
        CdkTypes.Grant.Is(call.Method.ContainingType)
        && call.Method.Name is "AddToPrincipal" or "AddToPrincipalOrResource" or "AddToPrincipalAndResource";

    private bool IsSource(TraceEvent @event) =>
        @event switch
        {
            ConstructionEvent construction => IsSource(construction),
            CallEvent { Call: var call } => IsSource(call),
            AssignmentEvent assignment => !CdkTypes.IsOfIam(assignment.Member.ContainingType)
                && !(CdkTypes.CfnResource.IsBaseOf(assignment.Member.ContainingType) && trace.Creates(assignment.Target))
                && PolicyValues.AreInTemplate(assignment.Assigned.Value),
            LeaveEvent leave => PolicyValues.AreIn(leave.Leaving.Value),
            _ => false,
        };

    private bool IsSource(ConstructionEvent construction)
    {
        var type = construction.Constructor.ContainingType;
        return IsIdentityConstruct(type)
            || (
                CdkTypes.CfnResource.IsBaseOf(type)
                    ? !PolicyConstructReader.PolicyProperties(construction, constructs).IsEmpty
                    : !CdkTypes.IsOfIam(type) && construction.Arguments.Any(static argument => PolicyValues.AreIn(argument.Value))
            );
    }

    private bool IsSource(CallValue call)
    {
        var type = call.Method.ContainingType;
        if (CdkTypes.Grant.Is(type))
        {
            return IsGrant(call);
        }

        if (IsOfManagedPolicies(call))
        {
            return true;
        }

        if (CdkTypes.PolicyStatement.IsBaseOf(type) || (CdkTypes.PolicyDocument.IsBaseOf(type) && !DocumentRenderer.IsAddition(call)))
        {
            return false;
        }

        return call.Arguments.Any(static argument => PolicyValues.AreIn(argument.Value))
            && !(DocumentRenderer.IsAddition(call) && IsRendered(call.Receiver?.Value));
    }

    /// <summary>Whether a call attaches a managed policy.</summary>
    public static bool IsOfManagedPolicies(CallValue call) =>
        call is { Method.Name: "AddManagedPolicy", Receiver: not null, Arguments.Length: 1 }
        && CdkTypes.IsOfIam(call.Method.ContainingType);

    /// <summary>Whether what is added to a document is read together with the document.</summary>
    private bool IsRendered(Value? document) =>
        document switch
        {
            MemberValue { Receiver: { } owner, Member.Name: "Document" or "AssumeRolePolicy" } => trace.Creates(owner.Value),
            ObjectValue { IsGiven: false } created => PolicyValues.Is(created) || trace.Creates(created),
            CallValue => true,
            _ => false,
        };
}
