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
            null when project.IsL2 => new BuildRole(project.Construction.Instance, BuildRoleOrigin.Own, Written: null, Spelling.Build),
            TemplateScalar scalar => Identify(scalar.Written, scalar.Spelling),
            TemplateUnknown unknown => Identify(unknown.Written, unknown.Spelling),
            _ => null,
        };

    /// <summary>The role that a value stands for; null when that is not known.</summary>
    public BuildRole? Identify(Binding written, Spelling spelling)
    {
        return RoleBehind(written.Value) switch
        {
            ImportedIdentity imported => Given(imported),
            ConstantValue { Content: string arn } => Given(ImportedIdentity.OfRole(arn)),
            ObjectValue { Type: var type, IsGiven: false } made when CdkTypes.Construct.IsBaseOf(type) => new BuildRole(
                made,
                BuildRoleOrigin.Made,
                written,
                spelling
            ),
            Value unknown and (UnknownValue or MemberValue) when !MayBeNull(unknown.Origin ?? written.Site.Operation) => Given(unknown),
            _ => null,
        };

        BuildRole Given(object identity) => new(identity, BuildRoleOrigin.Given, written, spelling);
    }

    /// <summary>The role that a value stands for: by its ARN, or by a copy that takes no policies.</summary>
    private object RoleBehind(Value value)
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
                case CallValue import when ImportedIdentity.IsImport(import):
                    if (ImportedIdentity.ConstructOf(import, world) is not { } made)
                    {
                        return ImportedIdentity.Of(import, world);
                    }

                    value = made;
                    break;
                default:
                    return identity;
            }
        }

        return value;
    }

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
