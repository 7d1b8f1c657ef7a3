using CdkSecurityAnalyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Credentials;

/// <summary>A variable of a <c>CodeBuildStep</c>, which is a text: that of a secret stands in the step's build environment.</summary>
internal sealed class StepVariable
{
    private const string Env = "Env";
    private const string Environment = "BuildEnvironment";
    private const string Variables = "EnvironmentVariables";

    private readonly Place place;
    private readonly BaseObjectCreationExpressionSyntax props;
    private readonly ExpressionSyntax entry;
    private readonly string name;

    private StepVariable(Place place, BaseObjectCreationExpressionSyntax props, ExpressionSyntax entry, string name) =>
        (this.place, this.props, this.entry, this.name) = (place, props, entry, name);

    /// <summary>The variable that a value belongs to; null when the step has it from elsewhere, or cannot have another one instead.</summary>
    /// <param name="place">The creation of the step's props.</param>
    public static StepVariable? Of(Place place, BaseObjectCreationExpressionSyntax props, ExpressionSyntax value) =>
        ReferencedTypes.Is(place.Model.GetTypeInfo(props).Type, SecretTypes.CodeBuildStepProps)
        && ObjectProperties.Value(props, Env) is { } env
        && DictionaryEntries.Creation(place, env) is not null
        && value.Parent is ExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: var owner } } entry
        && owner == env
        && DictionaryEntries.KeyOf(place, value) is { } name
            ? new StepVariable(place, props, entry, name)
            : null;

    /// <param name="secret">The name of the secret.</param>
    /// <param name="type">The expression that says where the value is.</param>
    public bool TryMove(SolutionEdits edits, string secret, string type)
    {
        if (
            ReferencedTypes.Name(SecretTypes.BuildEnvironment, place, edits) is not { } environment
            || ReferencedTypes.Name(SecretTypes.Variable, place, edits) is not { } variable
            || DictionaryEntries.TypeName(place, edits, SecretTypes.IVariable) is not { } dictionary
        )
        {
            return false;
        }

        var list = (InitializerExpressionSyntax)entry.Parent!;
        edits.In(place).RemoveElement(new ElementList(list), list.Expressions.IndexOf(entry));
        var written = $"new {variable} {{ Type = {type}, Value = {TextLiteral.Of(secret)} }}";
        var variables = $"new {dictionary} {{ [{TextLiteral.Of(name)}] = {written} }}";
        switch (ObjectProperties.Value(props, Environment))
        {
            case null:
                return ObjectProperties.TrySet(
                    edits,
                    place.At(props),
                    neighbour: null,
                    Environment,
                    _ => $"new {environment} {{ {Variables} = {variables} }}"
                );
            case BaseObjectCreationExpressionSyntax known when ObjectProperties.Value(known, Variables) is null:
                return ObjectProperties.TrySet(edits, place.At(known), neighbour: null, Variables, _ => variables);
            case BaseObjectCreationExpressionSyntax known
                when DictionaryEntries.Creation(place, ObjectProperties.Value(known, Variables)) is { } others:
                DictionaryEntries.Add(edits, place, others, (name, _ => written));
                return true;
            default:
                return false;
        }
    }
}
