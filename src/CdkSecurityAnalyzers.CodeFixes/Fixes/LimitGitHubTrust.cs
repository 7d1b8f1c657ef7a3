using System.Linq;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.CodeFixes.Layout;
using CdkSecurityAnalyzers.CodeFixes.Policies;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Asks for the audience and the subject of GitHub's tokens. What of the subject is not known is a placeholder.</summary>
internal sealed class LimitGitHubTrust() : FindingFix(Key, "Limit the GitHub trust to one repository and branch")
{
    public const string Key = nameof(LimitGitHubTrust);

    private const string Host = "token.actions.githubusercontent.com";

    private const string AudienceKey = Host + ":aud";

    private static readonly NewCondition Audience = new("StringEquals", AudienceKey, "sts.amazonaws.com");

    /// <summary>Is no subject of any token until somebody fills it in, and is reported until then.</summary>
    private static readonly NewCondition Subject = new("StringLike", Host + ":sub", "repo:${Owner}/${Repository}:ref:refs/heads/${Branch}");

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (finding.Value.Expression is not { } value)
        {
            return false;
        }

        if (finding.Text(FindingProperties.Replacement) is { } narrower)
        {
            TextExpression.Replace(edits, finding.Value, value, narrower);
            return true;
        }

        return finding.Place(FindingProperties.Condition) is null
            && (
                DictionaryEntries.Creation(finding.Value, value) is { } conditions && IsConditions(finding, conditions)
                    ? ConditionBlock.TryAdd(edits, finding.Value, conditions, Missing(finding.Value, conditions))
                    : TryAddToStatement(finding, value, edits) || TryAddToPrincipal(finding.Value, value, edits)
            );
    }

    private static NewCondition[] Missing(Place place, BaseObjectCreationExpressionSyntax conditions) =>
        ConditionBlock.AsksFor(place, conditions, AudienceKey) ? [Subject] : [Audience, Subject];

    /// <summary>Where there are no conditions, the finding is on the statement itself.</summary>
    private static bool IsConditions(ReportedFinding finding, SyntaxNode dictionary) =>
        finding.Place(FindingProperties.Statement)?.Expression != dictionary;

    private static bool TryAddToStatement(ReportedFinding finding, ExpressionSyntax value, SolutionEdits edits) =>
        WrittenStatement.Of(finding) is { } statement
        && statement.Place.Expression == value
        && statement.Element("Conditions") is null
        && statement.TryAddConditions(edits, Audience, Subject);

    /// <summary>Conditions are an argument that the principal's class allows to leave out.</summary>
    private static bool TryAddToPrincipal(Place place, ExpressionSyntax value, SolutionEdits edits)
    {
        if (
            value is not BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments }
            || place.Model.GetSymbolInfo(value).Symbol is not IMethodSymbol { ContainingNamespace: var owner } constructor
            || owner.ToDisplayString() != PolicyTypes.Namespace
            || constructor.Parameters.FirstOrDefault(parameter => parameter.Name == "conditions") is not { } conditions
            || arguments.Arguments.Any(argument => argument.NameColon is not null)
            || ConditionBlock.Create(edits, place, [Audience, Subject]) is not { } created
        )
        {
            return false;
        }

        if (conditions.Ordinal < arguments.Arguments.Count)
        {
            var given = arguments.Arguments[conditions.Ordinal].Expression;
            edits.In(place).Replace(given.Span, created(Lines.Indentation(place.Text, given.SpanStart)));
            return given.IsKind(SyntaxKind.NullLiteralExpression);
        }

        if (conditions.Ordinal > 0 && conditions.Ordinal == arguments.Arguments.Count)
        {
            ElementInsertion.Append(
                edits.In(place),
                place.Text,
                new ElementList(arguments),
                indentation => created(indentation ?? Lines.Indentation(place.Text, value.SpanStart))
            );
            return true;
        }

        return false;
    }
}
