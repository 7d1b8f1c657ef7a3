using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CdkSecurityAnalyzers.Hosting;

/// <summary>A line <c>key = value</c> of a configuration file, as the compiler reads it: a colon separates too, and a comment ends the value.</summary>
internal sealed record ConfigurationSetting(string Key, string Value, Location Location)
{
    private static readonly char[] Separators = ['=', ':'];
    private static readonly char[] Comments = ['#', ';'];

    /// <summary>The setting in a line; null when there is none.</summary>
    public static ConfigurationSetting? Parse(string path, SourceText text, TextLine line)
    {
        var written = line.ToString();
        var separator = written.IndexOfAny(Separators);
        var comment = written.IndexOfAny(Comments);
        if (separator < 0 || (comment >= 0 && comment < separator))
        {
            return null;
        }

        var start = written.Length - written.TrimStart().Length;
        var content = (comment < 0 ? written : written.Substring(0, comment)).TrimEnd();
        var span = TextSpan.FromBounds(line.Start + start, line.Start + content.Length);
        return new ConfigurationSetting(
            content.Substring(start, separator - start).TrimEnd().ToLowerInvariant(),
            content.Substring(separator + 1).Trim(),
            Location.Create(path, span, text.Lines.GetLinePositionSpan(span))
        );
    }
}
