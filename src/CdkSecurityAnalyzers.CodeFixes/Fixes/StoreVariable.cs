using CdkSecurityAnalyzers.CodeFixes.Credentials;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Gives a variable the name of a secret, and the type that says so.</summary>
internal sealed class StoreVariable() : FindingFix(Key, "Take the value from Secrets Manager (create the secret first)")
{
    public const string Key = nameof(StoreVariable);

    private const string Type = "Type";
    private const string Value = "Value";

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits) =>
        finding.Value.Expression is { } value
        && finding.Text(FindingProperties.SecretId) is { } secret
        && finding.Text(FindingProperties.Sink) switch
        {
            FindingProperties.Sinks.VariableInJson => finding.Text(FindingProperties.Name) is { } name
                && VariableInJson.TryStore(finding.Value, value, name, secret, edits),
            FindingProperties.Sinks.Variable
                when finding.Spelling == FindingProperties.Spellings.Override && value.Parent is ArgumentSyntax => OverriddenValue.TryStore(
                finding.Value,
                value,
                secret,
                edits
            ),
            FindingProperties.Sinks.Variable => TryStore(finding, value, secret, edits),
            _ => false,
        };

    private static bool TryStore(ReportedFinding finding, ExpressionSyntax value, string secret, SolutionEdits edits)
    {
        if (
            finding.Place(FindingProperties.Owner) is not { Expression: BaseObjectCreationExpressionSyntax variable } owner
            || variable.SyntaxTree != value.SyntaxTree
        )
        {
            return false;
        }

        var written =
            finding.Spelling == FindingProperties.Spellings.Build
                ? ReferencedTypes.Name(SecretTypes.VariableType, owner, edits) is { } type
                    ? $"{type}.{SecretTypes.SecretsManager}"
                    : null
                : TextLiteral.Of(SecretTypes.SecretsManager);
        if (written is null)
        {
            return false;
        }

        OrphanedSecret.Remove(finding.Value, value, edits);
        if (StepVariable.Of(owner, variable, value) is { } ofStep)
        {
            return ofStep.TryMove(edits, secret, written);
        }

        edits.In(owner).Replace(value.Span, TextLiteral.Of(secret));
        return ObjectProperties.Value(variable, Value) == value || IsAssigned(value)
            ? ObjectProperties.TrySet(edits, owner, value, Type, _ => written)
            : TrySetEntry(owner, variable, value, edits);
    }

    /// <summary>A statement that sets the property of the variable.</summary>
    private static bool IsAssigned(ExpressionSyntax value) =>
        value.Parent is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Value } } assignment
        && assignment.Parent is ExpressionStatementSyntax
        && assignment.Right == value;

    /// <summary>A variable that is given as a dictionary, to an override.</summary>
    private static bool TrySetEntry(Place owner, BaseObjectCreationExpressionSyntax variable, ExpressionSyntax value, SolutionEdits edits)
    {
        if (DictionaryEntries.Creation(owner, variable) is not { } dictionary || DictionaryEntries.KeyOf(owner, value) != Value)
        {
            return false;
        }

        DictionaryEntries.Set(edits, owner, dictionary, Type, TextLiteral.Of(SecretTypes.SecretsManager));
        return true;
    }
}
