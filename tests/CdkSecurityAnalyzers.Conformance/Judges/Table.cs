namespace CdkSecurityAnalyzers.Conformance.Judges;

/// <summary>The tables of facts about AWS, as they are committed.</summary>
internal static class Table
{
    /// <summary>The lines of a table, without its comments.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(Table).Assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
