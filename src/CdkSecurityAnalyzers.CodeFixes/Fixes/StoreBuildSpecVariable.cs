using CdkSecurityAnalyzers.CodeFixes.Credentials;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Moves a variable of a buildspec to those whose values are secrets.</summary>
internal sealed class StoreBuildSpecVariable() : FindingFix(Key, "Move the variable to env.secrets-manager (create the secret first)")
{
    public const string Key = nameof(StoreBuildSpecVariable);

    private const string SecretsKey = "secrets-manager";
    private const string VariablesKey = "variables";

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (
            finding.Value.Expression is not { } value
            || finding.Text(FindingProperties.SecretId) is not { } secret
            || finding.Text(FindingProperties.Name) is not { } name
        )
        {
            return false;
        }

        OrphanedSecret.Remove(finding.Value, value, edits);
        return finding.Text(FindingProperties.Sink) switch
        {
            FindingProperties.Sinks.BuildSpecObject => TryMoveEntry(finding.Value, value, name, secret, edits),
            FindingProperties.Sinks.BuildSpecText => BuildSpecSource.TryMove(finding.Value, value, name, secret, edits),
            _ => false,
        };
    }

    private static bool TryMoveEntry(Place place, ExpressionSyntax value, string name, string secret, SolutionEdits edits)
    {
        if (
            value.Parent is not ExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: ExpressionSyntax written } list } entry
            || DictionaryEntries.Creation(place, written) is not { } variables
            || variables.Parent
                is not ExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: ExpressionSyntax outer } } variablesEntry
            || DictionaryEntries.KeyOf(place, variables) != VariablesKey
            || DictionaryEntries.Creation(place, outer) is not { } environment
        )
        {
            return false;
        }

        var secrets = DictionaryEntries.Value(place, environment, SecretsKey);
        if (secrets is not null && DictionaryEntries.Creation(place, secrets) is null)
        {
            return false;
        }

        var isOnlyOne = list.Expressions.Count == 1;
        if (isOnlyOne && secrets is null)
        {
            // The dictionary changes its meaning, its key and its value.
            edits.In(place).Replace(KeyIn(variablesEntry).Span, TextLiteral.Of(SecretsKey));
            edits.In(place).Replace(value.Span, TextLiteral.Of(secret));
            return true;
        }

        edits.In(place).RemoveElement(new ElementList(list), list.Expressions.IndexOf(entry));
        if (DictionaryEntries.Creation(place, secrets) is { } known)
        {
            DictionaryEntries.Add(edits, place, known, (name, _ => TextLiteral.Of(secret)));
            return true;
        }

        if (DictionaryEntries.TypeName(place, edits) is not { } type)
        {
            return false;
        }

        DictionaryEntries.Add(
            edits,
            place,
            environment,
            (SecretsKey, _ => $"new {type} {{ [{TextLiteral.Of(name)}] = {TextLiteral.Of(secret)} }}")
        );
        return true;
    }

    private static ExpressionSyntax KeyIn(ExpressionSyntax entry) =>
        entry is AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax access }
            ? access.ArgumentList.Arguments[0].Expression
            : ((InitializerExpressionSyntax)entry).Expressions.First();
}
