using System.Linq;
using System.Threading;
using CdkSecurityAnalyzers.CodeFixes.Edits;
using CdkSecurityAnalyzers.Patterns.Json;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdkSecurityAnalyzers.CodeFixes.Credentials;

/// <summary>A variable that an action of a pipeline gives to its build, in one text with all others.</summary>
internal static class VariableInJson
{
    /// <summary>Names a secret for a variable; false when the text is put together when the program runs, or has no such variable.</summary>
    public static bool TryStore(Place place, ExpressionSyntax value, string name, string secret, SolutionEdits edits)
    {
        if (place.ConstantText(value) is not { } json || Stored(json, name, secret) is not { } stored)
        {
            return false;
        }

        TextExpression.Replace(edits, place, value, stored);
        return true;
    }

    private static string? Stored(string json, string name, string secret)
    {
        var variable = (JsonReader.Read(json, CancellationToken.None).Value as JsonArray)
            ?.Elements.OfType<JsonObject>()
            .FirstOrDefault(element => (element["name"] as JsonText)?.Content == name);
        if (variable?["value"] is not { } value)
        {
            return null;
        }

        const string SecretsManager = $"\"{SecretTypes.SecretsManager}\"";
        if (variable["type"] is not { } type)
        {
            return Replaced(json, value.Span, $"\"{secret}\",\"type\":{SecretsManager}");
        }

        // The later one first: what stands before it stays where it is.
        return type.Span.Start > value.Span.Start
            ? Replaced(Replaced(json, type.Span, SecretsManager), value.Span, $"\"{secret}\"")
            : Replaced(Replaced(json, value.Span, $"\"{secret}\""), type.Span, SecretsManager);
    }

    private static string Replaced(string text, JsonSpan span, string replacement) =>
        text.Substring(0, span.Start) + replacement + text.Substring(span.End);
}
