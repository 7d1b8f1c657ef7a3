using System.Xml;
using System.Xml.Linq;
using CdkSecurityAnalyzers.Verification;

namespace CdkSecurityAnalyzers.Corpus.Snippets;

/// <summary>A C# example in the documentation comments of the CDK.</summary>
/// <param name="Member">The documentation id of the first member that has it.</param>
public sealed record Snippet(string Member, string Text)
{
    /// <summary>Each example of a release once, in the order of the file.</summary>
    public static IReadOnlyList<Snippet> Of(CdkLibrary library)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        return [.. Read(library).Where(snippet => known.Add(snippet.Text))];
    }

    private static IEnumerable<Snippet> Read(CdkLibrary library)
    {
        using var reader = XmlReader.Create(library.DocumentationFile);
        reader.ReadToFollowing("member");
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Name != "member")
            {
                reader.Read();
                continue;
            }

            var member = (XElement)XNode.ReadFrom(reader);
            foreach (var code in member.Descendants("code"))
            {
                yield return new Snippet(member.Attribute("name")!.Value, WithoutMargin(code.Value));
            }
        }
    }

    /// <summary>The text without the margin that the documentation file gives to all lines but the first.</summary>
    private static string WithoutMargin(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var margin = lines.Skip(1).Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select((line, index) => (index == 0 || line.Length < margin ? line.Trim() : line[margin..]).TrimEnd())).Trim();
    }
}
