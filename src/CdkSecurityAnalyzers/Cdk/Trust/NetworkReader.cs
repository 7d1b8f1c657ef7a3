using System;
using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>
/// Tells whether the builds of a project in a VPC reach everything. A security group allows all outbound traffic unless it says otherwise
/// (<c>SecurityGroup</c> and <c>Project.configureVpc</c> of aws-cdk-lib; <c>AWS::EC2::SecurityGroupEgress</c> in the CloudFormation reference).
/// </summary>
/// <param name="changes">What may happen to constructs after their creation.</param>
/// <param name="mayHaveOtherRules">Tells whether rules for outbound traffic may be given to a group of the template apart from it.</param>
internal sealed class NetworkReader(World world, ConstructEvents changes, Func<bool> mayHaveOtherRules)
{
    private const string Switch = "AllowAllOutbound";

    private const string Egress = "SecurityGroupEgress";

    private static readonly ImmutableArray<string> Read = [Egress];

    /// <summary>What opens the network; null when the project is in no VPC, when something restricts it, and when that is not known.</summary>
    public TemplateNode? Find(BuildTemplate template) =>
        template["VpcConfig"] switch
        {
            TemplateUnknown { Spelling: Spelling.Build, Written.Value: not UnknownValue } vpc when template.Props is { } props => ReadProps(
                vpc,
                props
            ),
            TemplateObject config when IsOpen(config["SecurityGroupIds"]) => config,
            _ => null,
        };

    /// <summary>What decides whether builds in a VPC reach everything, when that is not known; null when it is, and outside of a VPC.</summary>
    public static Binding? Undetermined(BuildTemplate template, World world) =>
        template["VpcConfig"] is { } vpc and not TemplateAbsence
        && template.Props is { } props
        && vpc.Spelling == Spelling.Build
        && ObjectMembers.Read(world, props, Switch, out var isOpen) == Presence.Unknown
            ? isOpen
            : null;

    private TemplateNode? ReadProps(TemplateUnknown vpc, ObjectValue props)
    {
        switch (ObjectMembers.Read(world, props, "SecurityGroups", out var groups))
        {
            case Presence.Present when groups.Value is SequenceValue list && world.Elements(list).Elements is { IsEmpty: false } elements:
                foreach (var element in elements)
                {
                    if (IsOpenGroup(element.Value))
                    {
                        return vpc;
                    }
                }

                return null;
            case Presence.Unknown:
                return null;
        }

        return ObjectMembers.Read(world, props, Switch, out var isOpen) switch
        {
            Presence.Absent => vpc,
            Presence.Present when isOpen.Value is ConstantValue { Content: true } => new TemplateScalar(
                isOpen.Value,
                isOpen,
                Spelling.Build
            ),
            _ => null,
        };
    }

    private bool IsOpen(TemplateNode? groups)
    {
        if (groups is TemplateList list)
        {
            foreach (var element in list.Elements)
            {
                if (element is TemplateUnknown { Written.Value: var id } && IsOpenGroup(id))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a value is a security group of the program, or its id, that is known to allow everything.</summary>
    private bool IsOpenGroup(Value value)
    {
        value = world.Resolve(value);
        if (value is MemberValue { Member.Name: "SecurityGroupId" or "AttrGroupId" or "Ref", Receiver: { } owner })
        {
            value = world.Resolve(owner.Value);
        }

        return value is ObjectValue { IsGiven: false } group && !world.HasEscaped(group) && IsOpenGroup(group);
    }

    private bool IsOpenGroup(ObjectValue group)
    {
        var isL2 = CdkTypes.SecurityGroup.IsBaseOf(group.Type);
        if ((!isL2 && !CdkTypes.CfnSecurityGroup.IsBaseOf(group.Type)) || ObjectMembers.PropsOf(world, group) is not { } props)
        {
            return false;
        }

        var reader = new TemplateReader(world);
        var rules = isL2 ? null : reader.ReadMember(props, Egress, Spelling.Template);
        var events = changes.About(group);
        if (events.Count > 0)
        {
            var declared = Overrides.Empty(group.Site).With(Egress, rules);
            rules = new ResourceChanges(events, world, new ResourceReference(group, isResource: !isL2), reader, Read).ApplyTo(declared)[
                Egress
            ];
        }

        return isL2 && rules is null ? IsOpenByProps(props) : IsOpenByRules(rules);
    }

    private bool IsOpenByProps(ObjectValue props) =>
        ObjectMembers.Read(world, props, Switch, out var isOpen) switch
        {
            Presence.Absent => true,
            Presence.Present => isOpen.Value is ConstantValue { Content: true },
            _ => false,
        };

    /// <summary>Without a rule EC2 makes one that allows everything.</summary>
    private bool IsOpenByRules(TemplateNode? outbound) =>
        outbound switch
        {
            null or TemplateAbsence or TemplateList { IsComplete: true, Elements.IsEmpty: true } => !mayHaveOtherRules(),
            TemplateList rules => rules.Elements.Any(static rule => rule is TemplateObject known && AllowsEverything(known)),
            _ => false,
        };

    private static bool AllowsEverything(TemplateObject rule) =>
        (rule["IpProtocol"] as TemplateScalar)?.Text == "-1"
        && ((rule["CidrIp"] as TemplateScalar)?.Text == "0.0.0.0/0" || (rule["CidrIpv6"] as TemplateScalar)?.Text == "::/0");
}
