using System.Collections.Immutable;
using System.Linq;
using CdkSecurityAnalyzers.Cdk.Template;

namespace CdkSecurityAnalyzers.Cdk.Iam;

/// <summary>What the CDK refuses: an element beside its opposite, and actions that are no actions.</summary>
internal static class StatementRefusal
{
    /// <summary>Whether the CDK throws on a statement.</summary>
    public static bool IsRefused(TemplateObject statement)
    {
        if (Has("Action") && Has("NotAction") || Has("Resource") && Has("NotResource") || Has("Principal") && Has("NotPrincipal"))
        {
            return true;
        }

        return Elements("Action")
            .Concat(Elements("NotAction"))
            .Any(static action => action is TemplateScalar { Text: { } text } && !IsAction(text));

        bool Has(string element) =>
            statement.Members.TryGet(element, out var node) && node is not (TemplateUnknown or TemplateList { Elements.IsEmpty: true });

        ImmutableArray<TemplateNode> Elements(string element) =>
            statement.Members.TryGet(element, out var node) && node is TemplateList list ? list.Elements : [];
    }

    /// <summary>Whether the CDK takes a text for an action: <c>^(\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*]+)$</c>.</summary>
    public static bool IsAction(string text)
    {
        var colon = text.IndexOf(':');
        return text == "*"
            || (
                colon > 0
                && colon < text.Length - 1
                && text.Take(colon).All(static character => IsLetter(character) || character == '-')
                && text.Skip(colon + 1).All(static character => IsLetter(character) || character == '*')
            );

        static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
    }
}
