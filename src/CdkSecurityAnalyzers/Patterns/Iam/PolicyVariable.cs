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
    private const string Opening = "${";

    /// <summary>The first placeholder with its braces, <c>${BucketName}</c>; null when there is none.</summary>
    public static string? FindPlaceholder(PartialText text) =>
        text.Parts.Select(static part => part is null ? null : FindPlaceholder(part)).FirstOrDefault(static found => found is not null);

    /// <summary>The next placeholder in a text: its name is between <c>Start + 2</c> and <c>End - 1</c>. Null when there is none.</summary>
    /// <param name="position">Where to look from.</param>
    public static (int Start, int End)? NextPlaceholder(string text, int position)
    {
        for (
            var start = text.IndexOf(Opening, position, StringComparison.Ordinal);
            start >= 0;
            start = text.IndexOf(Opening, start + Opening.Length, StringComparison.Ordinal)
        )
        {
            var end = start + Opening.Length;
            while (end < text.Length && IsNameCharacter(text[end]))
            {
                end++;
            }

            if (end > start + Opening.Length && end < text.Length && text[end] == '}')
            {
                return (start, end + 1);
            }
        }

        return null;
    }

    /// <summary>The next placeholder whose name has a letter, so that a parameter can have it: one that can be filled in by code.</summary>
    public static (int Start, int End)? NextParameter(string text, int position)
    {
        var found = NextPlaceholder(text, position);
        while (found is { } placeholder && !text.Substring(placeholder.Start, placeholder.End - placeholder.Start).Any(char.IsLetter))
        {
            found = NextPlaceholder(text, placeholder.End);
        }

        return found;
    }

    private static string? FindPlaceholder(string text) =>
        NextPlaceholder(text, position: 0) is { } found ? text.Substring(found.Start, found.End - found.Start) : null;

    /// <summary>What the names of ARN formats are made of; a CDK token (<c>${Token[TOKEN.1]}</c>) has brackets.</summary>
    private static bool IsNameCharacter(char character) =>
        character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-' or '.';
}
