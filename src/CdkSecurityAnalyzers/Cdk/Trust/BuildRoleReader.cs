using CdkSecurityAnalyzers.Cdk.CodeBuild;
using CdkSecurityAnalyzers.Cdk.Iam;
using CdkSecurityAnalyzers.Cdk.Template;
using CdkSecurityAnalyzers.Evaluation;
using CdkSecurityAnalyzers.Evaluation.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdkSecurityAnalyzers.Cdk.Trust;

/// <summary>Tells which role the builds of a project have, in one world.</summary>
internal sealed class BuildRoleReader(World world)
{
    /// <summary>The role; null when it is not known.</summary>
    public BuildRole? Read(CodeBuildProject project, TemplateNode? serviceRole) =>
        serviceRole switch
        {
            null when project.IsL2 => new BuildRole(
                project.Construction.Instance,
                project.Construction.Instance,
                BuildRoleOrigin.Own,
                Written: null,
                Spelling.Build
            ),
            TemplateScalar scalar => Identify(scalar.Written, scalar.Spelling),
            TemplateUnknown unknown => Identify(unknown.Written, unknown.Spelling),
            _ => null,
        };

    /// <summary>The role that a value stands for; null when that is not known.</summary>
    public BuildRole? Identify(Binding written, Spelling spelling)
    {
        var role = HolderOf(written.Value);
        return role switch
        {
            ConstantValue { Content: string name } => Given(name, role),
            CallValue { Method.Name: "FromRoleArn" or "FromRoleName" } imported when CdkTypes.IsOfIam(imported.Method.ContainingType) =>
                Given(NameOf(imported) ?? (object)imported, role),
            ObjectValue { Type: var type, IsGiven: false } when CdkTypes.Construct.IsBaseOf(type) => new BuildRole(
                role,
                role,
                BuildRoleOrigin.Made,
                written,
                spelling
            ),
            UnknownValue or MemberValue when !MayBeNull(role.Origin ?? written.Site.Operation) => Given(role, role),
            _ => null,
        };

        BuildRole Given(object identity, Value holder) => new(identity, holder, BuildRoleOrigin.Given, written, spelling);
    }

    /// <summary>The value that has the policies of a role: the role behind its ARN, or behind a copy that takes no policies.</summary>
    private Value HolderOf(Value value)
    {
        for (var depth = 0; depth < 8; depth++)
        {
            var identity = PolicyHolders.IdentityOf(value, world);
            switch (identity)
            {
                case MemberValue { Member.Name: "RoleArn" or "AttrArn" or "Arn", Receiver: { } owner }:
                    value = owner.Value;
                    break;
                case CallValue { Method.Name: "WithoutPolicyUpdates", Receiver: { } role }:
                    value = role.Value;
                    break;
                default:
                    return identity;
            }
        }

        return value;
    }

    /// <summary>The literal ARN or name of an import.</summary>
    private string? NameOf(CallValue imported) =>
        (imported.Argument("roleArn") ?? imported.Argument("roleName")) is { } given
        && world.Resolve(given.Value) is ConstantValue { Content: string name }
            ? name
            : null;

    /// <summary>Where nothing is passed in, each project makes a role of its own.</summary>
    private static bool MayBeNull(IOperation? given) =>
        given switch
        {
            IConversionOperation { Operand: var operand } => MayBeNull(operand),
            IParameterReferenceOperation { Parameter.NullableAnnotation: var annotation } => annotation != NullableAnnotation.NotAnnotated,
            IPropertyReferenceOperation { Property.NullableAnnotation: var annotation } => annotation != NullableAnnotation.NotAnnotated,
            IFieldReferenceOperation { Field.NullableAnnotation: var annotation } => annotation != NullableAnnotation.NotAnnotated,
            _ => true,
        };
}
