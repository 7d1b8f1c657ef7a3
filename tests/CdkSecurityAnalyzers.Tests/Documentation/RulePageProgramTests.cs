using System.Text.Json.Nodes;
using CdkSecurityAnalyzers.Verification;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CdkSecurityAnalyzers.Tests.Documentation;

/// <summary>The code on every page does what the page says.</summary>
public sealed class RulePageProgramTests
{
    /// <summary>
    /// A page without code says that no program violates its rule: true of what a project configures, which <see cref="RulePageSettingsTests"/> checks, and of the
    /// analyzer's own errors.
    /// </summary>
    private static readonly string[] RulesWithoutCode = ["CDKSEC903", "CDKSEC904"];

    /// <summary>What is said about a finding in the code does not show in the template.</summary>
    private const string RuleAboutSuppressions = "CDKSEC902";

    public static TheoryData<string> RulesWithCode => [.. DocumentedRules.All.Select(rule => rule.Id).Except(RulesWithoutCode)];

    public static TheoryData<string> RulesAboutTemplates =>
        [.. DocumentedRules.All.Select(rule => rule.Id).Except([.. RulesWithoutCode, RuleAboutSuppressions])];

    public static TheoryData<string, string, bool> Fixes =>
        [.. from rule in DocumentedRules.All from fix in RulePage.Of(rule.Id).Fixes select (rule.Id, fix.Title, fix.GivesCompliantCode)];

    [Theory]
    [MemberData(nameof(RulesWithCode))]
    public async Task NoncompliantCodeReportsThisRuleWhereItIsMarked(string id)
    {
        var program = EditableProgram.InStack(CodeOf(id, page => page.Noncompliant), id);
        var marks = Mark.In(TestProgram.FileName, (await program.Syntax()).ToString()).ToList();

        Assert.NotEmpty(marks);
        Assert.All(marks, mark => Assert.Equal(id, mark.RuleId));
        Assert.Equal(marks, (await program.Findings()).Select(Mark.Of));
    }

    [Theory]
    [MemberData(nameof(RulesWithCode))]
    public async Task CompliantCodeIsSilent(string id) =>
        Assert.Empty(await EditableProgram.InStack(CodeOf(id, page => page.Compliant), id).Findings());

    [Theory]
    [MemberData(nameof(RulesAboutTemplates))]
    public void BothProgramsSynthesizeAndTheirTemplatesDiffer(string id)
    {
        var (noncompliant, compliant) = (TemplateOf(CodeOf(id, page => page.Noncompliant)), TemplateOf(CodeOf(id, page => page.Compliant)));

        Assert.False(JsonNode.DeepEquals(noncompliant, compliant), $"Both have {compliant}.");
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public async Task AFixOnThePageKeepsItsPromise(string id, string title, bool givesCompliantCode)
    {
        var mended = await EditableProgram.InStack(CodeOf(id, page => page.Noncompliant), id).Fixed(id, title);

        Assert.DoesNotContain(await mended.Findings(), finding => finding.Id == id);
        if (givesCompliantCode)
        {
            var (expected, actual) = (await EditableProgram.InStack(CodeOf(id, page => page.Compliant), id).Syntax(), await mended.Syntax());
            Assert.True(SyntaxFactory.AreEquivalent(expected, actual, topLevel: false), $"Expected:\n{expected}\nbut the fix gives:\n{actual}");
        }
    }

    private static JsonNode TemplateOf(string statements) => Synthesis.Template(TestProgram.InStack(statements));

    private static string CodeOf(string id, Func<RulePage, string?> part)
    {
        var code = part(RulePage.Of(id));
        Assert.True(code is not null, $"The page of {id} lacks code.");
        return code;
    }
}
