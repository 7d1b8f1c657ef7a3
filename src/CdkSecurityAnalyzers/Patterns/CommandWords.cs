using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace CdkSecurityAnalyzers.Patterns;

/// <summary>
/// Finds tools in commands of a shell, wherever they are named: <c>semgrep ci</c>, <c>npx cdk-nag</c>, <c>./bin/gitleaks detect</c>,
/// <c>docker run aquasec/trivy:0.56</c>.
/// </summary>
internal static class CommandWords
{
    /// <summary>Whether a command names a tool.</summary>
    /// <param name="tool">
    /// One word or several, which the command has in this order with others between them: <c>dotnet list package --vulnerable</c>.
    /// </param>
    public static bool Names(string command, string tool)
    {
        var wanted = Of(tool);
        var found = 0;
        foreach (var word in Of(command))
        {
            if (found < wanted.Count && string.Equals(word, wanted[found], StringComparison.OrdinalIgnoreCase))
            {
                found++;
            }
        }

        return wanted.Count > 0 && found == wanted.Count;
    }

    /// <summary>Whether a command names one of some tools.</summary>
    public static bool NamesAny(string command, ImmutableArray<string> tools)
    {
        foreach (var tool in tools)
        {
            if (Names(command, tool))
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> Of(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index == text.Length || !(char.IsLetterOrDigit(text[index]) || text[index] is '-' or '_' or '.'))
            {
                if (text.Substring(start, index - start).Trim('.') is { Length: > 0 } word)
                {
                    words.Add(word);
                }

                start = index + 1;
            }
        }

        return words;
    }
}
