using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>
/// Tells whether the builds of a project in a VPC reach everything. A security group allows all outbound traffic unless it says otherwise
/// (<c>SecurityGroup</c> and <c>Project.configureVpc</c> of aws-cdk-lib).
/// </summary>
internal sealed class NetworkReader(World world)
{
    private const string Switch = "AllowAllOutbound";

    /// <summary>What opens the network; null when the project is in no VPC, when something restricts it, and when that is not known.</summary>
    public TemplateNode? Read(BuildTemplate template) =>
        template["VpcConfig"] switch
        {
            TemplateUnknown { Spelling: Spelling.Build, Written.Value: not UnknownValue } vpc when template.Props is { } props => ReadProps(
                vpc,
                props
            ),
            TemplateObject config when IsOpen(config["SecurityGroupIds"]) => config,
            _ => null,
        };

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

        return value is ObjectValue { IsGiven: false } group
            && CdkTypes.SecurityGroup.IsBaseOf(group.Type)
            && !world.HasEscaped(group)
            && IsOpenByProps(group);
    }

    private bool IsOpenByProps(ObjectValue group)
    {
        foreach (var argument in group.ConstructorArguments)
        {
            if (argument.Parameter.Name == "props" && world.Resolve(argument.Value) is ObjectValue props)
            {
                return ObjectMembers.Read(world, props, Switch, out var isOpen) switch
                {
                    Presence.Absent => true,
                    Presence.Present => isOpen.Value is ConstantValue { Content: true },
                    _ => false,
                };
            }
        }

        return false;
    }
}
