using System;
using System.Globalization;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <summary>Tells whether the value of a variable whose name says secret can be one.</summary>
internal static class SecretText
{
    /// <summary>Whether a value may be a secret: no placeholder, no URL, path, ARN, boolean, number.</summary>
    public static bool MayBeSecret(string value)
    {
        var text = value.Trim();
        return !Placeholder.Is(text)
            && !IsPlain(text)
            && !IsPath(text)
            && text.IndexOf("://", StringComparison.Ordinal) < 0
            && !text.StartsWith("arn:", StringComparison.Ordinal);
    }

    private static bool IsPlain(string text) =>
        bool.TryParse(text, out _) || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>A file, or the name under which a secret is stored: names in small letters with slashes between them.</summary>
    private static bool IsPath(string text) =>
        text[0] is '/' or '~'
        || text.StartsWith("./", StringComparison.Ordinal)
        || text.StartsWith("../", StringComparison.Ordinal)
        || (text.Length > 2 && text[1] == ':' && text[2] == '\\')
        || (text.IndexOf('/') > 0 && text.All(static character => character is (>= 'a' and <= 'z') or '/' or '-' or '_' or '.'));
}
