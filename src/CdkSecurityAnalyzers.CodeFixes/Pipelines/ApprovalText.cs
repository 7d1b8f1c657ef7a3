using CdkSecurityAnalyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Pipelines;

/// <summary>Writes approvals, in the classes of the pipeline that gets them.</summary>
/// <param name="place">Where they are written.</param>
/// <param name="name">The name of what is approved: <c>Prod</c>.</param>
internal sealed class ApprovalText(Place place, SolutionEdits edits, string name)
{
    private const string Approve = "Approve";

    /// <summary>The name of the approval: <c>ApproveProd</c>.</summary>
    private string Name { get; } = Approve + char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>A step of CDK Pipelines; null when it is not there to be used.</summary>
    public string? Step() =>
        ReferencedTypes.Name("Amazon.CDK.Pipelines.ManualApprovalStep", place, edits) is { } type
            ? $"new {type}({TextLiteral.Of(Name)})"
            : null;

    /// <summary>The options of a stage or wave whose only property is a step before it; null when they are not there to be used.</summary>
    /// <param name="options">The name of their class.</param>
    public string? Options(string options) =>
        Step() is { } step && ReferencedTypes.Name("Amazon.CDK.Pipelines." + options, place, edits) is { } type
            ? $"new {type} {{ Pre = {List(step)} }}"
            : null;

    /// <summary>A stage like another one, with nothing but an approval; null when it is not there to be used.</summary>
    /// <param name="other">The creation of the other stage, or of its options.</param>
    public string? StageLike(BaseObjectCreationExpressionSyntax other)
    {
        var created = other is ObjectCreationExpressionSyntax { Type: var type } ? "new " + type : "new()";
        var (property, action) = ReferencedTypes.Is(place.Model.GetTypeInfo(other).Type, StageResource)
            ? ("Name", ActionResource())
            : ("StageName", Action());
        return action is null ? null : $"{created} {{ {property} = {TextLiteral.Of(Name)}, Actions = {action} }}";
    }

    /// <summary>The class of stages in templates.</summary>
    private const string StageResource = "Amazon.CDK.AWS.CodePipeline.CfnPipeline+StageDeclarationProperty";

    /// <summary>An array of one element, as the language version has it.</summary>
    public string List(string element) => place.LanguageVersion >= LanguageVersion.CSharp12 ? $"[{element}]" : $"new[] {{ {element} }}";

    private string? Action() =>
        ReferencedTypes.Name("Amazon.CDK.AWS.CodePipeline.Actions.ManualApprovalAction", place, edits) is { } action
        && ReferencedTypes.Name("Amazon.CDK.AWS.CodePipeline.Actions.ManualApprovalActionProps", place, edits) is { } props
            ? List($"new {action}(new {props} {{ ActionName = {TextLiteral.Of(Approve)} }})")
            : null;

    /// <summary>Properties of templates have no element type that a collection expression could take.</summary>
    private string? ActionResource() =>
        ReferencedTypes.Name("Amazon.CDK.AWS.CodePipeline.CfnPipeline+ActionDeclarationProperty", place, edits) is { } action
        && ReferencedTypes.Name("Amazon.CDK.AWS.CodePipeline.CfnPipeline+ActionTypeIdProperty", place, edits) is { } kind
            ? $"new[] {{ new {action} {{ Name = {TextLiteral.Of(Approve)}, "
                + $"ActionTypeId = new {kind} {{ Category = \"Approval\", Owner = \"AWS\", Provider = \"Manual\", Version = \"1\" }} }} }}"
            : null;
}
