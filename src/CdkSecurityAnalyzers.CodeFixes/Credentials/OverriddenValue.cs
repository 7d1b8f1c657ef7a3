using System;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Credentials;

/// <summary>The value of a variable that is overridden by its path; its type is another path, which is overridden beside it.</summary>
internal static class OverriddenValue
{
    private const string Value = ".Value";
    private const string Type = ".Type";

    /// <summary>Names a secret; false when the expression is not the value of such an override, or when no statement can stand behind it.</summary>
    public static bool TryStore(Place place, ExpressionSyntax value, string secret, SolutionEdits edits)
    {
        if (
            value.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: { Count: 2 } arguments } list }
            || arguments[1].Expression != value
            || list.Parent is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } call
            || place.ConstantText(arguments[0].Expression) is not { } path
            || !path.EndsWith(Value, StringComparison.Ordinal)
        )
        {
            return false;
        }

        edits.In(place).Replace(value.Span, TextLiteral.Of(secret));
        var typePath = TextLiteral.Of(path.Substring(0, path.Length - Value.Length) + Type);
        return StatementInsertion.TryInsertAfter(
            edits.In(place),
            place.Text,
            statement,
            $"{call.Expression}({typePath}, {TextLiteral.Of(SecretTypes.SecretsManager)});"
        );
    }
}
