using System.Collections.Generic;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>Reads the policies that one moment of the program puts into the template, in one world.</summary>
/// <param name="attached">The statements and documents that some source of the root takes for good.</param>
internal sealed class PolicySourceReader(
    World world,
    PolicyTrace trace,
    ConstructEvents constructs,
    PolicyHolders holders,
    HashSet<Value> attached
)
{
    private readonly DocumentRenderer documents = new(world, trace);

    private StatementDecoder Decoder => new(world, documents.Texts);

    private PolicyParts Parts => new(world, documents);

    public PolicyFacts Read(TraceEvent source)
    {
        var collected = new CollectedPolicies(world, documents);
        switch (source)
        {
            case ConstructionEvent construction:
                Read(construction, collected);
                break;
            case CallEvent { Call: var call }:
                ReadCall(call, collected);
                break;
            case AssignmentEvent assignment:
                ReadLoose(assignment.Assigned, assignment.Target, assignment.Site, collected);
                break;
            case LeaveEvent leave:
                ReadLeaving(leave.Leaving, collected);
                break;
        }

        return collected.ToFacts();
    }

    private void Read(ConstructionEvent construction, CollectedPolicies collected)
    {
        var type = construction.Constructor.ContainingType;
        if (GrantsNothing(type))
        {
            return;
        }

        var reader = new PolicyConstructReader(world, trace, constructs, holders, documents, collected);
        if (PolicySources.IsIdentityConstruct(type))
        {
            reader.ReadIdentity(construction);
        }
        else if (CdkTypes.CfnResource.IsBaseOf(type))
        {
            reader.ReadResource(construction);
        }
        else
        {
            foreach (var argument in construction.Arguments)
            {
                ReadLoose(argument.Binding, construction.Instance, PolicyConstructReader.SiteOf(construction), collected);
            }
        }
    }

    /// <summary>Boundaries, and the policies of an organization, which limit what accounts may do.</summary>
    private static bool GrantsNothing(ITypeSymbol type) =>
        CdkTypes.UntrustedCodeBoundaryPolicy.Is(type) || type.ContainingNamespace.Name == "Organizations";

    private void ReadCall(CallValue call, CollectedPolicies collected)
    {
        if (PolicySources.IsGrant(call))
        {
            if (
                documents.RenderGrant(call) is { } granted
                && world.Resolve(call.Arguments[0].Value) is ObjectValue options
                && ObjectMembers.Read(world, options, "Grantee", out var grantee) == Presence.Present
            )
            {
                collected.Add(
                    [Decoder.DecodeStatement(granted, StatementKind.Identity)],
                    [PolicyHolders.IdentityOf(grantee.Value, world)],
                    call.Site
                );
            }

            return;
        }

        if (PolicySources.IsOfManagedPolicies(call))
        {
            if (call.Receiver is { } owner && !PolicyHolders.IsImport(owner.Value, world))
            {
                collected.AddManaged(call.Arguments[0].Binding, PolicyHolders.IdentityOf(owner.Value, world), call.Site, isLeaving: false);
            }

            return;
        }

        if (
            call.Receiver is { } receiver
            && PolicyHolders.IdentityOf(receiver.Value, world) is CallValue role
            && ImportedIdentity.IsReadOnly(role, world)
        )
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            ReadLoose(argument.Binding, call.Receiver?.Value, call.Site, collected, KindOf(call));
        }
    }

    /// <summary>Statements that are handed to something that makes a policy of them.</summary>
    /// <param name="kind">What becomes of them; null when their principals tell it.</param>
    private void ReadLoose(Binding given, Value? receiver, Site site, CollectedPolicies collected, StatementKind? kind = null)
    {
        var holder = receiver is null ? null : PolicyHolders.IdentityOf(receiver, world);
        var isBoundary = holder is ObjectValue policy && holders.IsBoundary(policy, world) && holders.Of(policy, default, world).IsEmpty;
        foreach (var part in Parts.In(given))
        {
            collected.Add(Decoder.Decode(part, isBoundary ? StatementKind.Boundary : kind), holder is null ? [] : [holder], site);
        }
    }

    private static StatementKind? KindOf(CallValue call) =>
        call.Method.Name switch
        {
            "AddToRolePolicy" or "AddToPrincipalPolicy" => StatementKind.Identity,
            "AddToPolicy" when CdkTypes.IsOfIam(call.Method.ContainingType) => StatementKind.Identity,
            "AddToResourcePolicy" => StatementKind.Resource,
            "AddStatements" when call.Receiver is { Value: MemberValue { Member.Name: "AssumeRolePolicy" } } => StatementKind.Trust,
            _ => null,
        };

    private void ReadLeaving(Binding leaving, CollectedPolicies collected)
    {
        foreach (var part in Parts.In(leaving, attached))
        {
            collected.Add(
                Decoder.Decode(part, kind: null).Select(static statement => statement with { IsLeaving = true }),
                holders: [],
                construct: null
            );
        }

        foreach (var policy in PolicyValues.All(leaving.Value).OfType<CallValue>().Where(policy => !attached.Contains(policy)))
        {
            collected.AddManaged(new Binding(policy, policy.Site), holder: null, construct: null, isLeaving: true);
        }
    }
}
