using Xunit;

namespace CdkSecurityAnalyzers.Tests.Documentation;

/// <summary>Every rule has a page, and the page says what the rule declares.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string> Rules => DocumentedRules.Ids;

    [Theory]
    [MemberData(nameof(Rules))]
    public void TheTitleIsTheRules(string id) => Assert.Equal($"# {id}: {DocumentedRules.WithId(id).Title}", RulePage.Of(id).FirstLine);

    [Theory]
    [MemberData(nameof(Rules))]
    public void TheHeadingsAreThoseOfEveryPage(string id) => Assert.Equal(RulePage.Headings, RulePage.Of(id).PresentHeadings);

    [Theory]
    [MemberData(nameof(Rules))]
    public void TheFactsAreTheRules(string id)
    {
        var rule = DocumentedRules.WithId(id);
        var page = RulePage.Of(id);

        Assert.Equal(RulePage.Properties, page.Facts.Select(row => row.Key));
        Assert.Equal(rule.Category, page.Fact("Category"));
        Assert.Equal(DocumentedRules.Severity(rule), page.Fact("Default"));
        Assert.Equal(DocumentedRules.Weaknesses(rule), page.Fact("CWE"));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void TheHelpLinkLeadsToThePage(string id) =>
        Assert.EndsWith($"/docs/rules/{id}.md", DocumentedRules.WithId(id).HelpLinkUri, StringComparison.Ordinal);

    [Fact]
    public void NoPageIsLeftOfARuleThatIsGone() =>
        Assert.Equal(
            DocumentedRules.All.Select(rule => rule.Id),
            Directory.EnumerateFiles(Repository.PathOf("docs", "rules"), "CDKSEC*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
}
