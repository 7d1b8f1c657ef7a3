using Xunit;

namespace CdkSecurityAnalyzers.Tests.Documentation;

/// <summary>
/// A part of a Markdown file that follows from the rules: the lines between <c>&lt;!-- name:begin --&gt;</c> and <c>&lt;!-- name:end --&gt;</c>.
/// With the environment variable <c>CDKSEC_UPDATE_DOCS=1</c> it is written instead of compared.
/// </summary>
internal sealed class GeneratedPart(string name, params string[] file)
{
    private readonly string begin = $"<!-- {name}:begin -->\n";
    private readonly string end = $"<!-- {name}:end -->";

    public void IsOrBecomes(string expected)
    {
        var text = Repository.Read(file);
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var stop = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(start >= begin.Length && stop >= start, $"{string.Join('/', file)} lacks '{begin.TrimEnd()}' or '{end}'.");

        if (Environment.GetEnvironmentVariable("CDKSEC_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Repository.PathOf(file), text[..start] + expected + text[stop..]);
            return;
        }

        Assert.True(
            text[start..stop] == expected,
            $"{string.Join('/', file)} is out of date. Run the tests with CDKSEC_UPDATE_DOCS=1, or write between the markers '{name}':\n{expected}");
    }
}
