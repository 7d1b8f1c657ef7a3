using System;
using System.Linq;
using CdkSecurityAnalyzers.Patterns.BuildSpecs;

namespace CdkSecurityAnalyzers.Patterns.Tokens;

/// <summary>A text that is kept as a secret: as a whole, or with names in JSON as Secrets Manager shows it (AWS Secrets Manager User Guide, What's in a secret).</summary>
internal static class KeptText
{
    /// <summary>Whether a text that is kept is a secret, or has one; parts that are not known are <c>${}</c> in it.</summary>
    public static bool HasSecret(string text) =>
        TokenScanner.Find(text) is not null
        || (
            IsJson(text)
                ? FlowMapping
                    .Parse(text)
                    ?.Scalars.Any(static entry => SecretName.SaysSecret(entry.Key) && SecretText.MayBeSecret(entry.Value)) == true
                : SecretText.MayBeSecret(text)
        );

    /// <summary>Whether a text has several values with their names.</summary>
    public static bool IsJson(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return trimmed.Length > 1 && trimmed[0] == '{' && trimmed[1] != '{';
    }
}
