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
/// <param name="facts">What the root says about more than one project.</param>
internal sealed class NetworkReader(World world, ConstructEvents changes, TrustFacts facts)
{
    private const string Switch = "AllowAllOutbound";

    private const string Egress = "SecurityGroupEgress";

    private static readonly ImmutableArray<string> Read = [Egress];

    private OutboundRules? rulesApart;

    private OutboundRules RulesApart => rulesApart ??= new OutboundRules(world, changes, facts.OutboundRules);

    /// <summary>What opens the network; null when the project is in no VPC, when something restricts it, and when that is not known.</summary>
    public OpenNetwork? Find(BuildTemplate template) =>
        template["VpcConfig"] switch
        {
            TemplateUnknown { Spelling: Spelling.Build, Written.Value: not UnknownValue } vpc when template.Props is { } props => ReadProps(
                vpc,
                props
            ),
            TemplateObject config => Open(config["SecurityGroupIds"]),
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

    private OpenNetwork? ReadProps(TemplateUnknown vpc, ObjectValue props)
    {
        switch (ObjectMembers.Read(world, props, "SecurityGroups", out var groups))
        {
            case Presence.Present when groups.Value is SequenceValue list && world.Elements(list).Elements is { IsEmpty: false } elements:
                foreach (var element in elements)
                {
                    if (OpeningOf(element.Value) is { } opening)
                    {
                        return new OpenNetwork(new TemplateUnknown(element, Spelling.Build), opening);
                    }
                }

                return null;
            case Presence.Unknown:
                return null;
        }

        return ObjectMembers.Read(world, props, Switch, out var isOpen) switch
        {
            Presence.Absent => new OpenNetwork(vpc, Group: null),
            Presence.Present when isOpen.Value is ConstantValue { Content: true } => new OpenNetwork(
                new TemplateScalar(isOpen.Value, isOpen, Spelling.Build),
                Group: null
            ),
            _ => null,
        };
    }

    private OpenNetwork? Open(TemplateNode? groups)
    {
        if (groups is TemplateList list)
        {
            foreach (var element in list.Elements)
            {
                var id = element switch
                {
                    TemplateScalar scalar => scalar.Written.Value,
                    TemplateUnknown unknown => unknown.Written.Value,
                    _ => null,
                };
                if (id is not null && OpeningOf(id) is { } opening)
                {
                    return new OpenNetwork(element, opening);
                }
            }
        }

        return null;
    }

    /// <summary>What lets everything out of a security group, of which a value is the construct or the id; null when nothing is known to.</summary>
    private Site? OpeningOf(Value value)
    {
        var group = RulesApart.IdentityOf(value);
        return group is ObjectValue { IsGiven: false } made && !world.HasEscaped(made) && OpeningOf(made) is { } opening
            ? opening
            : RulesApart.Opening(group);
    }

    private Site? OpeningOf(ObjectValue group)
    {
        var isL2 = CdkTypes.SecurityGroup.IsBaseOf(group.Type);
        if ((!isL2 && !CdkTypes.CfnSecurityGroup.IsBaseOf(group.Type)) || ObjectMembers.PropsOf(world, group) is not { } props)
        {
            return null;
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

        return isL2 && rules is null ? OpeningOfProps(group, props) : OpeningOfRules(group, rules);
    }

    private Site? OpeningOfProps(ObjectValue group, ObjectValue props) =>
        ObjectMembers.Read(world, props, Switch, out var isOpen) switch
        {
            Presence.Absent => group.Site,
            Presence.Present when isOpen.Value is ConstantValue { Content: true } => isOpen.Site,
            _ when ObjectMembers.Read(world, props, "AllowAllIpv6Outbound", out var isOpenToIpv6) == Presence.Present
                    && isOpenToIpv6.Value is ConstantValue { Content: true } => isOpenToIpv6.Site,
            _ => null,
        };

    /// <summary>Without a rule EC2 makes one that allows everything.</summary>
    private Site? OpeningOfRules(ObjectValue group, TemplateNode? outbound) =>
        outbound switch
        {
            null or TemplateAbsence or TemplateList { IsComplete: true, Elements.IsEmpty: true } => RulesApart.MayConcern(group)
                ? null
                : group.Site,
            TemplateList rules => rules.Elements.OfType<TemplateObject>().FirstOrDefault(OutboundRules.AllowsEverything)?.Site,
            _ => null,
        };
}
