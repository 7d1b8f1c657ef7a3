using CdkSecurityAnalyzers.CodeFixes.Credentials;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.CodeFixes.Fixes;

/// <summary>Names a secret in Secrets Manager in place of the credential itself.</summary>
internal sealed class StoreCredential() : FindingFix(Key, "Read the credential from Secrets Manager (create the secret first)")
{
    public const string Key = nameof(StoreCredential);

    private const string AuthType = "AuthType";

    public override bool TryWrite(ReportedFinding finding, SolutionEdits edits)
    {
        if (finding.Value.Expression is not { } value || finding.Text(FindingProperties.SecretId) is not { } secret)
        {
            return false;
        }

        OrphanedSecret.Remove(finding.Value, value, edits);
        return finding.Text(FindingProperties.Sink) switch
        {
            FindingProperties.Sinks.SecretValue => TryReplaceSecretValue(finding.Value, value, secret, edits),
            FindingProperties.Sinks.SourceCredential => TrySetArn(finding.Value, value, secret, edits)
                || TryReplaceText(finding.Value, value, secret, edits),
            FindingProperties.Sinks.Property => TryReplaceText(finding.Value, value, secret, edits),
            _ => false,
        };
    }

    /// <summary>The call or creation that the text is the argument of.</summary>
    private static bool TryReplaceSecretValue(Place place, ExpressionSyntax value, string secret, SolutionEdits edits)
    {
        if (value.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: ExpressionSyntax made } })
        {
            return false;
        }

        switch (made)
        {
            case InvocationExpressionSyntax { Expression: var called }
                when ReferencedTypes.Is(place.Model.GetSymbolInfo(made).Symbol?.ContainingType, SecretTypes.SecretValue)
                    && (called as MemberAccessExpressionSyntax)?.Name is { } method:
                edits.In(place).Replace(TextSpan.FromBounds(method.SpanStart, made.Span.End), Reference(secret));
                return true;
            case BaseObjectCreationExpressionSyntax
                when ReferencedTypes.Is(place.Model.GetTypeInfo(made).Type, SecretTypes.SecretValue)
                    && ReferencedTypes.Name(SecretTypes.SecretValue, place, edits) is { } type:
                edits.In(place).Replace(made.Span, $"{type}.{Reference(secret)}");
                return true;
            default:
                return false;
        }
    }

    /// <summary>A source credential takes the ARN of a secret when it is told so.</summary>
    private static bool TrySetArn(Place place, ExpressionSyntax value, string secret, SolutionEdits edits)
    {
        if (
            value.Parent
            is not ExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax props } }
        )
        {
            return false;
        }

        edits.In(place).Replace(value.Span, TextLiteral.Of($"arn:aws:secretsmanager:REGION:ACCOUNT:secret:{secret}"));
        if (DictionaryEntries.Creation(place, props) is { } dictionary)
        {
            DictionaryEntries.Set(edits, place, dictionary, AuthType, TextLiteral.Of(SecretTypes.SecretsManager));
            return true;
        }

        return ObjectProperties.TrySet(edits, place.At(props), value, AuthType, static _ => TextLiteral.Of(SecretTypes.SecretsManager));
    }

    /// <summary>Where a text is wanted, the reference is unwrapped: CloudFormation fills it in.</summary>
    private static bool TryReplaceText(Place place, ExpressionSyntax value, string secret, SolutionEdits edits)
    {
        var isGiven = value.Parent is AssignmentExpressionSyntax or InitializerExpressionSyntax or ArgumentSyntax;
        if (!isGiven || place.ConstantText(value) is null || ReferencedTypes.Name(SecretTypes.SecretValue, place, edits) is not { } type)
        {
            return false;
        }

        edits.In(place).Replace(value.Span, $"{type}.{Reference(secret)}.UnsafeUnwrap()");
        return true;
    }

    private static string Reference(string secret) => $"SecretsManager({TextLiteral.Of(secret)})";
}
