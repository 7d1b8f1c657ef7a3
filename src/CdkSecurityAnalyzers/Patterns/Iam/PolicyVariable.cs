using System;
using System.Linq;

namespace CdkSecurityAnalyzers.Patterns.Iam;

/// <summary>
/// The <c>${…}</c> in policies. IAM fills in what has a colon (<c>${aws:username}</c>) and unescapes <c>${*}</c>, <c>${?}</c> and
/// <c>${$}</c> (IAM user guide, <c>Policy variables</c>); any other name was left by somebody who meant to fill it in, as IAM Access
/// Analyzer asks for its generated policies.
/// </summary>
internal static class PolicyVariable
{
    /// <summary>The first placeholder with its braces, <c>${BucketName}</c>; null when there is none.</summary>
    public static string? FindPlaceholder(PartialText text) =>
        text.Parts.Select(static part => part is null ? null : FindPlaceholder(part)).FirstOrDefault(static found => found is not null);

    private static string? FindPlaceholder(string text)
    {
        for (
            var start = text.IndexOf("${", StringComparison.Ordinal);
            start >= 0;
            start = text.IndexOf("${", start + 2, StringComparison.Ordinal)
        )
        {
            var end = start + 2;
            while (end < text.Length && IsNameCharacter(text[end]))
            {
                end++;
            }

            if (end > start + 2 && end < text.Length && text[end] == '}')
            {
                return text.Substring(start, end - start + 1);
            }
        }

        return null;
    }

    /// <summary>What the names of ARN formats are made of; a CDK token (<c>${Token[TOKEN.1]}</c>) has brackets.</summary>
    private static bool IsNameCharacter(char character) =>
        character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-' or '.';
}
