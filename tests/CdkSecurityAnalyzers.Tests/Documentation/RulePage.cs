using System.Text.RegularExpressions;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Documentation;

/// <summary>The page of a rule under <c>docs/rules</c>, read by its fixed headings.</summary>
internal sealed partial class RulePage
{
    /// <summary>What a fix says of itself on the page when it leads from the noncompliant code to the compliant code.</summary>
    private const string LeadsToCompliantCode = "It gives the compliant code above.";

    /// <summary>Rows of the table of facts, in their order.</summary>
    public static readonly IReadOnlyList<string> Properties =
        ["Category", "Default", "Strict", "Audit", "CWE", "Related controls", "Fix safety", "Since"];

    /// <summary>Headings of the second level, in their order.</summary>
    public static readonly IReadOnlyList<string> Headings =
        ["Cause", "Why it matters", "Noncompliant", "Compliant", "How to fix", "When to suppress", "Configuration"];

    private readonly string text;

    private RulePage(string text) => this.text = text;

    public string FirstLine => text[..text.IndexOf('\n', StringComparison.Ordinal)];

    /// <summary>The headings that the page has; a line of code that begins alike is none.</summary>
    public IEnumerable<string> PresentHeadings => Heading().Matches(SettingsBlock().Replace(CodeBlock().Replace(text, ""), "")).Select(match => match.Groups["name"].Value);

    /// <summary>The rows of the table of facts that the page has.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Facts =>
        [.. Row().Matches(text).Select(match => KeyValuePair.Create(match.Groups["name"].Value, match.Groups["value"].Value)).Where(row => row.Key != "Property")];

    /// <summary>Statements of a stack's constructor that violate the rule; null for a rule that no program violates.</summary>
    public string? Noncompliant => CodeIn("Noncompliant");

    /// <summary>The same statements, mended.</summary>
    public string? Compliant => CodeIn("Compliant");

    /// <summary>A configuration file that violates a rule about configuration; null for rules about programs.</summary>
    public string? NoncompliantSettings => SettingsIn("Noncompliant");

    /// <summary>The same file, mended.</summary>
    public string? CompliantSettings => SettingsIn("Compliant");

    /// <summary>The fixes that the page names, and whether it promises that they give the compliant code.</summary>
    public IEnumerable<(string Title, bool GivesCompliantCode)> Fixes =>
        Fix().Matches(Section("How to fix"))
            .Select(match => (match.Groups["title"].Value, match.Groups["rest"].Value.Contains(LeadsToCompliantCode, StringComparison.Ordinal)));

    public static RulePage Of(string ruleId) => new(Repository.Read("docs", "rules", ruleId + ".md"));

    public string Fact(string name) => Facts.Single(row => row.Key == name).Value;

    private string? CodeIn(string heading) => CodeBlock().Match(Section(heading)) is { Success: true } block ? block.Groups["code"].Value : null;

    private string? SettingsIn(string heading) => SettingsBlock().Match(Section(heading)) is { Success: true } block ? block.Groups["code"].Value : null;

    private string Section(string heading)
    {
        var start = text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{FirstLine}' has no section '{heading}'.");
        var end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..end];
    }

    [GeneratedRegex("^## (?<name>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\| (?<name>[A-Z][A-Za-z ]+) \| (?<value>.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("^```ini\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SettingsBlock();

    [GeneratedRegex(@"^- \*\*(?<title>.+?)\*\* \((?:Safe|Review)\b(?<rest>.*)$", RegexOptions.Multiline)]
    private static partial Regex Fix();
}
