using System;
using System.Collections.Generic;

namespace CdkSecurityAnalyzers.Patterns.BuildSpecs;

/// <summary>A line <c>key: value</c> of a block mapping.</summary>
/// <param name="Indentation">How many characters stand before the key.</param>
/// <param name="Value">What stands behind the colon, as it is written.</param>
internal readonly record struct BuildSpecLine(int Indentation, string Key, string Value)
{
    /// <summary>The value; null when it is none that the line shows: a list, a mapping, a block of lines, an alias.</summary>
    public string? Scalar
    {
        get
        {
            var written = Value;
            if (written.Length == 0 || written[0] is '|' or '>' or '&' or '*' or '!' or '{' or '[' or '#')
            {
                return null;
            }

            if (written[0] is '"' or '\'')
            {
                var end = written.IndexOf(written[0], 1);
                return end < 0 ? null : written.Substring(1, end - 1);
            }

            var comment = written.IndexOf(" #", StringComparison.Ordinal);
            return (comment < 0 ? written : written.Substring(0, comment)).TrimEnd();
        }
    }

    /// <summary>The lines of a text that are one; comments, elements of lists and the lines of blocks are none.</summary>
    public static IEnumerable<BuildSpecLine> Of(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (Read(text.Substring(start, end - start)) is { } line)
            {
                yield return line;
            }

            start = end + 1;
        }
    }

    private static BuildSpecLine? Read(string line)
    {
        var trimmed = line.TrimStart(' ', '\t');
        if (trimmed.Length == 0 || trimmed[0] is '#' or '-')
        {
            return null;
        }

        var colon = trimmed.IndexOf(':');
        if (colon <= 0 || (colon + 1 < trimmed.Length && !char.IsWhiteSpace(trimmed[colon + 1])))
        {
            return null;
        }

        var key = trimmed.Substring(0, colon).Trim().Trim('"', '\'');
        return new BuildSpecLine(line.Length - trimmed.Length, key, trimmed.Substring(colon + 1).Trim());
    }
}
