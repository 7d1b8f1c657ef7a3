using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Tracing;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>What a principal contributes to a statement (<c>PrincipalPolicyFragment</c> of aws-cdk-lib).</summary>
/// <param name="Type">See <see cref="PolicyPrincipal.Type"/>.</param>
/// <param name="Name">Who it is.</param>
/// <param name="AssumeAction">The action with which it assumes a role.</param>
/// <param name="Conditions">What it narrows the statement to; null when nothing.</param>
/// <param name="Site">The expression that gives it.</param>
internal sealed record PrincipalFragment(string Type, TemplateNode Name, string AssumeAction, TemplateObject? Conditions, Site Site);

/// <summary>Renders L2 principals.</summary>
internal sealed class PrincipalRenderer(World world, PolicyTrace trace, TemplateReader reader, TokenText texts)
{
    private const string AssumeRole = "sts:AssumeRole";

    private const string AssumeRoleWithWebIdentity = "sts:AssumeRoleWithWebIdentity";

    private const int DepthLimit = 8;

    /// <summary>The principals that a value stands for; a composite one stands for several.</summary>
    /// <param name="isComplete">False when there may be others.</param>
    public ImmutableArray<PrincipalFragment> Render(Binding principal, out bool isComplete)
    {
        var found = ImmutableArray.CreateBuilder<PrincipalFragment>();
        isComplete = TryRender(principal, found, DepthLimit);
        return found.ToImmutable();
    }

    /// <summary>A text, as a template node.</summary>
    public TemplateNode Text(Binding binding)
    {
        var resolved = world.Resolve(binding);
        return texts.Render(resolved.Value) is (ConstantValue or TextValue) and var text
            ? new TemplateScalar(text, resolved, Spelling.Policy)
            : new TemplateUnknown(resolved, Spelling.Policy);
    }

    /// <summary>A text that the CDK writes, at the expression that makes it do so.</summary>
    public static TemplateScalar Text(string text, Site site) => Text(new ConstantValue(text, site.Operation), site);

    private static TemplateScalar Text(Value text, Site site) => new(text, new Binding(text, site), Spelling.Policy);

    private bool TryRender(Binding principal, ICollection<PrincipalFragment> found, int depth)
    {
        var resolved = world.Resolve(principal);
        switch (resolved.Value)
        {
            case var _ when depth == 0:
                return false;
            case CallValue { Receiver: { } receiver } call when CdkTypes.IsOfIam(call.Method.ContainingType):
                return TryRender(call, receiver, found, depth - 1);
            case ObjectValue { Type: { } type } when CdkTypes.Construct.IsBaseOf(type):
                found.Add(new PrincipalFragment("AWS", new TemplateUnknown(resolved, Spelling.Policy), AssumeRole, null, resolved.Site));
                return true;
            case ObjectValue { IsGiven: false } instance:
                return TryRender(resolved, instance, NameOf(instance.Type), found, depth - 1);
            default:
                return false;
        }
    }

    private bool TryRender(CallValue call, Binding receiver, ICollection<PrincipalFragment> found, int depth)
    {
        var argument = call.Arguments.Length > 0 ? call.Arguments[0].Binding : receiver;
        return call.Method.Name switch
        {
            "WithConditions" => TryNarrow(receiver, reader.Read(argument, Spelling.Policy), found, depth),
            "InOrganization" => TryNarrow(
                receiver,
                ConditionNodes.Of("StringEquals", "aws:PrincipalOrgID", Text(argument), call.Site),
                found,
                depth
            ),
            "WithSessionTags" or "AddPrincipals" => TryRender(receiver, found, depth),
            _ => false,
        };
    }

    private bool TryNarrow(Binding principal, TemplateNode? conditions, ICollection<PrincipalFragment> found, int depth)
    {
        var inner = new List<PrincipalFragment>();
        if (!TryRender(principal, inner, depth))
        {
            return false;
        }

        foreach (var fragment in inner)
        {
            found.Add(fragment with { Conditions = ConditionNodes.Merge(fragment.Conditions, conditions) });
        }

        return true;
    }

