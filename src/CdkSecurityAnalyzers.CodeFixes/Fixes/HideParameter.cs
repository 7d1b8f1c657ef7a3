using CdkSecurityAnalyzers.CodeFixes.Credentials;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Lets CloudFormation show asterisks in place of a parameter's value.</summary>
internal sealed class HideParameter() : FindingFix(Key, "Set NoEcho")
{
    public const string Key = nameof(HideParameter);

    private const string NoEcho = "NoEcho";

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (finding.Text(FindingProperties.Sink) != FindingProperties.Sinks.Parameter)
        {
            return false;
        }

        switch (finding.Value.Expression)
        {
            case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.FalseLiteralExpression):
                edits.In(finding.Value).Replace(literal.Span, "true");
                return true;
            case BaseObjectCreationExpressionSyntax when finding.Place(FindingProperties.Owner) is { } props:
                return ObjectProperties.TrySet(edits, props, neighbour: null, NoEcho, static _ => "true");
            case BaseObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: 2 } arguments }
                when ReferencedTypes.Name(SecretTypes.ParameterProps, finding.Value, edits) is { } type:
                edits.In(finding.Value).Insert(arguments.CloseParenToken.SpanStart, $", new {type} {{ {NoEcho} = true }}");
                return true;
            default:
                return false;
        }
    }
}
