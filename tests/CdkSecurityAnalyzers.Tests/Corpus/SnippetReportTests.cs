using System.Text.RegularExpressions;
using CdkSecurityAnalyzers.Corpus.Snippets;
using CdkSecurityAnalyzers.Tests.Documentation;
using CdkSecurityAnalyzers.Verification;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Corpus;

/// <summary>
/// The examples in the CDK's documentation that are about what the rules are about. All findings in them have been checked by hand; the command of
/// <c>docs/performance.md</c> prints those in all examples.
/// </summary>
public sealed partial class SnippetReportTests
{
    private const string Reviewed = "ReviewedFindings.txt";

    [Fact]
    public void EveryFindingHasBeenReviewed()
    {
        var report = SnippetReport.Of(CdkLibrary.Newest, snippet => Relevant().IsMatch(snippet.Text));

        Assert.InRange(report.Compiled, report.Total / 2, report.Total);
        Assert.Equal(
            File.ReadAllLines(Repository.PathOf("tests", "CdkSecurityAnalyzers.Tests", "Corpus", Reviewed)),
            report.Findings.Select(finding => finding.ToString()).Where(finding => IsOfReviewedFamily().IsMatch(finding)));
    }

    [GeneratedRegex(@"\b(PolicyStatement|PolicyDocument|ManagedPolicy|FromAwsManagedPolicyName|ManagedPolicyArns|FilterGroup|WebhookFilterProperty|Webhook)\b|Principal\(")]
    private static partial Regex Relevant();

    [GeneratedRegex("^CDKSEC[129]")]
    private static partial Regex IsOfReviewedFamily();
}