    private bool TryRender(Binding made, ObjectValue principal, string? name, ICollection<PrincipalFragment> found, int depth)
    {
        var site = made.Site;
        switch (name)
        {
            case "AnyPrincipal":
                return Add("AWS", Text("*", made.Site));
            case "StarPrincipal":
                return Add(PolicyPrincipal.Star, Text("*", made.Site));
            case "ArnPrincipal":
                return Add("AWS", Text(Given("arn")));
            case "AccountPrincipal":
                return Add("AWS", AccountRoot(Given("accountId")));
            case "AccountRootPrincipal":
                return Add("AWS", new TemplateUnknown(made, Spelling.Policy));
            case "OrganizationPrincipal":
                return Add(
                    "AWS",
                    Text("*", site),
                    conditions: ConditionNodes.Of("StringEquals", "aws:PrincipalOrgID", Text(Given("organizationId")), site)
                );
            case "ServicePrincipal":
                return Add("Service", Text(Given("service")), conditions: ConditionsOfOptions(Given("opts")));
            case "CanonicalUserPrincipal":
                return Add("CanonicalUser", Text(Given("canonicalUserId")));
            case "FederatedPrincipal":
                return Add(
                    "Federated",
                    Text(Given("federated")),
                    (world.Resolve(Given("assumeRoleAction")).Value as ConstantValue)?.Text ?? AssumeRole,
                    reader.Read(Given("conditions"), Spelling.Policy)
                );
            case "WebIdentityPrincipal":
                return Add(
                    "Federated",
                    Text(Given("identityProvider")),
                    AssumeRoleWithWebIdentity,
                    reader.Read(Given("conditions"), Spelling.Policy)
                );
            case "OpenIdConnectPrincipal":
                return Add(
                    "Federated",
                    new TemplateUnknown(world.Resolve(Given("openIdConnectProvider")), Spelling.Policy),
                    AssumeRoleWithWebIdentity,
                    reader.Read(Given("conditions"), Spelling.Policy)
                );
            case "PrincipalWithConditions":
                return TryNarrow(
                    Given("principal"),
                    ConditionNodes.Merge(reader.Read(Given("conditions"), Spelling.Policy) as TemplateObject, Added()),
                    found,
                    depth
                );
            case "SessionTagsPrincipal":
                return TryRender(Given("principal"), found, depth);
            case "CompositePrincipal":
                return TryRenderAll(principal, found, depth);
            default:
                return false;
        }

        bool Add(string type, TemplateNode who, string action = AssumeRole, TemplateNode? conditions = null)
        {
            found.Add(new PrincipalFragment(type, who, action, ConditionNodes.Merge(null, conditions), site));
            return true;
        }

        Binding Given(string parameter) => principal.Argument(parameter) ?? new Binding(new NullValue(site.Operation), site);

        TemplateNode? Added()
        {
            TemplateObject? added = null;
            foreach (var call in Calls(principal, "AddCondition", "AddConditions"))
            {
                added = ConditionNodes.Merge(added, ConditionsOf(call));
            }

            return added;
        }
    }

    /// <summary>What a call of <c>AddCondition</c> or <c>AddConditions</c> adds.</summary>
    public TemplateNode? ConditionsOf(CallValue call)
    {
        if (call.Method.Name == "AddConditions")
        {
            return reader.Read(call.Arguments[0].Binding, Spelling.Policy);
        }

        return
            world.Resolve(call.Arguments[0].Value) is ConstantValue { Text: var key }
            && reader.Read(call.Arguments[1].Binding, Spelling.Policy) is { } value
            ? ConditionNodes.Of(key, value, call.Site)
            : ConditionNodes.Unknown(call.Site);
    }

    private bool TryRenderAll(ObjectValue composite, ICollection<PrincipalFragment> found, int depth)
    {
        var isKnown = true;
        var lists = composite
            .ConstructorArguments.Concat(Calls(composite, "AddPrincipals").SelectMany(static call => call.Arguments))
            .Select(argument => world.Resolve(argument.Value));
        foreach (var list in lists)
        {
            if (list is not SequenceValue sequence)
            {
                return false;
            }

            var (elements, isComplete) = world.Elements(sequence);
            isKnown &= isComplete & elements.All(element => TryRender(element, found, depth));
        }

        return isKnown;
    }

    private IEnumerable<CallValue> Calls(Value receiver, params string[] names) =>
        trace
            .Changes(receiver, world)
            .OfType<CallEvent>()
            .Select(static change => change.Call)
            .Where(call => names.Contains(call.Method.Name));

    /// <summary>The conditions in the options of a service principal.</summary>
    public TemplateNode? ConditionsOfOptions(Binding options) =>
        world.Resolve(options).Value switch
        {
            NullValue or UnsetValue => null,
            ObjectValue known => ObjectMembers.Read(world, known, "Conditions", out var member) switch
            {
                Presence.Absent => null,
                Presence.Present => reader.Read(member, Spelling.Policy),
                _ => ConditionNodes.Unknown(member.Site),
            },
            _ => ConditionNodes.Unknown(options.Site),
        };

    private TemplateNode AccountRoot(Binding account)
    {
        var resolved = world.Resolve(account);
        return resolved.Value is ConstantValue { Text: var id }
            ? new TemplateScalar(
                new TextValue(
                    [
                        TextPart.Text("arn:"),
                        TextPart.Of(new UnknownValue(UnknownReason.RuntimeCall, null)),
                        TextPart.Text($":iam::{id}:root"),
                    ],
                    resolved.Value.Origin
                ),
                resolved,
                Spelling.Policy
            )
            : new TemplateUnknown(resolved, Spelling.Policy);
    }

    /// <summary>The class of IAM that a principal is made of, which a class of the program may extend.</summary>
    private static string? NameOf(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (CdkTypes.IsOfIam(current))
            {
                return current.Name;
            }
        }

        return null;
    }
}
